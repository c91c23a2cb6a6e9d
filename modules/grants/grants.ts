/**
 * Who may do what with which Studies, until when. Nothing else opens an image.
 *
 * @module
 */
import type { Archive, StudyOverview } from '../archive/index.ts'
import type { People } from '../accounts/index.ts'
import type { AccountCaller } from '../../platform/server/auth/caller.ts'
import type { Clock } from '../../platform/server/clock.ts'
import { newId } from '../../platform/server/ids.ts'
import * as store from './store.ts'
import type { GrantRow } from './tables.ts'

export type Action = 'view' | 'download'

/** What a patient may do with their own images. */
const OWN_ACTIONS: readonly Action[] = ['view', 'download']

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
  /** Every Study that the caller may do `action` with, newest first. */
  studies(caller: AccountCaller, action: Action): Promise<readonly Opened[]>
  /** The Study, if the caller may. Absent and forbidden look alike. */
  open(caller: AccountCaller, action: Action, studyId: string): Promise<Opened | undefined>
  /** Whether a grant that was used before still opens the Study. */
  stillOpens(grantId: string, action: Action, studyId: string): Promise<boolean>
  /** Accounts that hold a grant on a Study. */
  holdersOf(studyId: string): Promise<readonly string[]>
}

export interface GrantsOptions {
  readonly db: store.Db
  readonly clock: Clock
  readonly archive: Archive
  readonly people: People
}

export function createGrantRules({ db, clock, archive, people }: GrantsOptions): Grants {
  async function releaseToOwner(accountId: string): Promise<void> {
    const account = await people.one(accountId)
    if (account?.patient_id == null) return
    const now = clock.now()
    await store.addOwnPatient(db, {
      id: newId('grt', now), parent_id: null, account_id: account.id, patient_id: account.patient_id,
      issuer: account.patient_issuer ?? '', actions: [...OWN_ACTIONS], until: null, ended_at: null, created_at: now,
    })
  }

  async function held(accountId: string, action: Action): Promise<readonly GrantRow[]> {
    const grants = await store.openGrants(db, accountId, clock.now())
    return grants.filter(({ actions }) => actions.includes(action))
  }

  async function studies(caller: AccountCaller, action: Action): Promise<readonly Opened[]> {
    const opened: Opened[] = []
    for (const grant of await held(caller.accountId, action)) {
      const identity = { patientId: grant.patient_id, issuer: grant.issuer }
      for (const study of await archive.studiesOfPatient(identity)) opened.push({ grant: grantOf(grant), study })
    }
    return opened
  }

  async function covers(grant: GrantRow, studyId: string): Promise<boolean> {
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
    return patient === undefined ? [] : store.holdersOfPatient(db, patient, clock.now())
  }

  return { holdersOf, releaseToOwner, studies, open, stillOpens }
}

function grantOf({ id, account_id: accountId, actions }: GrantRow): Grant {
  return { id, accountId, actions }
}
