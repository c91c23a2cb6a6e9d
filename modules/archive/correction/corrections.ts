/**
 * Who a Study is about, put right by a person: a correction is noted beside what came, and shown in its place. It may be taken
 * back. ING-37, IHE RAD TF IRWF.
 *
 * - The person's name, birth date and sex hold for all Studies of the Patient, those to come included.
 * - Another Patient ID or issuer moves this Study alone to another Patient. One who is here already is joined only if the
 *   person who corrects says so, and then keeps their name: two Patients that look alike are never merged by themselves.
 * - An Accession Number is the Study's own.
 *
 * @module
 */
import { actorOf, audit } from '../../../platform/server/audit.ts'
import type { AccountCaller } from '../../../platform/server/auth/caller.ts'
import type { Clock } from '../../../platform/server/clock.ts'
import { emit } from '../../../platform/server/events.ts'
import { newId } from '../../../platform/server/ids.ts'
import * as store from '../store/correction.ts'
import {
  differences, identityNames, isAnother, personNames, personOf, withChanges, type Changed, type Identity, type Person,
} from './identity.ts'
import type { Reason } from './view.ts'

/** Told with the id of a Study that now is about somebody else, or about the same under another name. */
export const STUDY_CORRECTED = 'study.corrected'

export interface Correction {
  /** All of it as it should be. */
  readonly identity: Identity
  readonly reason: Reason
  /** Why, in the words of who corrects. */
  readonly note: string
  /** Where the Patient ID is known already: that it is this Patient. */
  readonly joins: boolean
}

export type Outcome =
  | { readonly kind: 'corrected'; readonly correctionId: string; readonly studies: number }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'not-found' }
  /** The Patient ID is this person's. */
  | { readonly kind: 'known-patient'; readonly person: Person }

export type Undone = { readonly kind: 'undone'; readonly studies: number } | { readonly kind: 'not-found' }

/** Who corrects, and from where. */
export interface By {
  readonly caller: AccountCaller
  readonly address: string
}

export interface Corrections {
  correct(by: By, studyId: string, correction: Correction): Promise<Outcome>
  /** @param studyId - one of the Studies that it holds for. */
  undo(by: By, studyId: string, correctionId: string): Promise<Undone>
}

export interface CorrectionsOptions {
  readonly db: store.Db
  readonly clock: Clock
  /** Called for each Study whose rows changed, after they did. */
  readonly changed: (studyId: string) => void
}

export function createCorrections(options: CorrectionsOptions): Corrections {
  return {
    async correct(by, studyId, correction) {
      const { outcome, studies } = await options.db.transaction().execute((tx) => correct({ ...options, tx, by }, studyId, correction))
      for (const study of studies) options.changed(study)
      return outcome
    },
    async undo(by, studyId, correctionId) {
      const studies = await options.db.transaction().execute((tx) => undo({ ...options, tx, by }, studyId, correctionId))
      for (const study of studies ?? []) options.changed(study)
      return studies === null ? { kind: 'not-found' } : { kind: 'undone', studies: studies.length }
    },
  }
}

interface Work {
  readonly tx: store.Db
  readonly clock: Clock
  readonly by: By
}

interface Done {
  readonly outcome: Outcome
  readonly studies: readonly string[]
}

function nothing(outcome: Outcome): Done {
  return { outcome, studies: [] }
}

