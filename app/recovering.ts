import { setTimeout as sleep } from 'node:timers/promises'
import type { Archive } from '../modules/archive/index.ts'
import type { SegmentRegister } from '../platform/server/blobs/index.ts'
import { SECOND_MS } from '../platform/server/clock.ts'
import { faultOf, type Log } from '../platform/server/log.ts'

export interface RecoveringOptions {
  readonly register: Pick<SegmentRegister, 'onLost'>
  readonly archive: Pick<Archive, 'recover'>
  readonly log: Log
}

const TRY_AGAIN_MS = SECOND_MS

/**
 * A database that ended may have lost rows of images that were acknowledged: their commits do not wait for its log. Once it is
 * back, what this process wrote is compared with the rows, as after an end of the process itself.
 *
 * @returns what ends it.
 */
export function recoverAfterLoss(options: RecoveringOptions): () => Promise<void> {
  const closing = new AbortController()
  let working = Promise.resolve()
  options.register.onLost(() => {
    working = working.then(() => recoverOnceBack(options, closing.signal))
  })
  return () => {
    closing.abort()
    return working
  }
}

async function recoverOnceBack({ archive, log }: RecoveringOptions, closing: AbortSignal): Promise<void> {
  while (!closing.aborted) {
    try {
      const recovered = await archive.recover()
      log.info({ recovered }, 'the database is back, and what it may have lost was looked for')
      return
    } catch (error) {
      log.warn(faultOf(error), 'what the database may have lost is looked for once it is back')
      await sleep(TRY_AGAIN_MS, undefined, { signal: closing }).catch(() => undefined)
    }
  }
}
