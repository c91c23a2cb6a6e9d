/**
 * Rendered resources and thumbnails. Translates, decides nothing. PS3.18 §10.4.1.1.3, §10.4.1.1.4.
 *
 * @module
 */
import { etagOf, literal } from '@filmjacket/bytes'
import { choose, parseFrameList, parseRendering, RenderError, type RenderWish } from '@filmjacket/dicom-web'
import { asRoleOrToken } from '../../../platform/server/auth/caller.ts'
import { mediaRoute, type MediaInput } from '../../../platform/server/http/route.ts'
import type { Served } from '../../../platform/server/http/serve-extents.ts'
import type { InstancePlace } from '../store/dicomweb.ts'
import { previewOf } from '../store/studies.ts'
import { AtFrames, AtInstance, InSeries, InStudy } from './params.ts'
import { noFrame, noImages, notAcceptable, wishNotUnderstood } from './problems.ts'
import { isFilm } from './film.ts'
import { servePicture } from './render.ts'
import { openInstances, openStudy, ROOT, wishesIn, type DicomWebService, type PlaceParams } from './service.ts'

const readers = asRoleOrToken('read', 'admin', 'clerk', 'doctor', 'patient', 'visitor')

/** Twice what a list shows, for dense screens. */
const THUMBNAIL_SIDE = 320

const STUDY = '/studies/:study'
const SERIES = `${STUDY}/series/:series`
const INSTANCE = `${SERIES}/instances/:instance`
const FRAME = `${INSTANCE}/frames/:frames`

type Params = PlaceParams & { readonly frames?: string }

const LEVELS = [
  { path: STUDY, params: InStudy, of: 'a study' }, { path: SERIES, params: InSeries, of: 'a series' },
  { path: INSTANCE, params: AtInstance, of: 'an instance' }, { path: FRAME, params: AtFrames, of: 'a frame' },
] as const

const rendered = LEVELS.map(({ path, params, of }) => mediaRoute({
  method: 'GET', url: `${ROOT}${path}/rendered`, summary: `A picture of ${of}`, allow: readers, params,
  handle: (service: DicomWebService, input: MediaInput<Params>) => picture(service, input),
}))

const thumbnails = LEVELS.map(({ path, params, of }) => mediaRoute({
  method: 'GET', url: `${ROOT}${path}/thumbnail`, summary: `A small picture of ${of}`, allow: readers, params,
  handle: (service: DicomWebService, input: MediaInput<Params>) =>
    input.params.instance === undefined ? preview(service, input) : picture(service, input, THUMBNAIL_SIDE),
}))

async function picture(service: DicomWebService, input: MediaInput<Params>, sideMax?: number): Promise<Served> {
  const instances = await openInstances(service, input, 'view')
  const { frames } = input.params
  const frame = frames === undefined ? null : onlyFrame(frames)
  const pictures = instances.filter(isPicture)
  const from = pictures.length === 0 ? instances : pictures
  const middle = from[Math.floor(from.length / 2)] ?? noImages()
  return servePicture(service.pixelsOf, middle, {
    wishes: wishesIn(input), rendering: renderingIn(input), frame, ...(sideMax === undefined ? {} : { sideMax }),
  })
}

/** Of presentation states, reports and documents there is no picture. PS3.4 §B.5. */
const NO_PICTURES = /^1\.2\.840\.10008\.5\.1\.4\.1\.1\.(11|88|104)\./

function isPicture({ sopClassUid, transferSyntaxUid, bulkStart }: InstancePlace): boolean {
  return bulkStart !== null && !NO_PICTURES.test(sopClassUid) && !isFilm(transferSyntaxUid)
}

/** A picture shows one frame: a list of several is none. */
function onlyFrame(text: string): number {
  const [frame, ...others] = parseFrameList(text) ?? noFrame()
  return frame === undefined || others.length > 0 ? noFrame() : frame
}

/** What was drawn when the Study was settled. */
async function preview(service: DicomWebService, input: MediaInput<Params>): Promise<Served> {
  const study = await openStudy(service, input, 'view')
  const [instance] = await openInstances(service, input, 'view')
  const made = await previewOf(service.db, study.id, input.params.series === undefined ? undefined : instance.seriesId)
  if (made === undefined) return picture(service, input, THUMBNAIL_SIDE)
  if (choose(wishesIn(input), [{ media: made.media_type, isMultipart: false }]) === null) return notAcceptable()
  const list = [literal(made.bytes)]
  return { list, etag: etagOf(list), mediaType: made.media_type }
}

function renderingIn({ query }: MediaInput<unknown>): RenderWish {
  try {
    return parseRendering(new Map(query))
  } catch (error) {
    if (error instanceof RenderError) return wishNotUnderstood(error)
    throw error
  }
}

export const pictureRoutes = [...rendered, ...thumbnails]
