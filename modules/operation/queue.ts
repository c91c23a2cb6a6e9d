/**
 * The queue of jobs for administrators. ADM-21. A job that fails may be tried at once: each is made so that twice does no harm.
 * Only what nobody would try again may be taken out.
 *
 * @module
 */
import type { Kysely } from 'kysely'
import { actorOf, audit } from '../../platform/server/audit.ts'
import { isoTime } from '../../platform/server/clock.ts'
import type { Visit } from '../../platform/server/http/route.ts'
import { failingJobs, kindsOfJobs, removeGivenUp, tryAgain } from '../../platform/server/job-queue.ts'
import type { JobsView } from './contract.ts'

/** More than a person looks through. */
const FAILING_SHOWN = 200

type By = Pick<Visit, 'caller' | 'address'>

export interface Queue {
  view(): Promise<JobsView>
  /** @returns false if it does not fail any more. */
  tryAgain(by: By, id: string): Promise<boolean>
  /** @returns false if it is not given up, or gone. */
  remove(by: By, id: string): Promise<boolean>
}

export function createQueue(db: Kysely<unknown>): Queue {
  const act = (done: string, work: typeof tryAgain) => ({ caller, address }: By, id: string): Promise<boolean> =>
    db.transaction().execute(async (tx) => {
      const kind = await work(tx, id)
      if (kind === undefined) return false
      await audit(tx, { action: `operation.${done}`, actor: actorOf(caller), address, subject: id, outcome: 'done', detail: { kind } })
      return true
    })
  return {
    tryAgain: act('job-tried-again', tryAgain), remove: act('job-removed', removeGivenUp),
    async view() {
      const [kinds, failing] = await Promise.all([kindsOfJobs(db), failingJobs(db, FAILING_SHOWN)])
      return {
        kinds: kinds.map(({ kind, waiting, planned, running, failing, givenUp }) => ({ kind, waiting, planned, running, failing, givenUp })),
        failing: failing.map((job) => ({ ...job, createdAt: isoTime(job.createdAt), runAt: isoTime(job.runAt) })),
      }
    },
  }
}
