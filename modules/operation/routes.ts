/** Operation over HTTP. Translates, decides nothing. */
import { once } from '@filmjacket/bytes'
import { asRole, asRoleOrToken } from '../../platform/server/auth/caller.ts'
import { Problem } from '../../platform/server/http/problem.ts'
import { eventsRoute, mediaRoute, route } from '../../platform/server/http/route.ts'
import type { LiveEvent } from '../../platform/server/http/serve-events.ts'
import { EXPOSITION_TYPE } from '../../platform/server/prometheus.ts'
import { JobById, JobsView, LogFilter, LogPage, OverviewView, Telling, TellingChange, type LogLineView } from './contract.ts'
import type { Logs } from './logs.ts'
import type { Queue } from './queue.ts'

export interface Operation {
  overview(): Promise<OverviewView>
  /** In Prometheus' text format. */
  metrics(): Promise<string>
  readonly logs: Logs
  readonly queue: Queue
}

const admin = asRole('admin')

const showOverview = route({
  method: 'GET', url: '/api/operation', summary: 'Whether all is well: room, files, jobs, devices', allow: admin, answer: OverviewView,
  handle: (operation: Operation) => operation.overview(),
})

const readLog = route({
  method: 'GET', url: '/api/log', summary: 'The program\'s log, newest first, a page at a time', allow: admin, query: LogFilter, answer: LogPage,
  handle: ({ logs }: Operation, { query }) => logs.page(query),
})

const followLog = eventsRoute({
  method: 'GET', url: '/api/log/events', summary: 'Lines of the log as they are written', allow: admin,
  handle: ({ logs }: Operation, { signal }) => Promise.resolve(told(logs.follow(signal))),
})

async function* told(lines: AsyncIterable<LogLineView | null>): AsyncGenerator<LiveEvent> {
  for await (const line of lines) yield line === null ? { name: 'heartbeat', data: null } : { name: 'line', data: line }
}

const exportLog = mediaRoute({
  method: 'GET', url: '/api/log.ndjson', summary: 'All of the log that is kept, as it was written', allow: admin,
  async handle({ logs }: Operation, by) {
    const headers = { 'content-disposition': 'attachment; filename="filmjacket-log.ndjson"' }
    return { bytes: await logs.export(by), mediaType: 'application/x-ndjson', headers }
  },
})

const changeTelling = route({
  method: 'PUT', url: '/api/log/telling', summary: 'Let the log tell more, or less, for a while', allow: admin, body: TellingChange, answer: Telling,
  handle: ({ logs }: Operation, { caller, address, body }) => logs.tell({ caller, address }, body),
})

const listJobs = route({
  method: 'GET', url: '/api/jobs', summary: 'Jobs that are not done, and those that fail', allow: admin, answer: JobsView,
  handle: ({ queue }: Operation) => queue.view(),
})

const tryJobAgain = route({
  method: 'POST', url: '/api/jobs/:id/try', summary: 'Try a job that fails now', allow: admin, params: JobById,
  async handle({ queue }: Operation, { caller, address, params }) {
    if (!(await queue.tryAgain({ caller, address }, params.id))) noJob()
  },
})

const removeJob = route({
  method: 'DELETE', url: '/api/jobs/:id', summary: 'Take out a job that was given up', allow: admin, params: JobById,
  async handle({ queue }: Operation, { caller, address, params }) {
    if (!(await queue.remove({ caller, address }, params.id))) noJob()
  },
})

function noJob(): never {
  throw new Problem('job-not-found', 404, 'There is no such job any more, or it does not stand as it did.')
}

const readMetrics = mediaRoute({
  method: 'GET', url: '/metrics', summary: 'Measures for a monitor, in the text format of Prometheus', allow: asRoleOrToken('metrics', 'admin'),
  async handle(operation: Operation) {
    return { bytes: once(Buffer.from(await operation.metrics())), mediaType: EXPOSITION_TYPE }
  },
})

export const routes = [showOverview, readLog, followLog, exportLog, changeTelling, listJobs, tryJobAgain, removeJob, readMetrics]
