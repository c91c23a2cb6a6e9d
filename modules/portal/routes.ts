/** The patient portal over HTTP. Translates, decides nothing. */
import { etagOf, literal } from '@filmjacket/bytes'
import Type from 'typebox'
import { asRole, type AccountCaller } from '../../platform/server/auth/caller.ts'
import { Problem } from '../../platform/server/http/problem.ts'
import { accountOf, bytesRoute, eventsRoute, route } from '../../platform/server/http/route.ts'
import type { LiveEvent } from '../../platform/server/http/serve-events.ts'
import type { Live } from '../../platform/server/live.ts'
import { fillPlain, isLanguage, type Language, type Paragraph, type Settings } from '../../platform/server/settings/index.ts'
import {
  BringExam, ElsewhereList, ExamDetail, ExamList, InLanguage, NewRequest, NotifyChange, PortalTexts, PortalView, RequestList, RequestView,
  WatchedFilter, WatchedList,
} from './contract.ts'
import { COMING_MAX, type Elsewhere } from './elsewhere.ts'
import type { Exams, Picture } from './exams.ts'
import type { Oversight } from './oversight.ts'
import { FILE_MISSING, NO_ACCESS } from './paragraphs.ts'
import type { Requests } from './requests.ts'
import { portalTexts } from './texts.ts'
import { elsewhereView, examView, requestView, seriesView, watchedView } from './views.ts'

export interface PortalService {
  readonly exams: Exams
  readonly elsewhere: Elsewhere
  readonly requests: Requests
  readonly live: Live
  readonly settings: Settings
}

const Id = Type.String({ maxLength: 64 })
const ById = Type.Object({ id: Id })
/** Referring doctors take home what was opened to them in the same way (POR-24), and who shows an access code (POR-26). */
const reader = asRole('patient', 'doctor', 'visitor')

const listExams = route({
  method: 'GET', url: '/api/exams', summary: 'Exams opened to the caller, newest first', allow: reader, answer: ExamList,
  async handle({ exams }: PortalService, { caller }) {
    return { exams: (await exams.all(accountOf(caller))).map(examView) }
  },
})

const showExam = route({
  method: 'GET', url: '/api/exams/:id', summary: 'An exam with its series', allow: reader,
  params: ById, answer: ExamDetail,
  async handle({ exams }: PortalService, { caller, address, params }) {
    const exam = (await exams.one({ caller: accountOf(caller), address }, params.id)) ?? noExam()
    return { exam: examView(exam), series: exam.series.map(seriesView), requests: exam.requests.map(requestView), reports: [...exam.reports] }
  },
})

const listElsewhere = route({
  method: 'GET', url: '/api/exams/elsewhere', summary: 'Exams that a PACS of the house has and that are not here', allow: reader,
  answer: ElsewhereList,
  async handle({ elsewhere }: PortalService, { caller }) {
    const { exams, ...rest } = await elsewhere.list(accountOf(caller))
    return { exams: exams.map(elsewhereView), ...rest }
  },
})

const bringExam = route({
  method: 'POST', url: '/api/exams/elsewhere', summary: 'Bring an exam here that a PACS of the house has', allow: reader, body: BringExam,
  async handle({ elsewhere }: PortalService, { caller, body }) {
    const outcome = await elsewhere.bring(accountOf(caller), body.studyUid)
    if (outcome === 'not-yours') throw new Problem('exam-not-elsewhere', 404, 'No archive of the house has such an exam of yours.')
    if (outcome === 'too-many')
      throw new Problem('exams-coming', 409, `At most ${COMING_MAX} exams are brought at a time. Wait until one is here.`)
  },
})

const examThumbnail = bytesRoute({
  method: 'GET', url: '/api/exams/:id/thumbnail', summary: 'A small picture of an exam', allow: reader, params: ById,
  async handle({ exams }: PortalService, { caller, params }) {
    return pictureOf(await exams.thumbnail(accountOf(caller), params.id))
  },
})

const seriesThumbnail = bytesRoute({
  method: 'GET', url: '/api/exams/:id/series/:seriesId/thumbnail', summary: 'A small picture of a series',
  allow: reader, params: Type.Object({ id: Id, seriesId: Id }),
  async handle({ exams }: PortalService, { caller, params }) {
    return pictureOf(await exams.thumbnail(accountOf(caller), params.id, params.seriesId))
  },
})