async function correct(work: Work, studyId: string, { identity, reason, note, joins }: Correction): Promise<Done> {
  const { tx, clock, by } = work
  const whose = await store.holdStudy(tx, studyId)
  if (whose === undefined) return nothing({ kind: 'not-found' })
  const wished = trimmed(identity)
  const moves = isAnother(differences(whose, wished))
  const there = moves ? await store.patientWith(tx, wished) : undefined
  if (there !== undefined && !joins) return nothing({ kind: 'known-patient', person: personOf(there) })
  const target = there === undefined ? wished : { ...wished, ...personOf(there) }
  const changed = differences(whose, target)
  if (Object.keys(changed).length === 0) return nothing({ kind: 'unchanged' })

  const now = clock.now()
  const ofPerson = moves ? {} : onlyOf(changed, personNames)
  const isOfPatient = Object.keys(ofPerson).length > 0
  const others = isOfPatient ? (await store.studiesOfRow(tx, whose.patientRow)).filter((id) => id !== studyId) : []
  const parts = new Map<string, Changed>([[studyId, changed], ...others.map((id) => [id, ofPerson] as const)])
  for (const study of parts.keys()) await store.keepReceived(tx, study)
  const correctionId = newId('cor', now)
  await store.addCorrection(tx, {
    id: correctionId, madeAt: now, madeBy: by.caller.accountId, reason, note: note.trim(),
    ofPatient: isOfPatient ? { row: whose.patientRow, before: personOf(whose) } : null,
  }, parts)
  const patientRow = moves ? await store.patientFor(tx, newId('pat', now), target) : whose.patientRow
  if (isOfPatient) await store.namePatient(tx, patientRow, target)
  await store.assignStudy(tx, studyId, { patientRow, accessionNumber: target.accessionNumber }, now)
  for (const other of others) await touch(work, other)
  await noteAll(work, 'archive.corrected', correctionId, parts)
  return { outcome: { kind: 'corrected', correctionId, studies: parts.size }, studies: [...parts.keys()] }
}

/** Its own rows say the same as before; what is found and told of it does not. */
async function touch({ tx, clock }: Work, studyId: string): Promise<void> {
  const whose = await store.holdStudy(tx, studyId)
  if (whose !== undefined) await store.assignStudy(tx, studyId, whose, clock.now())
}

async function undo(work: Work, studyId: string, correctionId: string): Promise<readonly string[] | null> {
  const { tx, clock, by } = work
  const isOfStudy = (await store.historyOf(tx, studyId)).some(({ id, undoneAt }) => id === correctionId && undoneAt === null)
  const made = isOfStudy ? await store.takeBack(tx, correctionId, by.caller.accountId, clock.now()) : null
  if (made === null) return null
  const person = made.patientRow === null ? undefined : await store.personOfRow(tx, made.patientRow)
  if (made.patientRow !== null && person !== undefined) await store.namePatient(tx, made.patientRow, person)
  for (const study of made.parts.keys()) await settleStudy(work, study)
  await noteAll(work, 'archive.correction-undone', correctionId, made.parts)
  return [...made.parts.keys()]
}

/** What the corrections say that are still in force; without any, as it came. */
async function settleStudy({ tx, clock }: Work, studyId: string): Promise<void> {
  const [whose, came] = [await store.holdStudy(tx, studyId), await store.cameAs(tx, studyId)]
  if (whose === undefined || came === undefined) return
  const steps = await store.stepsOf(tx, studyId)
  const target = withChanges(came, steps.map(({ changed }) => changed))
  const now = clock.now()
  const moves = isAnother(differences(whose, target))
  const patientRow = moves ? await store.patientFor(tx, newId('pat', now), target) : whose.patientRow
  await store.assignStudy(tx, studyId, { patientRow, accessionNumber: target.accessionNumber }, now)
  if (steps.length === 0) await store.forgetReceived(tx, studyId)
}

/** Which attributes, never their values. */
async function noteAll({ tx, by }: Work, action: string, correction: string, parts: ReadonlyMap<string, Changed>): Promise<void> {
  for (const [subject, changed] of parts) {
    const detail = { correction, attributes: Object.keys(changed).join(' ') }
    await audit(tx, { action, actor: actorOf(by.caller), address: by.address, subject, outcome: 'done', detail })
    await emit(tx, { name: STUDY_CORRECTED, subject })
  }
}

function trimmed(identity: Identity): Identity {
  return Object.fromEntries(identityNames.map((name) => [name, identity[name].trim()])) as unknown as Identity
}

function onlyOf(changed: Changed, names: readonly (keyof Identity)[]): Changed {
  return Object.fromEntries(names.flatMap((name) => (changed[name] === undefined ? [] : [[name, changed[name]]])))
}
