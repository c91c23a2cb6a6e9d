/** Our own server as it is tried out: with the people and exams of the demonstration. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { freePort } from './free-port.ts'
import { ServerProcess } from './server-process.ts'

const PROGRAM = fileURLToPath(new URL('../../bin/filmjacket', import.meta.url))
const BUILT = fileURLToPath(new URL('../../dist/server/cli.js', import.meta.url))

export interface Demo {
  readonly url: string
  readonly passwordOf: (username: string) => string
}

export async function demoFilmjacket(folder: string): Promise<Demo> {
  if (!existsSync(BUILT)) throw new Error('Filmjacket is not built yet: run `npm run build` first.')
  const [http, port] = [await freePort(), await freePort()]
  const server = new ServerProcess(process.execPath, [
    PROGRAM, 'serve', '--demo', '--data', join(folder, 'filmjacket'), '--host', '127.0.0.1', '--http', String(http), '--dicom', String(port),
  ])
  const [said] = await server.untilSaid(/^ {2}admin +\S[^]*^ {2}ben +\S+/m)
  await server.untilListening(http)
  return { url: `http://127.0.0.1:${http}`, passwordOf: (username) => new RegExp(`^ {2}${username} +(\\S+)`, 'm').exec(said)?.[1] ?? '' }
}
