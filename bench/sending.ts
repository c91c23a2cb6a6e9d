/** One storescu, one association, one study. */
import { isInstalled, runProgram } from '../tests/setup/programs.ts'
import type { MadeStudy } from './instances.ts'
import type { Receiver } from './peers/receiver.ts'
import { PEER_ENVIRONMENT } from './peers/server-process.ts'
import { syncDisks } from './sync-disks.ts'

export const canSend = isInstalled('storescu')

export interface Sent {
  /** From the start of storescu to its end. */
  readonly seconds: number
  readonly arrived: number
}

/** storescu stops at the first answer that is no success. */
export async function sendStudy(study: MadeStudy, receiver: Receiver): Promise<Sent> {
  const seconds = await runStorescu(study, receiver)
  const arrived = await receiver.count(study)
  await syncDisks()
  return { seconds, arrived }
}

/** From its start to its end. @returns seconds. */
export async function runStorescu(study: MadeStudy, { name, aeTitle, port }: Pick<Receiver, 'name' | 'aeTitle' | 'port'>): Promise<number> {
  const since = performance.now()
  const { status, stderr } = await runProgram(
    'storescu', ['--required', '-aec', aeTitle, '127.0.0.1', String(port), '+sd', study.folder], PEER_ENVIRONMENT,
  )
  if (status !== 0) throw new Error(`storescu to ${name}: ${stderr.slice(0, 1_000)}`)
  return (performance.now() - since) / 1_000
}
