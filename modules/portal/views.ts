import { isoTime, isoTimeOrNull } from '../../platform/server/clock.ts'
import type { SeriesOverview } from '../archive/index.ts'
import type { ElsewhereExam, ExamView, RequestState, RequestView, SeriesView, WatchedRequest } from './contract.ts'
import type { FoundElsewhere } from './elsewhere.ts'
import type { Exam } from './exams.ts'
import type { Watched } from './oversight.ts'
import type { Placed } from './requests.ts'

const ACTIVE: readonly RequestState[] = ['queued', 'retrieving', 'ready']

export function requestView({ row, position }: Placed): RequestView {
  return {
    id: row.id, examId: row.study_id, examDescription: row.exam_description, examDate: row.exam_date,
    accessionNumber: row.accession_number, format: row.format, state: row.state, position,
    instances: row.instances, fetched: row.fetched, failure: row.failure, maybePartial: row.maybe_partial,
    notifies: row.notify_address !== null, sizeBytes: row.size_bytes, fileName: row.file_name,
    mediaProfile: row.media_profile, discLabel: row.disc_label,
    createdAt: isoTime(row.created_at), readyAt: isoTimeOrNull(row.ready_at), expiresAt: isoTimeOrNull(row.expires_at),
    lastDownloadedAt: isoTimeOrNull(row.downloaded_at), endedAt: isoTimeOrNull(row.ended_at),
  }
}

export function examView({ study, called, patient, requests }: Exam): ExamView {
  const active = requests.find(({ row }) => ACTIVE.includes(row.state))
  return {
    id: study.id, patient: patient === null ? null : { id: patient.patientId, name: patient.name },
    accessionNumber: study.accessionNumber, description: called, date: study.date,
    modalities: [...study.modalities], series: study.series, instances: study.instances, sizeBytes: study.sizeBytes,
    hasThumbnail: study.hasPreview, request: active === undefined ? null : requestView(active),
  }
}

export function elsewhereView({ exam, called, state }: FoundElsewhere): ElsewhereExam {
  const { studyUid, date, accessionNumber, modalities, instances } = exam
  return { studyUid, description: called, date, accessionNumber, modalities: [...modalities], instances, state }
}

export function seriesView({ id, modality, number, description, instances, hasPreview }: SeriesOverview): SeriesView {
  return { id, modality, number, description, instances, hasThumbnail: hasPreview }
}

export function watchedView({ request, person }: Watched): WatchedRequest {
  return { request: requestView(request), person }
}
