import path from 'node:path'
import { systemClock } from '../../platform/server/clock.ts'
import type { Flags } from '../../platform/server/config/env.ts'
import { openLogBook } from '../../platform/server/log-book.ts'
import type { DemoPerson } from '../demo/load.ts'
import type { RunningServer } from '../server.ts'
import { configOf, EXIT_FAILED, finish, installationCommand } from './settings.ts'

export const serveCommand = installationCommand('serve')
  .description('Run the exchange until Ctrl-C')
  .option('--host <address>', 'address to listen on (default 0.0.0.0; the demo only on 127.0.0.1)')
  .option('--http <port>', 'port of the web pages (default 8080)')
  .option('--dicom <port>', 'port for DICOM (default 11112)')
  .option('--aet <title>', 'our AE title (default FILMJACKET)')
  .option('--demo', 'a made-up hospital to try it with, on this machine only')
  .action((flags: Flags) => finish(() => serve(flags)))

async function serve(flags: Flags): Promise<number> {
  const stopped = stopSignal()
  const { startServer } = await import('../server.ts')
  let people: readonly DemoPerson[] = []
  const config = configOf(flags)
  const book = openLogBook({ folder: path.join(config.dataFolder, 'log'), level: 'info', clock: systemClock })
  const server = await startServer(config, book, async (product) => {
    const { loadDemo } = await import('../demo/load.ts')
    people = await loadDemo(product)
  })
  process.on('SIGHUP', () => void server.reloadTls())
  await greet(server, people)
  await stopped
  console.log('Stopping ...')
  await server.close()
  return 0
}

/** A terminal and npm may both pass on the same Ctrl-C: within this time it counts once. */
const SAME_SIGNAL_MS = 1_000

/** A second signal, meant as one, does not wait for the end of what is in work. */
function stopSignal(): Promise<void> {
  let firstAt: number | null = null
  return new Promise((resolve) => {
    const stop = () => {
      firstAt ??= performance.now()
      if (performance.now() - firstAt > SAME_SIGNAL_MS) process.exit(EXIT_FAILED)
      resolve()
    }
    process.on('SIGINT', stop).on('SIGTERM', stop)
  })
}

async function greet(server: RunningServer, people: readonly DemoPerson[]): Promise<void> {
  const { product, url, dicomPort, dicomTlsPort } = server
  const { config, accounts } = product
  console.log(`\nFilmjacket is running.\n\n  Web pages   ${url}\n  DICOM       AE title ${config.aeTitle}, port ${dicomPort}${dicomTlsPort === null ? '' : `; with TLS ${dicomTlsPort}`}`)
  console.log(`  Data        ${config.dataFolder}\n`)
  if (server.demo) {
    console.log('  This is a demo: made-up people and images, on this machine only. Sign in as\n')
    for (const { username, password, role } of people) console.log(`  ${username.padEnd(10)}${password.padEnd(16)}${role}`)
    console.log()
    return
  }
  const token = await accounts.people.inviteFirstAdministrator()
  if (token !== null) console.log(`  First of all, set the administrator's password (the link works once):\n  ${url}/welcome#${token}\n`)
}
