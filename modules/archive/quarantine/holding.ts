/**
 * Keeping what cannot be taken, or may be a wrong Patient's, until a person has looked at it. ING-39.
 *
 * What is held is as durable as what is stored: its bytes lie in a segment and its row speaks of them. It is in no search, no
 * package and no answer to a device.
 *
 * @module
 */
import { createHash } from 'node:crypto'
import type { BlobId } from '@filmjacket/bytes'
import { isUid } from '@filmjacket/dicom-data'
import type { Kysely } from 'kysely'
import { audit } from '../../../platform/server/audit.ts'
import type { Place } from '../../../platform/server/blobs/index.ts'
import { MINUTE_MS, type Clock, type Instant } from '../../../platform/server/clock.ts'
import { newId } from '../../../platform/server/ids.ts'
import type { HeldState, Why } from '../contract.ts'
import type { Description } from '../describe.ts'
import type { Origin } from '../origin.ts'
import { ingestInstances, type IngestAnswer, type IngestEntry } from '../store/ingest.ts'
import { countRefused, hasRoom, heldAmount, waitForTurn } from '../store/held-room.ts'
import * as store from '../store/quarantine.ts'
import type { ArchiveTables } from '../tables.ts'
import type { Limits } from './settings.ts'

export interface Finding {
  readonly why: Why
  /** For technicians; names no value. */
  readonly detail: string
  /** The row of the Patient here that it contradicts. */
  readonly against?: string | undefined
}

export interface Arrival {
  readonly place: Place
  readonly origin: Origin
  /** As far as it could be read. */
  readonly description: Description | null
}

/** `here`: these bytes were here before, and those are kept. */
export type Kept = 'kept' | 'here' | 'no-room'

export interface Holding {
  /** @param isPromised - its sender was told that it is stored: there is always room for it. */
  hold(arrival: Arrival, finding: Finding, isPromised?: boolean): Promise<Kept>
  /** It is in the archive, and a person should look at it. */
  note(arrival: Arrival, finding: Finding): Promise<void>
  /** Whether these bytes have been judged, whatever came of it. */
  isHeld(blobId: BlobId): Promise<boolean>
  /** An image of a UID that is here with other content, which was not taken. */
  refused(arrival: Arrival): Promise<void>
  /**
   * The Instance of the same UID makes place for `entry`, and is kept apart; `conflict` if they are of different Studies, or
   * there is no room to keep it.
   *
   * @param isDecided - by a person: then there is.
   */
  replace(entry: IngestEntry, isDecided?: boolean): Promise<IngestAnswer>
}

export function createHolding(db: Kysely<ArchiveTables>, clock: Clock, limits: () => Limits): Holding {
  async function put(tx: Kysely<ArchiveTables>, { place }: Arrival, row: store.NewHeld): Promise<Kept> {
    const isNew = await store.nameNewBlob(tx, place)
    const isFirst = await store.putHeld(tx, row)
    if (isFirst) await noteDown(tx, row.state === 'open' ? 'archive.quarantined' : 'archive.doubted', row)
    return isNew ? 'kept' : 'here'
  }

  async function hold(arrival: Arrival, finding: Finding, isPromised = false): Promise<Kept> {
    const row = rowOf(arrival, finding, 'open', clock.now())
    return db.transaction().execute(async (tx) => {
      if (isPromised || (await fits(tx, row, limits()))) return put(tx, arrival, row)
      const isNews = await countRefused(tx, row.received_at, NEWS_AFTER_MS)
      if (isNews) await noteDown(tx, 'archive.quarantine-full', row, 'refused')
      return 'no-room'
    })
  }

  return {
    hold,
    async note(arrival, finding) {
      const row = rowOf(arrival, finding, 'noted', clock.now())
      await db.transaction().execute((tx) => put(tx, arrival, row))
    },
    isHeld: (blobId) => store.isHeld(db, blobId),
    refused: (arrival) => noteDown(db, 'archive.same-uid-refused', rowOf(arrival, SAME_UID_FINDING, 'open', clock.now()), 'refused'),
    replace: (entry, isDecided = false) => replace(db, entry, { now: clock.now(), limits: isDecided ? null : limits() }),
  }
}

/** A sender that tries on and on is told in the audit so often. */
const NEWS_AFTER_MS = 15 * MINUTE_MS

/** The same bytes again need no room. Whoever asks for more waits for the others who do. */
async function fits(tx: Kysely<ArchiveTables>, { blob_id: blobId, size_bytes: size }: store.NewHeld, limits: Limits): Promise<boolean> {
  if (await hasRoom(tx, blobId)) return true
  await waitForTurn(tx)
  const { instances, bytes } = await heldAmount(tx)
  return instances + 1 <= limits.instances && bytes + size <= limits.bytes
}

export const SAME_UID_FINDING: Finding = { why: 'same-uid', detail: 'this SOP Instance UID is here with other content' }

