/** Our own server as it is tried out: with the people and exams of the demonstration. */
import { join } from 'node:path'
import { spawnServer } from './own-server.ts'

export interface Demo {
  readonly url: string
  readonly passwordOf: (username: string) => string
}

export async function demoFilmjacket(folder: string): Promise<Demo> {
  const { server, url } = await spawnServer(join(folder, 'filmjacket'), '--demo')
  const [said] = await server.untilSaid(/^ {2}admin +\S[^]*^ {2}ben +\S+/m)
  await server.untilListening(Number(new URL(url).port))
  return { url, passwordOf: (username) => new RegExp(`^ {2}${username} +(\\S+)`, 'm').exec(said)?.[1] ?? '' }
}