const createRequest = route({
  method: 'POST', url: '/api/requests', summary: 'Ask for an exam as a file', allow: reader,
  body: NewRequest, answer: RequestView,
  async handle({ requests }: PortalService, { caller, body, language }) {
    const outcome = await requests.create(accountOf(caller), body, spoken(language))
    switch (outcome.kind) {
      case 'created': return requestView(outcome.request)
      case 'off': throw new Problem('downloads-off', 409, 'Downloads are switched off at this site.')
      case 'queue-full':
        throw new Problem('request-queue-full', 409,
          `At most ${outcome.standing.queueLimit} requests wait at a time. Cancel one, or try again when one is ready.`)
      case 'download-limit':
        throw new Problem('request-limit', 409, `At most ${outcome.standing.downloadLimit} downloads are kept. Remove one to ask for another.`)
      case 'not-yours': return noExam()
    }
  },
})

const listRequests = route({
  method: 'GET', url: '/api/requests', summary: 'One\'s own requests, newest first', allow: reader, answer: RequestList,
  async handle({ requests }: PortalService, { caller }) {
    return { requests: (await requests.all(accountOf(caller))).map(requestView) }
  },
})

const showRequest = route({
  method: 'GET', url: '/api/requests/:id', summary: 'Where a request stands', allow: reader,
  params: ById, answer: RequestView,
  async handle({ requests }: PortalService, { caller, params }) {
    return requestView((await requests.one(accountOf(caller), params.id)) ?? noRequest())
  },
})

const removeRequest = route({
  method: 'DELETE', url: '/api/requests/:id', summary: 'Cancel a request that waits, remove one that is ready',
  allow: reader, params: ById,
  async handle({ requests }: PortalService, { caller, params }) {
    if (!(await requests.remove(accountOf(caller), params.id))) noRequest()
  },
})

const changeNotice = route({
  method: 'PATCH', url: '/api/requests/:id', summary: 'Whether, and where, to write when it is ready', allow: reader,
  params: ById, body: NotifyChange, answer: RequestView,
  async handle({ requests }: PortalService, { caller, params, body, language }) {
    return requestView((await requests.notify(accountOf(caller), params.id, body, spoken(language))) ?? noRequest())
  },
})

const downloadFile = bytesRoute({
  method: 'GET', url: '/api/requests/:id/file', summary: 'The file itself; HEAD and Range are understood',
  allow: reader, params: ById,
  async handle({ requests, settings }: PortalService, { caller, address, params, language, signal }) {
    const outcome = await requests.file({ caller: accountOf(caller), address, over: signal }, params.id)
    const said = (paragraph: Paragraph) => fillPlain(settings.words(paragraph, spoken(language)), [])
    switch (outcome.kind) {
      case 'file': return outcome.served
      case 'not-found': throw new Problem('request-not-found', 404, said(NO_ACCESS))
      case 'not-ready': throw new Problem('request-not-ready', 409, `The images are not ready: ${outcome.state}.`)
      case 'gone':
        throw new Problem('request-expired', 410, 'This download is no longer kept. Make a new request.')
      case 'missing': throw new Problem('file-not-found', 404, said(FILE_MISSING))
    }
  },
})

const showPortal = route({
  method: 'GET', url: '/api/portal', summary: 'Whether a file may be asked for now, and the limits', allow: reader, answer: PortalView,
  handle: ({ requests }: PortalService, { caller }) => requests.standing(accountOf(caller)),
})

const showTexts = route({
  method: 'GET', url: '/api/portal/texts', summary: 'Texts of the pages, in the site\'s own words', allow: reader,
  query: InLanguage, answer: PortalTexts,
  handle: ({ settings }: PortalService, { query }) => Promise.resolve(portalTexts(settings, query.language)),
})

const liveEvents = eventsRoute({
  method: 'GET', url: '/api/events', summary: 'News about one\'s exams and requests, as they happen', allow: reader,
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

const staff = asRole('admin', 'clerk')

const listWatched = route({
  method: 'GET', url: '/api/portal/requests', summary: 'Everybody\'s requests, newest first', allow: staff,
  query: WatchedFilter, answer: WatchedList,
  async handle(oversight: Oversight, { query }) {
    const { requests, next } = await oversight.page(query)
    return { requests: requests.map(watchedView), next }
  },
})

const endWatched = route({
  method: 'DELETE', url: '/api/portal/requests/:id', summary: 'Cancel somebody\'s request that waits, remove one that is ready',
  allow: staff, params: ById,
  async handle(oversight: Oversight, { caller, params }) {
    if (!(await oversight.end(accountOf(caller), params.id))) noRequest()
  },
})

/** The caller's browser asks for one of ours, or gets English. */
function spoken(language: string): Language {
  return isLanguage(language) ? language : 'en'
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
  listExams, listElsewhere, bringExam, showExam, examThumbnail, seriesThumbnail,
  createRequest, listRequests, showRequest, changeNotice, removeRequest, downloadFile,
  showPortal, showTexts, liveEvents,
]

/** Everybody's requests, for who looks after the portal. POR-14. */
export const staffRoutes = [listWatched, endWatched]
