/**
 * QIDO-RS. Translates, decides nothing. PS3.18 §10.6.
 *
 * @module
 */
import { etagOf, literal } from '@filmjacket/bytes'
import { encodeDataSet, formatTag, fromDicomJson, readDataSet, toNativeXml, TransferSyntaxes, type DicomJson } from '@filmjacket/dicom-data'
import { choose, layOutMultipart, parseSearch, SearchError, type Search, type SearchLevel } from '@filmjacket/dicom-web'
import { asRoleOrToken } from '../../../platform/server/auth/caller.ts'
import { mediaRoute, type MediaInput } from '../../../platform/server/http/route.ts'
import type { Served } from '../../../platform/server/http/serve-extents.ts'
import { DICOM_JSON } from './metadata.ts'
import { InSeries, InStudy } from './params.ts'
import { notAcceptable, wishNotUnderstood } from './problems.ts'
import { runSearch, type SearchOutcome } from './search.ts'
import { baseOf, openStudy, ROOT, wishesIn, type DicomWebService, type PlaceParams } from './service.ts'

const readers = asRoleOrToken('read', 'admin', 'clerk', 'doctor', 'patient', 'visitor')

const SEARCHES = [
  { level: 'study', path: '/studies', of: 'Studies' },
  { level: 'series', path: '/series', of: 'Series of all studies' },
  { level: 'instance', path: '/instances', of: 'Instances of all studies' },
  { level: 'series', path: '/studies/:study/series', of: 'Series of a study', params: InStudy },
  { level: 'instance', path: '/studies/:study/instances', of: 'Instances of a study', params: InStudy },
  { level: 'instance', path: '/studies/:study/series/:series/instances', of: 'Instances of a series', params: InSeries },
] as const satisfies readonly { readonly level: SearchLevel; readonly [more: string]: unknown }[]

export const searchRoutes = SEARCHES.map(({ level, path, of, ...more }) => mediaRoute({
  method: 'GET', url: `${ROOT}${path}`, summary: `Search: ${of}`, allow: readers, ...more,
  async handle(service: DicomWebService, input: MediaInput<Partial<PlaceParams>>) {
    const { study, series } = input.params
    if (study !== undefined) await openStudy(service, { ...input, params: { study } }, 'view')
    const { media } = choose(wishesIn(input), FORMS) ?? notAcceptable()
    await service.ingest.indexed()
    const outcome = await runSearch(service.db, {
      search: searchIn(level, input), studyUid: study, seriesUid: series, base: baseOf(input),
      studies: await service.rights.studies(input.caller),
    })
    return answerOf(outcome, media)
  },
}))

const FORMS = [
  { media: DICOM_JSON, isMultipart: false }, { media: 'application/json', isMultipart: false },
  { media: 'application/dicom+xml', isMultipart: true },
] as const

function searchIn(level: SearchLevel, { query }: MediaInput<unknown>): Search {
  try {
    return parseSearch(level, query)
  } catch (error) {
    if (error instanceof SearchError) return wishNotUnderstood(error)
    throw error
  }
}

function answerOf(outcome: SearchOutcome, media: string): Served {
  if (outcome.kind === 'malformed')
    return wishNotUnderstood(new SearchError(`the value for ${formatTag(outcome.tag)}`))
  const { results } = outcome
  const headers = { vary: 'accept', ...warningOf(outcome) }
  if (media !== 'application/dicom+xml') {
    const list = [literal(Buffer.from(JSON.stringify(results)))]
    return { list, etag: etagOf(list), mediaType: media, headers }
  }
  const parts = results.map((result) => ({ contentType: media, content: [literal(Buffer.from(xmlOf(result)))] }))
  const { list, mediaType } = layOutMultipart(media, parts)
  return { list, etag: etagOf(list), mediaType, headers }
}

/** PS3.18 §10.6.3: what was not looked at, and that there is more, are told in a header. */
function warningOf({ ignored, hasMore }: Extract<SearchOutcome, { kind: 'found' }>): { readonly warning?: string } {
  const warnings = [
    ...(ignored.length === 0 ? [] : [`299 filmjacket "These attributes were not looked at: ${ignored.map(formatTag).join(' ')}"`]),
    ...(hasMore ? ['299 filmjacket "There are additional results that can be requested"'] : []),
  ]
  return warnings.length === 0 ? {} : { warning: warnings.join(', ') }
}

function xmlOf(result: DicomJson): string {
  const syntax = TransferSyntaxes.explicitVrLittleEndian
  return toNativeXml(readDataSet(encodeDataSet(fromDicomJson(result), syntax), syntax))
}
