/**
 * Staff say that nobody should see a Study any more (NET-23, IOCM). What they say becomes a note in the Study, which takes the
 * other objects out of the archive as a note from elsewhere does: held, and brought back if that was wrong. The note stays, and
 * leaves with the Study, by hand or by rule, so that other archives hear of it.
 *
 * @module
 */
import { once } from '@filmjacket/bytes'
import type { Kysely } from 'kysely'
import { audit } from '../../../platform/server/audit.ts'
import type { AccountCaller } from '../../../platform/server/auth/caller.ts'
import type { Clock } from '../../../platform/server/clock.ts'
import type { StudyRejectionTitle } from '../contract.ts'
import { findPages, type Found } from '../find.ts'
import type { Ingest } from '../ingest.ts'
import type { ArchiveTables } from '../tables.ts'
import { rejectionNote } from './rejection-note.ts'
import { NOTE_CLASS } from './rejection.ts'

export type RejectedStudy =
  | { readonly kind: 'rejected'; readonly instances: number }
  /** The Study is not here, or nothing is in it but notes. */
  | { readonly kind: 'not-found' }
  /** The site takes notes as objects like others: one of ours would do nothing. */
  | { readonly kind: 'off' }

export interface Rejecting {
  study(by: { readonly caller: AccountCaller; readonly address: string }, studyId: string, title: StudyRejectionTitle): Promise<RejectedStudy>
}

export interface RejectingOptions {
  readonly db: Kysely<ArchiveTables>
  readonly clock: Clock
  readonly ingest: Pick<Ingest, 'file' | 'indexed'>
  readonly isOn: () => boolean
}

export function createRejecting({ db, clock, ingest, isOn }: RejectingOptions): Rejecting {
  return {
    async study({ caller: { accountId }, address }, studyId, title) {
      if (!isOn()) return { kind: 'off' }
      await ingest.indexed()
      const [first, ...others] = await imagesOf(db, studyId)
      if (first === undefined) return { kind: 'not-found' }
      const instances = others.length + 1
      const note = rejectionNote([first, ...others], title, clock.now())
      await audit(db, {
        action: 'archive.rejection-made', actor: accountId, address, subject: studyId, outcome: 'done',
        detail: { title, instances, noteUid: note.sopInstanceUid, studyUid: first.study.uid },
      })
      const { kind } = await ingest.file({ kind: 'made', accountId, peer: address }, once(note.bytes))
      if (kind !== 'stored') throw new Error(`a rejection note was not stored: ${kind}`)
      return { kind: 'rejected', instances }
    },
  }
}

/** But for selections: without what they name they show nothing, and notes among them say why. */
async function imagesOf(db: Kysely<ArchiveTables>, studyId: string): Promise<readonly Found[]> {
  const found: Found[] = []
  for await (const page of findPages(db, { level: 'instance', filter: {}, within: [studyId] }))
    found.push(...page.filter(({ instance }) => instance?.sopClassUid !== NOTE_CLASS))
  return found
}
