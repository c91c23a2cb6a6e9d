/** The audit trail over HTTP. Translates, decides nothing. */
import { Value } from 'typebox/value'
import { asRole } from '../../platform/server/auth/caller.ts'
import { isoTime } from '../../platform/server/clock.ts'
import { csvLine } from '../../platform/server/csv.ts'
import { Problem } from '../../platform/server/http/problem.ts'
import { accountOf, mediaRoute, route } from '../../platform/server/http/route.ts'
import { TrailFilter, TrailPage, type TrailEntry } from './contract.ts'
import type { Told, Trail } from './trail.ts'

const admin = asRole('admin')

const readTrail = route({
  method: 'GET', url: '/api/audit', summary: 'Who did what, newest first, a page at a time', allow: admin, query: TrailFilter, answer: TrailPage,
  async handle(trail: Trail, { query }) {
    const { entries, next } = await trail.page(query)
    return { entries: entries.map(entryOf), next }
  },
})

const exportTrail = mediaRoute({
  method: 'GET', url: '/api/audit.csv', summary: 'All of it that fits, as a table for a spreadsheet', allow: admin,
  handle(trail: Trail, { caller, query }) {
    const filter = Object.fromEntries(query)
    if (!Value.Check(TrailFilter, filter)) throw new Problem('invalid-input', 400, 'A part of the filter cannot be read.')
    const headers = { 'content-disposition': 'attachment; filename="audit.csv"' }
    return Promise.resolve({ bytes: tableOf(trail.all(accountOf(caller), filter)), mediaType: 'text/csv; charset=utf-8', headers })
  },
})

const HEAD = ['Number', 'Time (UTC)', 'Who', 'Id', 'Action', 'Outcome', 'On', 'Name', 'Patient ID', 'Accession Number', 'Address', 'Details']
/** By it a spreadsheet knows that the text is UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF'

async function* tableOf(entries: AsyncIterable<Told>): AsyncGenerator<Uint8Array, void, undefined> {
  yield Buffer.from(BYTE_ORDER_MARK + csvLine(HEAD))
  for await (const told of entries) {
    const { id, at, action, outcome, who, subject, subjectName, exams, address, detail } = entryOf(told)
    const [patients, numbers] = [exams.map(({ patientId }) => patientId), exams.map(({ accessionNumber }) => accessionNumber)]
    yield Buffer.from(csvLine([
      id, at, who ?? '', told.actor ?? '', action, outcome, subject, subjectName ?? '', [...new Set(patients)].join('; '), numbers.join('; '),
      address ?? '', detail.join('; '),
    ]))
  }
}

function entryOf({ id, at, action, outcome, actorName, address, subject, subjectName, exams, detail }: Told): TrailEntry {
  return {
    id: String(id), at: isoTime(at), action, outcome, who: actorName, address, subject, subjectName, exams: [...exams],
    detail: Object.entries(detail).map(([key, value]) => `${key}: ${String(value)}`),
  }
}

export const routes = [readTrail, exportTrail]
