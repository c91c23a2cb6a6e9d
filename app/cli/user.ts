import { text } from 'node:stream/consumers'
import { Command, Option } from 'commander'
import type { Role } from '../../modules/accounts/contract.ts'
import type { Flags } from '../../platform/server/config/env.ts'
import type { Product } from '../product.ts'
import { EXIT_FAILED, EXIT_WRONG, installationCommand, withProduct } from './settings.ts'

interface UserFlags {
  readonly name?: string
  readonly role: Role
  readonly patient?: string
  readonly issuer?: string
  readonly born?: string
  readonly mail?: string
  readonly passwordStdin?: boolean
}

const addCommand = installationCommand('add')
  .description('Add a person, and print the link on which they set their password')
  .argument('<username>', 'small letters, digits, . _ @ -')
  .option('--name <name>', 'as shown to others (default: the user name)')
  .addOption(new Option('--role <role>').choices(['admin', 'clerk', 'doctor', 'patient']).makeOptionMandatory())
  .option('--patient <id>', 'Patient ID, (0010,0020): whose images this patient may see')
  .option('--issuer <name>', 'who gave that Patient ID, (0010,0021), where several give out the same')
  .option('--born <yyyymmdd>', 'birth date, asked on the link')
  .option('--mail <address>', 'where a link may be sent, such as for a forgotten password')
  .option('--password-stdin', 'set the password read from standard input instead of printing a link')
  .action((username: string, flags: Flags & UserFlags) => withProduct(flags, (product) => addUser(product, username, flags)))

export const userCommand = new Command('user').description('People who may sign in').addCommand(addCommand)

async function addUser(product: Product, username: string, flags: UserFlags): Promise<number> {
  const account = {
    username, displayName: flags.name ?? username, role: flags.role,
    ...(flags.patient === undefined ? {} : { patientId: flags.patient, patientIssuer: flags.issuer ?? '' }),
    ...(flags.born === undefined ? {} : { birthDate: flags.born }),
    ...(flags.mail === undefined ? {} : { email: flags.mail }),
  }
  const password = flags.passwordStdin === true ? (await text(process.stdin)).replace(/\r?\n$/, '') : null
  const [{ Value }, { NewAccount, Password }] = await Promise.all([import('typebox/value'), import('../../modules/accounts/contract.ts')])
  if (!Value.Check(NewAccount, account)) return refuse('The user name may hold small letters, digits and . _ @ - only; --born is YYYYMMDD, --mail an address.')
  if (password !== null && !Value.Check(Password, password)) return refuse('A password has at least 8 characters.')
  const outcome = await product.accounts.people.add({ kind: 'anonymous' }, account)
  switch (outcome.kind) {
    case 'username-taken': return refuse(`Somebody is called ${username} already.`, EXIT_FAILED)
    case 'not-allowed': return refuse('This person may not be added here.')
    case 'patient-id-misplaced': return refuse('A patient needs --patient; staff may not have one.')
    case 'added':
      await product.grants.releaseToOwner(outcome.account.id)
      if (password !== null) await product.accounts.people.setPassword(outcome.account.id, password)
      else await tellLink(product, outcome.token)
      return 0
  }
}

async function tellLink({ config }: Product, token: string): Promise<void> {
  const { publicUrlOf } = await import('../product.ts')
  console.log(`${publicUrlOf(config)}/welcome#${token}`)
}

function refuse(sentence: string, code = EXIT_WRONG): number {
  console.error(sentence)
  return code
}
