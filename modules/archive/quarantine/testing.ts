/**
 * An archive whose quarantine is looked at and decided about.
 *
 * @module
 */
import { Tags } from '@filmjacket/dicom-data'
import { sql } from 'kysely'
import type { AccountCaller } from '../../../platform/server/auth/caller.ts'
import { addJobTables } from '../../../platform/server/database/testing.ts'
import type { Decision } from '../contract.ts'
import type { Ingested } from '../ingest.ts'
import { imageFile, inChunks, testArchive, type TestArchive } from '../testing.ts'
import type { Case, Decided } from './cases.ts'
import { GUARD, MOST_DAYS, MOST_IMAGES, SAME_UID, type Guard, type SameUid } from './settings.ts'

export const CLERK: AccountCaller = { kind: 'account', accountId: 'acc_1', role: 'clerk', sessionId: 'ses_1' }
const BY = { caller: CLERK, address: '10.0.0.1' }
export const IMPORT = { kind: 'import' } as const

export interface TestQuarantine extends TestArchive {
  take(bytes: Uint8Array): Promise<Ingested>
  set(policy: { readonly sameUid?: SameUid; readonly guard?: Guard; readonly images?: number; readonly days?: number }): Promise<void>
  waiting(): Promise<readonly Case[]>
  /** Decides, and does what follows. */
  decide(caseId: string, decision: Decision): Promise<Decided>
  audited(action: string): Promise<number>
}

export async function testQuarantine(): Promise<TestQuarantine> {
  const test = await testArchive()
  const { archive, settings, db } = test
  await addJobTables(test.url)
  return {
    ...test,
    async take(bytes) {
      const outcome = await archive.ingest.file(IMPORT, inChunks(bytes, 4_000))
      await archive.ingest.indexed()
      return outcome
    },
    async set({ sameUid, guard, images, days }) {
      if (sameUid !== undefined) await settings.change(CLERK, SAME_UID, sameUid)
      if (guard !== undefined) await settings.change(CLERK, GUARD, guard)
      if (images !== undefined) await settings.change(CLERK, MOST_IMAGES, images)
      if (days !== undefined) await settings.change(CLERK, MOST_DAYS, days)
    },
    waiting: async () => (await archive.quarantine.page({ is: 'waiting' })).cases,
    async decide(caseId, decision) {
      const decided = await archive.quarantine.decide(BY, caseId, decision)
      await archive.quarantine.work(caseId, new AbortController().signal)
      return decided
    },
    async audited(action) {
      const { rows } = await sql`select from audit where action = ${action}`.execute(db)
      return rows.length
    },
  }
}

let studies = 0

export interface Made {
  readonly studyUid: string
  /** An image of the Study, by its number. */
  readonly image: (number: number, changes?: Record<number, unknown>) => Uint8Array
}

/** A Study of its own. */
export function madeStudy(common: Record<number, unknown> = {}): Made {
  const studyUid = `1.2.${5_000 + studies++}`
  return {
    studyUid,
    image: (number, changes = {}) => imageFile({
      [Tags.StudyInstanceUID]: studyUid, [Tags.SeriesInstanceUID]: `${studyUid}.1`, [Tags.SOPInstanceUID]: `${studyUid}.1.${number}`,
      [Tags.PatientID]: `P-${studyUid}`, [Tags.AccessionNumber]: `A-${studies}`, [Tags.InstanceNumber]: number, ...common, ...changes,
    }),
  }
}
