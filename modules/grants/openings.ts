/**
 * Exams of a patient opened to a doctor by staff, and who may see them at all (POR-24).
 *
 * @module
 */
import { actorOf, audit } from '../../platform/server/audit.ts'
import type { AccountCaller } from '../../platform/server/auth/caller.ts'
import { newId } from '../../platform/server/ids.ts'
import { tell } from '../../platform/server/live.ts'
import type { People } from '../accounts/index.ts'
import type { Archive, FoundPatient, StudyOverview } from '../archive/index.ts'
import { DAY_MS, type Clock } from '../../platform/server/clock.ts'
import type { NewOpening } from './contract.ts'
import { endWithAll } from './ending.ts'
import { ACTIONS } from './grants.ts'
import * as store from './store.ts'
import type { GrantRow } from './tables.ts'

export interface HeldGrant {
  readonly grant: GrantRow
  readonly person: Person
  readonly grantedBy: string | null
}

export interface Person {
  readonly id: string
  readonly name: string
  readonly username: string
  readonly role: string
}

export interface ExamOf {
  readonly study: StudyOverview
  readonly patient: FoundPatient
}

export type OpeningMade =
  | { readonly kind: 'opened'; readonly grantId: string }
  | { readonly kind: 'no-exam' | 'no-doctor' }

export interface Openings {
  exam(studyId: string): Promise<ExamOf | undefined>
  /** Everybody who may see exams of this Patient, but for visitors with a code. */
  holders(patient: FoundPatient): Promise<readonly HeldGrant[]>
  doctors(): Promise<readonly Person[]>
  open(caller: AccountCaller, studyId: string, wish: NewOpening): Promise<OpeningMade>
  /** What a patient holds on their own images is not ended here. @returns false if there is no such grant. */
  end(caller: AccountCaller, grantId: string): Promise<boolean>
}

export interface OpeningsOptions {
  readonly db: store.Db
  readonly clock: Clock
  readonly archive: Archive
  readonly people: Pick<People, 'known' | 'ofRole' | 'one'>
}

export function createOpenings(options: OpeningsOptions): Openings {
  const { db, clock, people } = options
  return {
    exam: (studyId) => examOf(options.archive, studyId),
    async holders(patient) {
      const grants = await store.grantsOnPatient(db, patient, clock.now())
      const known = await people.known(grants.flatMap(({ account_id: holder, granted_by: by }) => [holder, ...(by === null ? [] : [by])]))
      return grants.filter(({ kind }) => kind !== 'code').flatMap((grant) => {
        const account = known.get(grant.account_id)
        const grantedBy = grant.granted_by === null ? null : (known.get(grant.granted_by)?.display_name ?? '')
        return account === undefined ? [] : [{ grant, person: personOf(account), grantedBy }]
      })
    },
    async doctors() {
      return (await people.ofRole('doctor')).map(personOf).toSorted((a, b) => a.name.localeCompare(b.name))
    },
    open: (caller, studyId, wish) => open(options, caller, studyId, wish),
    async end(caller, grantId) {
      const grant = await store.grantById(db, grantId, clock.now())
      if (grant?.kind !== 'opened') return false
      await db.transaction().execute((tx) => endWithAll(tx, caller, grantId, clock.now()))
      return true
    },
  }
}

function personOf({ id, display_name: name, username, role }: Awaited<ReturnType<People['ofRole']>>[number]): Person {
  return { id, name, username, role }
}

export async function examOf(archive: Archive, studyId: string): Promise<ExamOf | undefined> {
  const study = await archive.study(studyId)
  if (study === undefined) return undefined
  const page = await archive.find({ level: 'study', filter: {}, within: [studyId], limit: 1 })
  const patient = page.kind === 'page' ? page.entries[0]?.patient : undefined
  return patient && { study, patient }
}

async function open(
  { db, clock, archive, people }: OpeningsOptions, caller: AccountCaller, studyId: string, wish: NewOpening,
): Promise<OpeningMade> {
  const now = clock.now()
  const until = wish.days === null ? null : now + wish.days * DAY_MS
  const doctor = await people.one(wish.accountId)
  if (doctor?.role !== 'doctor' || !doctor.active) return { kind: 'no-doctor' }
  const exam = await examOf(archive, studyId)
  // Without a Patient ID nobody can say whose it is: only the exam itself can be opened, and that to nobody in particular.
  if (exam === undefined || exam.patient.patientId === '') return { kind: 'no-exam' }
  const grant: store.NewGrant = {
    id: newId('grt', now), kind: 'opened', parent_id: null, account_id: doctor.id, patient_id: exam.patient.patientId,
    issuer: exam.patient.issuer, studies: wish.scope === 'exam' ? [studyId] : null, actions: [...ACTIONS],
    reason: wish.reason.trim(), granted_by: caller.accountId, until, created_at: now,
  }
  await db.transaction().execute(async (tx) => {
    await store.addGrant(tx, grant)
    await audit(tx, {
      action: 'grants.opened', actor: actorOf(caller), address: null, subject: grant.id, outcome: 'done',
      detail: { account: doctor.id, study: studyId, scope: wish.scope, ...(until !== null && { until }) },
    })
    await tell(tx, doctor.id, 'exams', null)
  })
  return { kind: 'opened', grantId: grant.id }
}
