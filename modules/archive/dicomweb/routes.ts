/**
 * WADO-RS. Translates, decides nothing. PS3.18 §10.4.
 *
 * @module
 */
import { etagOf, literal } from '@filmjacket/bytes'
import { choose, layOutMultipart, parseFrameList } from '@filmjacket/dicom-web'
import { asRoleOrToken } from '../../../platform/server/auth/caller.ts'
import { mediaRoute, type MediaInput } from '../../../platform/server/http/route.ts'
import type { Served } from '../../../platform/server/http/serve-extents.ts'
import { correctedHeaders } from '../correction/leaving.ts'
import { serveBulkData } from './bulk-data.ts'
import { serveFrames } from './frames.ts'
import { instanceJson, instanceXml } from './instance-metadata.ts'
import { DICOM_JSON } from './metadata.ts'
import { AtBulk, AtFrames, AtInstance, InSeries, InStudy } from './params.ts'
import { noFrame, noImages, notAcceptable } from './problems.ts'
import { serveInstances } from './retrieve.ts'
import { baseOf, openFiles, openInstances, openStudy, ROOT, untilEnded, wishesIn, type DicomWebService, type PlaceParams } from './service.ts'

const readers = asRoleOrToken('read', 'admin', 'clerk', 'doctor', 'patient', 'visitor')

const LEVELS = [
  { path: '/studies/:study', params: InStudy, of: 'a study' },
  { path: '/studies/:study/series/:series', params: InSeries, of: 'a series' },
  { path: '/studies/:study/series/:series/instances/:instance', params: AtInstance, of: 'an instance' },
] as const

const instances = LEVELS.map(({ path, params, of }) => mediaRoute({
  method: 'GET', url: `${ROOT}${path}`, summary: `The instances of ${of}`, allow: readers, params,
  async handle(service: DicomWebService, input: MediaInput<PlaceParams>) {
    const all = await openFiles(service, input)
    const { study, instance } = input.params
    return serveInstances(service.blobs, all, {
      until: await untilEnded(service, input), wishes: wishesIn(input), studyUid: study, base: baseOf(input), isOne: instance !== undefined,
    })
  },
}))

const JSON_OR_XML = [
  { media: DICOM_JSON, isMultipart: false }, { media: 'application/json', isMultipart: false },
  { media: 'application/dicom+xml', isMultipart: true },
] as const

const metadata = LEVELS.map(({ path, params, of }) => mediaRoute({
  method: 'GET', url: `${ROOT}${path}/metadata`, summary: `The metadata of ${of}`, allow: readers, params,
  async handle(service: DicomWebService, input: MediaInput<PlaceParams>) {
    const study = await openStudy(service, input, 'view')
    const { media } = choose(wishesIn(input), JSON_OR_XML) ?? notAcceptable()
    if (media === 'application/dicom+xml' || input.params.instance !== undefined) return listed(service, input, study.id, media)
    const acceptsGzip = /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/i.test(input.headers.acceptEncoding ?? '')
    return (await service.metadata.json(study, { seriesUid: input.params.series, base: baseOf(input), acceptsGzip, media }))
      ?? noImages()
  },
}))

/** One by one from their headers. */
async function listed(service: DicomWebService, input: MediaInput<PlaceParams>, studyId: string, media: string): Promise<Served> {
  const all = await openInstances(service, input, 'view')
  const texts: string[] = []
  for (const place of all) {
    const stored = (await correctedHeaders(service.db, studyId, [place])).get(place.id)
    if (stored === undefined) continue
    const described = { ...place, ...stored }
    texts.push(media === 'application/dicom+xml'
      ? instanceXml(described, input.params.study, baseOf(input))
      : JSON.stringify(instanceJson(described, input.params.study, baseOf(input))))
  }
  if (media !== 'application/dicom+xml') {
    const list = [literal(Buffer.from(`[${texts.join()}]`))]
    return { list, etag: etagOf(list), mediaType: media, headers: { vary: 'accept' } }
  }
  const { list, mediaType } = layOutMultipart(media, texts.map((text) => (
    { contentType: media, content: [literal(Buffer.from(text))] })))
  return { list, etag: etagOf(list), mediaType, headers: { vary: 'accept' } }
}

const frames = mediaRoute({
  method: 'GET', url: `${ROOT}/studies/:study/series/:series/instances/:instance/frames/:frames`,
  summary: 'Frames of an instance, by number', allow: readers, params: AtFrames,
  async handle(service: DicomWebService, input) {
    const numbers = parseFrameList(input.params.frames) ?? noFrame()
    const [instance] = await openInstances(service, input, 'view')
    return serveFrames(service.pixelsOf, instance, { frames: numbers, wishes: wishesIn(input) })
  },
})

const bulkData = mediaRoute({
  method: 'GET', url: `${ROOT}/studies/:study/series/:series/instances/:instance/bulkdata/*`,
  summary: 'A large value of an instance', allow: readers, params: AtBulk,
  async handle(service: DicomWebService, input) {
    const [instance] = await openInstances(service, input, 'view')
    return serveBulkData(service.pixelsOf, instance, { path: input.params['*'], wishes: wishesIn(input) })
  },
})

export const routes = [...instances, ...metadata, frames, bulkData]
