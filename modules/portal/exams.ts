/**
 * What a patient sees: their exams, their pictures, and where each stands.
 *
 * @module
 */
import type { AccountCaller } from '../../platform/server/auth/caller.ts'
import type { Archive, SeriesOverview, StudyOverview } from '../archive/index.ts'
import type { Grants } from '../grants/index.ts'
import type { Requests } from './requests.ts'
import type { RequestRow } from './tables.ts'

export interface Exam {
  readonly study: StudyOverview
  /** Newest first. */
  readonly requests: readonly RequestRow[]
}

export interface Picture {
  readonly mediaType: string
  readonly bytes: Uint8Array
}

export interface Exams {
  /** Newest first. */
  all(caller: AccountCaller): Promise<readonly Exam[]>
  one(caller: AccountCaller, examId: string): Promise<(Exam & { readonly series: readonly SeriesOverview[] }) | undefined>
  thumbnail(caller: AccountCaller, examId: string, seriesId?: string): Promise<Picture | undefined>
}

interface ExamsOptions {
  readonly archive: Archive
  readonly grants: Grants
  readonly requests: Requests
}

export function createExams({ archive, grants, requests }: ExamsOptions): Exams {
  async function all(caller: AccountCaller): Promise<readonly Exam[]> {
    const [opened, made] = await Promise.all([grants.studies(caller, 'view'), requests.all(caller)])
    return opened.map(({ study }) => ({ study, requests: made.filter((row) => row.study_id === study.id) }))
  }

  async function one(caller: AccountCaller, examId: string) {
    const opened = await grants.open(caller, 'view', examId)
    if (opened === undefined) return undefined
    const [series, made] = await Promise.all([archive.seriesOf(examId), requests.ofStudy(caller, examId)])
    return { study: opened.study, series, requests: made }
  }

  async function thumbnail(caller: AccountCaller, examId: string, seriesId?: string): Promise<Picture | undefined> {
    if ((await grants.open(caller, 'view', examId)) === undefined) return undefined
    const preview = await archive.previewOf(examId, seriesId)
    return preview && { mediaType: preview.media_type, bytes: preview.bytes }
  }

  return { all, one, thumbnail }
}
