/**
 * Facts that other modules may watch, in past tense: `study.settled`.
 *
 * An event is written in the transaction of its fact, as a job: delivered at least once, in order for each
 * subject. A watcher may do something of its own; it cannot change what happened.
 *
 * @module
 */
import type { QueryExecutorProvider } from 'kysely'
import Type from 'typebox'
import { enqueue, job, mountJobs, type MountedJobs } from './jobs.ts'

export interface Event {
  readonly name: string
  /** Id of what it happened to: events of one subject arrive in order. */
  readonly subject: string
}

/** Reacts to an event. Runs again if it throws, so doing it twice must do no harm. */
export interface Watch {
  readonly event: string
  run(subject: string): Promise<void>
}

const Delivery = Type.Object({ name: Type.String(), subject: Type.String() })

const deliver = job({
  kind: 'events.deliver',
  payload: Delivery,
  attempts: 25,
  run: async (watches: readonly Watch[], { name, subject }) => {
    for (const watch of watches) if (watch.event === name) await watch.run(subject)
  },
})

/** Tells a fact with the transaction that makes it one. */
export function emit(db: QueryExecutorProvider, { name, subject }: Event): Promise<void> {
  return enqueue(db, deliver, { name, subject }, { queue: `event:${subject}` })
}

export function deliverTo(watches: readonly Watch[]): MountedJobs {
  return mountJobs(watches, [deliver])
}
