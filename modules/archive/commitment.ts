/**
 * Storage Commitment: a sender asks whether we keep what it sent, and may then delete its own. PS3.4 Annex J.
 *
 * The answer to the question says that a report will follow, so the report is durable before that answer: it is told on
 * the asker's association as long as that is open, else on one of ours, again and again.
 *
 * @module
 */
import { associate, CommitmentFailure, reportContexts, Status } from '@filmjacket/dicom-net'
import type { CommitmentQuestion, CommitmentReport, InstanceReference } from '@filmjacket/dicom-net'
import type { Kysely } from 'kysely'
import { SECOND_MS, type Clock } from '../../platform/server/clock.ts'
import { enqueue } from '../../platform/server/jobs.ts'
import type { Peers } from './peers.ts'
import * as store from './store/commitment.ts'
import type { ArchiveTables } from './tables.ts'

export const REPORT_COMMITMENT = { kind: 'archive.report-commitment', attempts: 12 }

/** For the asker to hear it on the association on which it asked. */
const OWN_ASSOCIATION_MS = 30 * SECOND_MS

export interface Commitments {
  /** @returns the report, promised; null if one on this transaction is waiting already. */
  promise(aeTitle: string, question: CommitmentQuestion): Promise<CommitmentReport | null>
  /** The asker has heard it. */
  told(asked: store.Asked): Promise<void>
  /** Calls the asker, if it has not heard it. Doing it twice tells it once. */
  tell(asked: store.Asked, signal: AbortSignal): Promise<void>
}

export interface CommitmentOptions {
  readonly db: Kysely<ArchiveTables>
  readonly clock: Clock
  readonly peers: Peers
  /** What we call ourselves. */
  readonly aeTitle: () => string
  /** Resolves when what was acknowledged until now is in rows. */
  readonly indexed: () => Promise<void>
}

export function createCommitments({ db, clock, peers, aeTitle: ownTitle, indexed }: CommitmentOptions): Commitments {
  async function promise(aeTitle: string, question: CommitmentQuestion): Promise<CommitmentReport | null> {
    const report = await judge(question)
    const asked = { aeTitle, transactionUid: question.transactionUid }
    const now = clock.now()
    const isNew = await db.transaction().execute(async (tx) => {
      if (!(await store.addReport(tx, asked, report, now))) return false
      await enqueue(tx, REPORT_COMMITMENT, asked, { runAt: now + OWN_ASSOCIATION_MS })
      return true
    })
    return isNew ? report : null
  }

  async function judge({ transactionUid, references }: CommitmentQuestion): Promise<CommitmentReport> {
    await indexed()
    const classes = await store.classesOf(db, references.map(({ sopInstanceUid }) => sopInstanceUid))
    const reasonAgainst = ({ sopInstanceUid, sopClassUid }: InstanceReference): number | null => {
      const held = classes.get(sopInstanceUid)
      if (held === undefined) return CommitmentFailure.noSuchInstance
      return held === sopClassUid ? null : CommitmentFailure.classInstanceConflict
    }
    const judged = references.map((reference) => ({ ...reference, reason: reasonAgainst(reference) }))
    return {
      transactionUid,
      stored: judged.filter(({ reason }) => reason === null).map(({ sopClassUid, sopInstanceUid }) => ({ sopClassUid, sopInstanceUid })),
      failed: judged.flatMap(({ reason, ...reference }) => (reason === null ? [] : [{ ...reference, reason }])),
    }
  }

  async function tell(asked: store.Asked, signal: AbortSignal): Promise<void> {
    const report = await store.waitingReport(db, asked)
    if (report === undefined) return
    const destination = await peers.destination(asked.aeTitle)
    if (destination === null) throw new Error('nobody has said where the asker is to be reached')
    const association = await associate({ ...destination.address, callingAe: ownTitle(), contexts: reportContexts(), signal })
    try {
      const { status } = await association.reportCommitment(report)
      if (status !== Status.success) throw new Error(`the asker answered ${status.toString(16)} to the report`)
      await store.removeReport(db, asked)
    } finally {
      await association.release().catch(() => association.abort())
    }
  }

  return { promise, tell, told: (asked) => store.removeReport(db, asked) }
}
