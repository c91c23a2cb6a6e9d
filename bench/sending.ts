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
  const { aeTitle, port } = receiver
  const since = performance.now()
  const { status, stderr } = await runProgram(
    'storescu', ['--required', '-aec', aeTitle, '127.0.0.1', String(port), '+sd', study.folder], PEER_ENVIRONMENT,
  )
  const seconds = (performance.now() - since) / 1_000
  if (status !== 0) throw new Error(`storescu to ${receiver.name}: ${stderr.slice(0, 1_000)}`)
  const arrived = await receiver.count(study)
  await syncDisks()
  return { seconds, arrived }
}
