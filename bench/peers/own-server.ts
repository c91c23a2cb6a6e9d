/** Our own server as it is built, with its own PostgreSQL: `node bin/filmjacket serve` on a new data folder. */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Api } from './api.ts'
import { freePort } from './free-port.ts'
import { ServerProcess } from './server-process.ts'

const PROGRAM = fileURLToPath(new URL('../../bin/filmjacket', import.meta.url))
const BUILT = fileURLToPath(new URL('../../dist/server/cli.js', import.meta.url))
export const PASSWORD = 'as long as it must be'

export interface Spawned {
  readonly server: ServerProcess
  readonly url: string
  /** Of the DICOM door. */
  readonly port: number
}

export async function spawnServer(data: string, ...flags: readonly string[]): Promise<Spawned> {
  if (!existsSync(BUILT)) throw new Error('Filmjacket is not built yet: run `npm run build` first.')
  const [http, port] = [await freePort(), await freePort()]
  const server = new ServerProcess(process.execPath, [
    PROGRAM, 'serve', ...flags, '--data', data, '--host', '127.0.0.1', '--http', String(http), '--dicom', String(port),
  ])
  return { server, url: `http://127.0.0.1:${http}`, port }
}

export interface OwnServer {
  readonly url: string
  readonly port: number
  readonly pid: number
  readonly admin: Api
}

/** Set up as far as its first administrator. */
export async function startServer(data: string): Promise<OwnServer> {
  const { server, url, port } = await spawnServer(data)
  const [, token] = await server.untilSaid(/\/welcome#(\S+)/)
  const admin = new Api(url)
  await admin.call('POST', '/api/invitations/redeem', { token, password: PASSWORD })
  return { url, port, pid: server.pid, admin }
}