/** Once for a case that begins: a Study of a thousand images is one story. */
async function noteDown(
  tx: Kysely<ArchiveTables>, action: string, { id, why, study_uid: studyUid, instance_uid: instanceUid, origin }: store.NewHeld,
  outcome: 'done' | 'refused' = 'done',
): Promise<void> {
  // What only claims to be a UID may be anything, a name too.
  const uids = { ...(isUid(studyUid) ? { studyUid } : {}), ...(isUid(instanceUid) ? { instanceUid } : {}) }
  const { actor, address } = senderOf(origin as Origin)
  await audit(tx, { action, actor, address, subject: id, outcome, detail: { why, ...uids } })
}

function senderOf(origin: Origin): { readonly actor: string | null; readonly address: string | null } {
  switch (origin.kind) {
    case 'dimse': return { actor: origin.callingAe, address: origin.peer }
    case 'wado': return { actor: origin.aeTitle, address: null }
    case 'dicom-web':
    case 'made':
    case 'upload': return { actor: origin.accountId, address: origin.peer }
    case 'import':
    case 'demo': return { actor: null, address: null }
  }
}

/** Longer ones are no UIDs, and are told apart by their beginning. PS3.5 §9.1. */
const UID_KEPT = 128
const TEXT_KEPT = 400

function rowOf({ place, origin, description: it }: Arrival, finding: Finding, state: HeldState, now: number): store.NewHeld {
  const uid = (value: string | undefined) => (value ?? '').slice(0, UID_KEPT)
  const text = (value: string | undefined) => (value ?? '').slice(0, TEXT_KEPT)
  const row = {
    id: newId('qtn', now), blob_id: place.id, why: finding.why, detail: finding.detail, state, against: finding.against ?? null,
    patient_id: text(it?.patientId), issuer: text(it?.issuer), patient_name: text(it?.patientName), birth_date: text(it?.birthDate),
    sex: text(it?.sex), study_uid: uid(it?.studyUid), series_uid: uid(it?.seriesUid), instance_uid: uid(it?.instanceUid),
    sop_class_uid: uid(it?.sopClassUid), accession_number: text(it?.accessionNumber), modality: text(it?.modality),
    study_date: text(it?.studyDate), study_description: text(it?.studyDescription), size_bytes: place.length, origin, received_at: now,
  }
  return { ...row, case_id: caseOf(row) }
}

/** Images of one Study and Patient that wait for the same reason are decided about together; what has no Study, alone. */
export function caseOf({ why, study_uid, patient_id, issuer, blob_id }: Pick<
  store.NewHeld, 'why' | 'study_uid' | 'patient_id' | 'issuer' | 'blob_id'
>): string {
  const parts = study_uid === '' ? [why, blob_id] : [why, study_uid, patient_id, issuer]
  return `case_${createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32)}`
}

class NotReplacedError extends Error {
  override readonly name = 'NotReplacedError'
  readonly answer: IngestAnswer

  constructor(answer: IngestAnswer = { kind: 'conflict' }) {
    super('the first stays')
    this.answer = answer
  }
}

/** All of it or nothing: where the new one cannot be stored, the first stays where it is. */
async function replace(
  db: Kysely<ArchiveTables>, entry: IngestEntry, { now, limits }: { readonly now: Instant; readonly limits: Limits | null },
): Promise<IngestAnswer> {
  const { description } = entry
  try {
    return await db.transaction().execute(async (tx) => {
      const old = await store.supersede(tx, description.instanceUid)
      if (old !== undefined && old.studyUid !== description.studyUid) throw new NotReplacedError()
      const [answer] = await ingestInstances(tx, [entry])
      if (answer?.kind !== 'stored') throw new NotReplacedError(answer)
      if (old === undefined) return answer
      const row = rowOfReplaced(old, description.instanceUid, now)
      if (limits !== null && !(await fits(tx, row, limits))) throw new NotReplacedError()
      await store.putHeld(tx, row)
      await store.removeEmptySeries(tx, row.series_uid)
      await noteDown(tx, 'archive.replaced', row)
      return answer
    })
  } catch (error) {
    if (error instanceof NotReplacedError) return error.answer
    throw error
  }
}

function rowOfReplaced(old: store.SupersededInstance, instanceUid: string, now: Instant): store.NewHeld {
  const { blobId, sizeBytes, sopClassUid, origin, seriesUid } = old
  const row: store.NewHeld = {
    id: newId('qtn', now), blob_id: blobId, why: 'same-uid', detail: 'another of the same SOP Instance UID took its place', state: 'replaced',
    against: null, patient_id: old.patientId, issuer: old.issuer, patient_name: old.patientName, birth_date: old.birthDate, sex: old.sex,
    study_uid: old.studyUid, series_uid: seriesUid, instance_uid: instanceUid, sop_class_uid: sopClassUid,
    accession_number: old.accessionNumber, modality: old.modality, study_date: old.studyDate, study_description: old.studyDescription,
    size_bytes: sizeBytes, origin, received_at: now, case_id: '',
  }
  return { ...row, case_id: caseOf(row) }
}
