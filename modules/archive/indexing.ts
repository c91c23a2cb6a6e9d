/**
 * Rows of what has arrived, in the order of arrival. What waits while the database works is committed together: a commit
 * for each Instance would bound all senders at the pace of one.
 *
 * @module
 */
import type { Kysely } from 'kysely'
import { continueSeries, ingestInstances, type IngestAnswer, type IngestEntry } from './store/ingest.ts'
import type { ArchiveTables } from './tables.ts'

/** A commit holds at most so many, so that none of them waits long for its neighbours. */
const BATCH = 64
/** How long those for whom nobody waits may gather. */
const GATHER_MS = 10

export interface Indexing {
  /** Entries that are not in rows yet. */
  readonly waiting: number
  /**
   * @param how - `awaited`: a sender waits for the answer; `continuing`: it has one, and this is the next of a Series that is here.
   * @throws what the database throws; the rows may be there all the same.
   */
  add(entry: IngestEntry, how: How): Promise<IngestAnswer>
  /** What gathers is begun with now. */
  hurry(): void
}

export type How = 'awaited' | 'continuing'

interface Waiting {
  readonly entry: IngestEntry
  readonly how: How
  readonly answered: (answer: IngestAnswer) => void
  readonly failed: (error: unknown) => void
}

export function createIndexing(db: Kysely<ArchiveTables>): Indexing {
  const queue: Waiting[] = []
  let inWork = 0
  let gathering: NodeJS.Timeout | undefined

  async function work(): Promise<void> {
    while (queue.length > 0) {
      const batch = queue.splice(0, BATCH)
      inWork = batch.length
      // What was acknowledged goes before what may repeat or contradict it.
      await answerAll(db, batch.filter(({ how }) => how === 'continuing'), continueSeries)
      await answerAll(db, batch.filter(({ how }) => how === 'awaited'), ingestInstances)
    }
    inWork = 0
  }

  function hurry(): void {
    clearTimeout(gathering)
    gathering = undefined
    if (inWork === 0) void work()
  }

  return {
    get waiting() {
      return queue.length + inWork
    },
    hurry,
    add: (entry, how) => new Promise((answered, failed) => {
      queue.push({ entry, how, answered, failed })
      if (how === 'awaited' || queue.length >= BATCH) hurry()
      else gathering ??= setTimeout(hurry, GATHER_MS)
    }),
  }
}

/** One that the database does not take as it takes its neighbours must not hold them up: each then goes by itself. */
async function answerAll(db: Kysely<ArchiveTables>, batch: readonly Waiting[], ingest: typeof ingestInstances): Promise<void> {
  if (batch.length === 0) return
  try {
    const answers = await ingest(db, batch.map(({ entry }) => entry))
    batch.forEach(({ answered, failed }, at) => {
      const answer = answers[at]
      if (answer === undefined) failed(new Error('the database gave fewer answers than it got questions'))
      else answered(answer)
    })
  } catch (error) {
    const [only] = batch
    if (batch.length === 1 && only !== undefined && ingest === ingestInstances) only.failed(error)
    else for (const one of batch) await answerAll(db, [one], ingestInstances)
  }
}
