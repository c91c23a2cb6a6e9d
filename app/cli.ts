/** The command line: `filmjacket serve|migrate|import|export|user|check|dicom|disc`. */
import { Command } from 'commander'
import { checkCommand } from './cli/check.ts'
import { dicomCommand } from './cli/dicom.ts'
import { discCommand } from './cli/disc.ts'
import { exportCommand } from './cli/export.ts'
import { importCommand } from './cli/import.ts'
import { migrateCommand } from './cli/migrate.ts'
import { serveCommand } from './cli/serve.ts'
import { userCommand } from './cli/user.ts'
import { VERSION } from './version.ts'

const program = new Command('filmjacket')
  .description('The open, self-hosted medical image exchange')
  .version(VERSION)
  .addHelpText('after', '\nExit codes: 0 done, 1 something could not be done, 2 the call or the set-up is wrong.')

for (const command of [serveCommand, migrateCommand, importCommand, exportCommand, userCommand, checkCommand, dicomCommand, discCommand])
  program.addCommand(command)

/** Each command judges its own flags, and takes over nothing from the program that it is added to. */
function tellWrongCalls(command: Command): void {
  command.exitOverride((stop) => process.exit(stop.exitCode === 0 ? 0 : 2))
  for (const below of command.commands) tellWrongCalls(below)
}

tellWrongCalls(program)
await program.parseAsync()
