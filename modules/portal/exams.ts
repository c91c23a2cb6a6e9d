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
import type { Naming } from './friendly.ts'
import { reportsOf } from './report.ts'
import type { Placed, Requests } from './requests.ts'

export interface Exam {
  readonly study: StudyOverview
  /** HL7-08. */
  readonly called: string
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
  readonly naming: Naming
}

export function createExams({ archive, grants, requests, looks, naming }: ExamsOptions): Exams {
  async function all(caller: AccountCaller): Promise<readonly Exam[]> {
    const [opened, made] = await Promise.all([grants.studies(caller, 'view'), requests.all(caller)])
    const exams = await described(caller, opened.map(({ study }) => study))
    return exams.map((exam) => ({ ...exam, requests: made.filter(({ row }) => row.study_id === exam.study.id) }))
      .toSorted((a, b) => newestFirst(a.study, b.study))
  }

  async function one({ caller, address }: Who, examId: string) {
    const opened = await grants.open(caller, 'view', examId)
    if (opened === undefined) return undefined
    const [series, made, exams, reports] = await Promise.all([
      archive.seriesOf(examId), requests.ofStudy(caller, examId), described(caller, [opened.study]), reportsOf(archive, examId),
    ])
    const [exam] = exams
    if (exam === undefined) return undefined
    await looks({ caller, address }, { action: 'portal.exam-shown', subject: examId })
    return { ...exam, series, requests: made, reports }
  }

  /** Whose they are, and what they are called. A patient need not be told who they are; nor a visitor, who has a patient's code. */
  async function described({ role }: AccountCaller, studies: readonly StudyOverview[]): Promise<readonly Omit<Exam, 'requests'>[]> {
    const patients = await patientsOf(studies.map(({ id }) => id))
    const exams = studies.map((study) => ({ ...study, patientId: patients.get(study.id)?.patientId ?? '' }))
    const names = await naming.of(exams)
    return exams.map((study) => ({
      study, called: names.get(study) ?? study.description, patient: role === 'doctor' ? patients.get(study.id) ?? null : null,
    }))
  }

  async function patientsOf(studyIds: readonly string[]): Promise<ReadonlyMap<string, ExamPatient>> {
    if (studyIds.length === 0) return new Map()
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
