/** Uploads over HTTP. Translates, decides nothing. */
import { once } from '@filmjacket/bytes'
import { MultipartError } from '@filmjacket/dicom-web'
import Type from 'typebox'
import { asRoleOrToken, type Caller } from '../../../platform/server/auth/caller.ts'
import { isoTime, isoTimeOrNull, SECOND_MS } from '../../../platform/server/clock.ts'
import { Problem } from '../../../platform/server/http/problem.ts'
import { mediaRoute, route } from '../../../platform/server/http/route.ts'
import {
  Answers, NewUpload, Offer, Report, ReportPage, UploadChange, UploadedPatients, UploadList, UploadPage, UploadView,
} from '../contract.ts'
import { filesOfForm } from './form-files.ts'
import type { UploadService } from './service.ts'
import type { Upload } from './store/uploads.ts'
import type { Known, Outcome } from './uploads.ts'

const uploaders = asRoleOrToken('store', 'admin', 'clerk', 'doctor')
const OfUpload = Type.Object({ id: Type.String({ maxLength: 64 }) })
/** 500 files whose paths are long. */
const OFFER_BYTES = 2 * 1024 * 1024
const BODY_IDLE_MS = 60 * SECOND_MS

const listUploads = route({
  method: 'GET', url: '/api/uploads', summary: 'Uploads, newest first', allow: uploaders, query: UploadPage, answer: UploadList,
  async handle({ uploads, nameOf }: UploadService, { caller, query }) {
    const known = knownOf(caller)
    const page = await uploads.page(known, query.before ?? null)
    const views = await Promise.all(page.uploads.map((upload) => viewOf(upload, known, nameOf)))
    return { uploads: views, next: page.next, mayUpload: uploads.mayUpload(known), fileBytesMax: uploads.fileBytesMax() }
  },
})

const beginUpload = route({
  method: 'POST', url: '/api/uploads', summary: 'Begin an upload', allow: uploaders, body: NewUpload, answer: UploadView,
  async handle({ uploads, nameOf }: UploadService, { caller, body }) {
    const known = knownOf(caller)
    return viewOf(mustBeDone(await uploads.begin(known, body)), known, nameOf)
  },
})

const readUpload = route({
  method: 'GET', url: '/api/uploads/:id', summary: 'An upload and its counts', allow: uploaders, params: OfUpload, answer: UploadView,
  async handle(service: UploadService, { caller, params }) {
    return viewOf(await seen(service, caller, params.id), knownOf(caller), service.nameOf)
  },
})

const changeUpload = route({
  method: 'PATCH', url: '/api/uploads/:id', summary: 'More was chosen, or it is over', allow: uploaders, params: OfUpload, body: UploadChange, answer: UploadView,
  async handle({ uploads, nameOf }: UploadService, { caller, params, body }) {
    const known = knownOf(caller)
    return viewOf(mustBeDone(await uploads.change(known, params.id, body)), known, nameOf)
  },
})

const offerFiles = route({
  method: 'POST', url: '/api/uploads/:id/offers', summary: 'Which of these files need not be sent', allow: uploaders,
  params: OfUpload, body: Offer, answer: Answers, bodyBytes: OFFER_BYTES,
  async handle({ uploads }: UploadService, { caller, params, body }) {
    return { files: [...mustBeDone(await uploads.offer(knownOf(caller), params.id, body.files))] }
  },
})

const sendFiles = mediaRoute({
  method: 'POST', url: '/api/uploads/:id/files', summary: 'Send files, as multipart/form-data', allow: uploaders, params: OfUpload, bodyIdleMs: BODY_IDLE_MS,
  async handle({ uploads, receive }: UploadService, { caller, params, headers, body, address }) {
    const upload = mustBeDone(await uploads.toAddTo(knownOf(caller), params.id))
    const files = filesOfForm(headers.contentType, body)
    if (files === null) throw new Problem('store-form-unknown', 415, 'Files are sent as multipart/form-data.')
    const outcome = await receive(upload, address, files).catch(tellBroken)
    if (outcome === 'busy') throw new Problem('upload-busy', 429, 'This upload is sent over too many connections. Send less at the same time.')
    return { bytes: once(Buffer.from(JSON.stringify({ files: outcome }))), mediaType: 'application/json' }
  },
})

function tellBroken(error: unknown): never {
  if (error instanceof MultipartError) throw new Problem('body-incomplete', 400, `The form cannot be read: ${error.message}.`)
  throw error
}

const readArrived = route({
  method: 'GET', url: '/api/uploads/:id/studies', summary: 'What an upload brought, by patient', allow: uploaders, params: OfUpload, answer: UploadedPatients,
  async handle(service: UploadService, { caller, params }) {
    return service.arrived(knownOf(caller), (await seen(service, caller, params.id)).id)
  },
})

const readReport = route({
  method: 'GET', url: '/api/uploads/:id/files', summary: 'What became of each file', allow: uploaders, params: OfUpload, query: ReportPage, answer: Report,
  async handle(service: UploadService, { caller, params, query }) {
    const { id } = await seen(service, caller, params.id)
    const page = await service.report(id, query.outcome ?? null, query.after ?? null)
    if (page === null) throw new Problem('invalid-input', 400, 'after: not a place in this report')
    return page
  },
})

const exportReport = mediaRoute({
  method: 'GET', url: '/api/uploads/:id/report.csv', summary: 'The same as a table for a spreadsheet', allow: uploaders, params: OfUpload,
  async handle(service: UploadService, { caller, params }) {
    const { id } = await seen(service, caller, params.id)
    const disposition = 'attachment; filename="upload-report.csv"'
    return { bytes: service.table(id), mediaType: 'text/csv; charset=utf-8', headers: { 'content-disposition': disposition } }
  },
})

export const routes = [
  listUploads, beginUpload, readUpload, changeUpload, offerFiles, sendFiles, readArrived, readReport, exportReport,
]

function knownOf(caller: Caller): Known {
  if (caller.kind === 'anonymous') throw new TypeError('the route let an anonymous caller in')
  return caller
}

async function seen({ uploads }: UploadService, caller: Caller, id: string): Promise<Upload> {
  return (await uploads.one(knownOf(caller), id)) ?? noUpload()
}

function noUpload(): never {
  throw new Problem('upload-not-found', 404, 'There is no such upload.')
}

function mustBeDone<T>(outcome: Outcome<T>): T {
  switch (outcome.kind) {
    case 'done': return outcome.value
    case 'not-allowed': throw new Problem('not-allowed', 403, 'Your account may not do this.')
    case 'not-found': return noUpload()
    case 'over': throw new Problem('upload-over', 409, 'This upload is over. Begin a new one.')
    case 'too-many-files': throw new Problem('upload-too-many-files', 409, 'These are more files than this site takes in one upload. Bring them in parts.')
    case 'daily-limit': throw new Problem('upload-daily-limit', 409, 'This is as much as one person may bring in a day at this site. Go on tomorrow.')
  }
}

async function viewOf(row: Upload, caller: Known, nameOf: UploadService['nameOf']): Promise<UploadView> {
  const { id, label, state, files, bytes, taken, duplicate, held, refused, skipped } = row
  return {
    id, label, state, files, bytes, taken, duplicate, held, refused, skipped, takenBytes: row.taken_bytes,
    by: await nameOf(row.account_id), isOwn: row.account_id === caller.accountId,
    startedAt: isoTime(row.started_at), changedAt: isoTime(row.changed_at), endedAt: isoTimeOrNull(row.ended_at),
  }
}
