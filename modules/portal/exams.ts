/**
 * What a patient sees, and a doctor of the patients opened to them: exams, their pictures, and where each stands.
 *
 * @module
 */
import type { AccountCaller } from '../../platform/server/auth/caller.ts'
import type { NoteLook } from '../../platform/server/looks.ts'
import type { Archive, SeriesOverview, StudyOverview } from '../archive/index.ts'
import type { Grants } from '../grants/index.ts'
import type { Report } from './contract.ts'
import { reportsOf } from './report.ts'
import type { Placed, Requests } from './requests.ts'

export interface Exam {
  readonly study: StudyOverview
  /** Whose it is; null for the patient, who knows. */
  readonly patient: ExamPatient | null
  /** Newest first. */
  readonly requests: readonly Placed[]
}

export interface ExamPatient {
  readonly patientId: string
  /** PN as it was received. */
  readonly name: string
}

export interface Picture {
  readonly mediaType: string
  readonly bytes: Uint8Array
}

interface Who {
  readonly caller: AccountCaller
  readonly address: string
}

export interface Exams {
  /** Newest first. */
  all(caller: AccountCaller): Promise<readonly Exam[]>
  /** Noted: who saw whose. */
  one(who: Who, examId: string): Promise<(Exam & { readonly series: readonly SeriesOverview[]; readonly reports: readonly Report[] }) | undefined>
  thumbnail(caller: AccountCaller, examId: string, seriesId?: string): Promise<Picture | undefined>
}

interface ExamsOptions {
  readonly archive: Archive
  readonly grants: Grants
  readonly requests: Requests
  readonly looks: NoteLook
}

export function createExams({ archive, grants, requests, looks }: ExamsOptions): Exams {
  async function all(caller: AccountCaller): Promise<readonly Exam[]> {
    const [opened, made] = await Promise.all([grants.studies(caller, 'view'), requests.all(caller)])
    const patients = await patientsFor(caller, opened.map(({ study }) => study.id))
    return opened.map(({ study }) => ({
      study, patient: patients.get(study.id) ?? null, requests: made.filter(({ row }) => row.study_id === study.id),
    })).toSorted((a, b) => newestFirst(a.study, b.study))
  }

  async function one({ caller, address }: Who, examId: string) {
    const opened = await grants.open(caller, 'view', examId)
    if (opened === undefined) return undefined
    const [series, made, patients, reports] = await Promise.all([
      archive.seriesOf(examId), requests.ofStudy(caller, examId), patientsFor(caller, [examId]), reportsOf(archive, examId),
    ])
    await looks({ caller, address }, { action: 'portal.exam-shown', subject: examId })
    return { study: opened.study, patient: patients.get(examId) ?? null, series, requests: made, reports }
  }

  /** By Study. A patient need not be told who they are; nor a visitor, who has a patient's code. */
  async function patientsFor({ role }: AccountCaller, studyIds: readonly string[]): Promise<ReadonlyMap<string, ExamPatient>> {
    if (role !== 'doctor' || studyIds.length === 0) return new Map()
    const page = await archive.find({ level: 'study', filter: {}, within: studyIds, limit: studyIds.length })
    return new Map(page.kind === 'page' ? page.entries.map(({ study, patient }) => [study.id, patient]) : [])
  }

  async function thumbnail(caller: AccountCaller, examId: string, seriesId?: string): Promise<Picture | undefined> {
    if ((await grants.open(caller, 'view', examId)) === undefined) return undefined
    const preview = await archive.previewOf(examId, seriesId)
    return preview && { mediaType: preview.media_type, bytes: preview.bytes }
  }

  return { all, one, thumbnail }
}

/** Of several patients, too. DA and TM sort as text. */
function newestFirst(a: StudyOverview, b: StudyOverview): number {
  return `${b.date}${b.time}`.localeCompare(`${a.date}${a.time}`)
}
