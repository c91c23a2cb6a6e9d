/**
 * Who may do what with which Studies, until when. Nothing else opens an image.
 *
 * @module
 */
import type { Archive, PatientIdentity, StudyOverview } from '../archive/index.ts'
import type { People } from '../accounts/index.ts'
import type { AccountCaller } from '../../platform/server/auth/caller.ts'
import type { Clock, Instant } from '../../platform/server/clock.ts'
import { newId } from '../../platform/server/ids.ts'
import * as store from './store.ts'
import type { GrantRow } from './tables.ts'

export type Action = 'view' | 'download'

/** What a grant is given for: to look, and to take home. */
export const ACTIONS: readonly Action[] = ['view', 'download']

export interface Grant {
  readonly id: string
  readonly accountId: string
  readonly actions: readonly string[]
}

export interface Opened {
  readonly grant: Grant
  readonly study: StudyOverview
}

export interface Grants {
  /** Gives a patient's account its standing grant on the Patient's Studies, those to come included. */
  releaseToOwner(accountId: string): Promise<void>
  /** Lets a visitor look at Studies of one Patient for a while. @returns false if they are not one Patient's. */
  lend(loan: Loan): Promise<boolean>
  /** Every Study that the caller may do `action` with, each once; of one Patient, newest first. */
  studies(caller: AccountCaller, action: Action): Promise<readonly Opened[]>
  /** Whose Studies, those to come included, the caller may do `action` with. */
  patients(caller: AccountCaller, action: Action): Promise<readonly PatientIdentity[]>
  /** The Study, if the caller may. Absent and forbidden look alike. */
  open(caller: AccountCaller, action: Action, studyId: string): Promise<Opened | undefined>
  /** Whether a grant that was used before still opens the Study. */
  stillOpens(grantId: string, action: Action, studyId: string): Promise<boolean>
  /** Whether somebody ended it: what runs on it ends too. One whose time is over lets what runs come to its end. */
  wasEnded(grantId: string): Promise<boolean>
  /** Accounts that hold a grant on a Study. */
  holdersOf(studyId: string): Promise<readonly string[]>
}

/** To look only, for who came by another program. VWR-22. */
export interface Loan {
  /** Of the visitor. */
  readonly accountId: string
  readonly studies: readonly string[]
  readonly by: string
  readonly until: Instant
}

export interface GrantsOptions {
  readonly db: store.Db
  readonly clock: Clock
  readonly archive: Archive
  readonly people: Pick<People, 'one'>
}

export function createGrantRules(options: GrantsOptions): Grants {
  const { db, clock, archive, people } = options

  async function releaseToOwner(accountId: string): Promise<void> {
    const account = await people.one(accountId)
    if (account?.patient_id == null) return
    const now = clock.now()
    await store.addOwnPatient(db, {
      id: newId('grt', now), kind: 'own', parent_id: null, account_id: account.id, patient_id: account.patient_id,
      issuer: account.patient_issuer ?? '', studies: null, actions: [...ACTIONS], reason: '', granted_by: null, until: null,
      created_at: now,
    })
  }

  async function held(accountId: string, action: Action): Promise<readonly GrantRow[]> {
    const grants = await store.openGrants(db, accountId, clock.now())
    return grants.filter(({ actions }) => actions.includes(action))
  }

  async function studies(caller: AccountCaller, action: Action): Promise<readonly Opened[]> {
    const opened = new Map<string, Opened>()
    for (const grant of await held(caller.accountId, action)) {
      for (const study of await archive.studiesOfPatient(patientOf(grant)))
        if (includes(grant, study.id) && !opened.has(study.id)) opened.set(study.id, { grant: grantOf(grant), study })
    }
    return [...opened.values()]
  }

  async function covers(grant: GrantRow, studyId: string): Promise<boolean> {
    if (!includes(grant, studyId)) return false
    const patient = await archive.patientOf(studyId)
    return patient?.patientId === grant.patient_id && patient.issuer === grant.issuer
  }

  async function open(caller: AccountCaller, action: Action, studyId: string): Promise<Opened | undefined> {
    for (const grant of await held(caller.accountId, action)) {
      if (!(await covers(grant, studyId))) continue
      const study = await archive.study(studyId)
      return study && { grant: grantOf(grant), study }
    }
    return undefined
  }

  async function stillOpens(grantId: string, action: Action, studyId: string): Promise<boolean> {
    const grant = await store.grantById(db, grantId, clock.now())
    return grant !== undefined && grant.actions.includes(action) && (await covers(grant, studyId))
  }

  async function holdersOf(studyId: string): Promise<readonly string[]> {
    const patient = await archive.patientOf(studyId)
    if (patient === undefined) return []
    const grants = await store.grantsOnPatient(db, patient, clock.now())
    return [...new Set(grants.filter((grant) => includes(grant, studyId)).map(({ account_id }) => account_id))]
  }

  return {
    holdersOf, releaseToOwner, studies, open, stillOpens, lend: (loan) => lend(options, loan), wasEnded: (grantId) => store.wasEnded(db, grantId),
    patients: async ({ accountId }, action) => (await held(accountId, action)).filter(({ studies: only }) => only === null).map(patientOf),
  }
}

async function lend({ db, clock, archive }: GrantsOptions, { accountId, studies: ids, by, until }: Loan): Promise<boolean> {
  const [patient, ...others] = await Promise.all(ids.map((id) => archive.patientOf(id)))
  const isSame = others.every((other) => other?.patientId === patient?.patientId && other?.issuer === patient?.issuer)
  // Without a Patient ID nobody can say whose it is.
  if (patient === undefined || patient.patientId === '' || !isSame) return false
  const now = clock.now()
  await store.addGrant(db, {
    id: newId('grt', now), kind: 'code', parent_id: null, account_id: accountId, patient_id: patient.patientId, issuer: patient.issuer,
    studies: [...ids], actions: ['view'], reason: '', granted_by: by, until, created_at: now,
  })
  return true
}

/** Of the Patient's Studies, only those that are named, if any are. */
function includes({ studies }: GrantRow, studyId: string): boolean {
  return studies?.includes(studyId) ?? true
}

function patientOf({ patient_id: patientId, issuer }: GrantRow): PatientIdentity {
  return { patientId, issuer }
}

function grantOf({ id, account_id: accountId, actions }: GrantRow): Grant {
  return { id, accountId, actions }
}
