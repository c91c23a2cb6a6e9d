/** The patient portal over HTTP. Translates, decides nothing. */
import { etagOf, literal } from '@filmjacket/bytes'
import Type from 'typebox'
import { asRole, type AccountCaller } from '../../platform/server/auth/caller.ts'
import { Problem } from '../../platform/server/http/problem.ts'
import { accountOf, bytesRoute, eventsRoute, route } from '../../platform/server/http/route.ts'
import type { LiveEvent } from '../../platform/server/http/serve-events.ts'
import type { Live } from '../../platform/server/live.ts'
import { ExamDetail, ExamList, NewRequest, RequestList, RequestView } from './contract.ts'
import type { Exams, Picture } from './exams.ts'
import type { Requests } from './requests.ts'
import { examView, requestView, seriesView } from './views.ts'

export interface PortalService {
  readonly exams: Exams
  readonly requests: Requests
  readonly live: Live
}

const Id = Type.String({ maxLength: 64 })
const ById = Type.Object({ id: Id })
const patient = asRole('patient')

const listExams = route({
  method: 'GET', url: '/api/exams', summary: 'One\'s own exams, newest first', allow: patient, answer: ExamList,
  async handle({ exams }: PortalService, { caller }) {
    return { exams: (await exams.all(accountOf(caller))).map(examView) }
  },
})

const showExam = route({
  method: 'GET', url: '/api/exams/:id', summary: 'An exam with its series', allow: patient,
  params: ById, answer: ExamDetail,
  async handle({ exams }: PortalService, { caller, params }) {
    const exam = (await exams.one(accountOf(caller), params.id)) ?? noExam()
    return { exam: examView(exam), series: exam.series.map(seriesView), requests: exam.requests.map(requestView) }
  },
})

const examThumbnail = bytesRoute({
  method: 'GET', url: '/api/exams/:id/thumbnail', summary: 'A small picture of an exam', allow: patient, params: ById,
  async handle({ exams }: PortalService, { caller, params }) {
    return pictureOf(await exams.thumbnail(accountOf(caller), params.id))
  },
})

const seriesThumbnail = bytesRoute({
  method: 'GET', url: '/api/exams/:id/series/:seriesId/thumbnail', summary: 'A small picture of a series',
  allow: patient, params: Type.Object({ id: Id, seriesId: Id }),
  async handle({ exams }: PortalService, { caller, params }) {
    return pictureOf(await exams.thumbnail(accountOf(caller), params.id, params.seriesId))
  },
})

const createRequest = route({
  method: 'POST', url: '/api/requests', summary: 'Ask for an exam as a file', allow: patient,
  body: NewRequest, answer: RequestView,
  async handle({ requests }: PortalService, { caller, body, language }) {
    const outcome = await requests.create(accountOf(caller), body, language)
    switch (outcome.kind) {
      case 'created': return requestView(outcome.request)
      case 'queue-full':
        throw new Problem('request-queue-full', 409,
          `At most ${outcome.limit} requests wait at a time. Cancel one, or try again when one is ready.`)
      case 'download-limit':
        throw new Problem('request-limit', 409, `At most ${outcome.limit} downloads are kept. Remove one to ask for another.`)
      case 'not-yours': return noExam()
    }
  },
})

const listRequests = route({
  method: 'GET', url: '/api/requests', summary: 'One\'s own requests, newest first', allow: patient, answer: RequestList,
  async handle({ requests }: PortalService, { caller }) {
    return { requests: (await requests.all(accountOf(caller))).map(requestView) }
  },
})

const showRequest = route({
  method: 'GET', url: '/api/requests/:id', summary: 'Where a request stands', allow: patient,
  params: ById, answer: RequestView,
  async handle({ requests }: PortalService, { caller, params }) {
    return requestView((await requests.one(accountOf(caller), params.id)) ?? noRequest())
  },
})

const removeRequest = route({
  method: 'DELETE', url: '/api/requests/:id', summary: 'Cancel a request that waits, remove one that is ready',
  allow: patient, params: ById,
  async handle({ requests }: PortalService, { caller, params }) {
    if (!(await requests.remove(accountOf(caller), params.id))) noRequest()
  },
})

const downloadFile = bytesRoute({
  method: 'GET', url: '/api/requests/:id/file', summary: 'The file itself; HEAD and Range are understood',
  allow: patient, params: ById,
  async handle({ requests }: PortalService, { caller, params }) {
    const outcome = await requests.file(accountOf(caller), params.id)
    switch (outcome.kind) {
      case 'file': return outcome.served
      case 'not-found': return noRequest()
      case 'not-ready': throw new Problem('request-not-ready', 409, `The images are not ready: ${outcome.state}.`)
      case 'gone':
        throw new Problem('request-expired', 410, 'This download is no longer kept. Make a new request.')
    }
  },
})

const liveEvents = eventsRoute({
  method: 'GET', url: '/api/events', summary: 'News about one\'s exams and requests, as they happen', allow: patient,
  handle({ live, requests }: PortalService, { caller, signal }) {
    const account = accountOf(caller)
    return Promise.resolve(shown(live.follow(account.accountId, signal), requests, account))
  },
})

/** The news says which request; the page is told how it stands now. */
async function* shown(
  news: AsyncIterable<LiveEvent>, requests: Requests, caller: AccountCaller,
): AsyncGenerator<LiveEvent> {
  for await (const event of news) {
    if (event.name !== 'request') {
      yield event
      continue
    }
    const { id } = event.data as { id: string }
    const row = await requests.one(caller, id)
    if (row !== undefined) yield { name: 'request', data: requestView(row) }
  }
}

function pictureOf(picture: Picture | undefined) {
  if (picture === undefined) throw new Problem('picture-not-found', 404, 'There is no picture of this.')
  const list = [literal(picture.bytes)]
  return { list, etag: etagOf(list), mediaType: picture.mediaType }
}

function noExam(): never {
  throw new Problem('exam-not-found', 404, 'There is no such exam.')
}

function noRequest(): never {
  throw new Problem('request-not-found', 404, 'There is no such request.')
}

export const routes = [
  listExams, showExam, examThumbnail, seriesThumbnail,
  createRequest, listRequests, showRequest, removeRequest, downloadFile, liveEvents,
]
