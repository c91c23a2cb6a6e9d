/**
 * What of a disc is the same for everybody, the viewer, and what tells it of this one: STUDIES.JS. MED-03.
 *
 * @module
 */
import { createHash } from 'node:crypto'
import { crc32, literal, parseBlobId, range } from '@filmjacket/bytes'
import { Tags } from '@filmjacket/dicom-data'
import type { FileSet, MediaFile, Placed, PlacedSeries, PlacedStudy } from '@filmjacket/dicom-media'

export interface DiscFile {
  /** From the root, in names of 8.3. */
  readonly path: readonly string[]
  readonly bytes: Uint8Array
}

/** The viewer's page, and the files that are the same on every disc. */
export interface Disc {
  readonly page: string
  readonly files: readonly MediaFile[]
  /** The bytes of `files`, by digest. */
  readonly contents: ReadonlyMap<string, Uint8Array>
}

const PAGE = 'INDEX.HTM'

/** Undefined without a page: nobody could open it. */
export function discOf(files: readonly DiscFile[]): Disc | undefined {
  const page = files.find(({ path }) => path.join('/') === PAGE)
  if (page === undefined) return undefined
  const contents = new Map<string, Uint8Array>()
  const others = files.filter((file) => file !== page).map(({ path, bytes }): MediaFile => {
    const digest = createHash('sha256').update(bytes).digest('hex')
    contents.set(digest, bytes)
    return { path, content: [range(parseBlobId(digest), 0, bytes.length, crc32(bytes))] }
  })
  return { page: Buffer.from(page.bytes).toString('utf8'), files: others, contents }
}

interface Told {
  readonly institution: string
  /** DA. */
  readonly made: string
  /** What any browser shows of its series. */
  readonly web: readonly Placed[]
}

/** The viewer reads it with a script element: a page that is a file may not ask for other files. */
export function studiesScript({ studies }: FileSet, { institution, made, web }: Told): MediaFile {
  const bySeries = new Map<string, Placed[]>()
  for (const item of web) bySeries.set(item.seriesUid, [...(bySeries.get(item.seriesUid) ?? []), item])
  const manifest = {
    patient: studies[0]?.first.text(Tags.PatientName) ?? '', made, institution, studies: studies.map((study) => studyOf(study, bySeries)),
  }
  return { path: ['VIEWER', 'STUDIES.JS'], content: [literal(Buffer.from(`window.FILMJACKET_DISC = ${scriptLiteral(manifest)}\n`))] }
}

type WebOfSeries = ReadonlyMap<string, readonly Placed[]>

function studyOf({ uid, first, series }: PlacedStudy, web: WebOfSeries) {
  const [description, date] = [Tags.StudyDescription, Tags.StudyDate].map((tag) => first.text(tag) ?? '')
  return { uid, patient: first.text(Tags.PatientName) ?? '', description, date, series: series.map((each) => seriesOf(each, web.get(each.uid) ?? [])) }
}

function seriesOf({ uid, first, files }: PlacedSeries, web: readonly Placed[]) {
  const [modality, description] = [Tags.Modality, Tags.SeriesDescription].map((tag) => first.text(tag) ?? '')
  const instances = files.map(({ path, instance }) => ({ file: path.join('/'), frames: instance.dataSet.number(Tags.NumberOfFrames) ?? 1 }))
  const pictures = web.filter(({ kind }) => kind === 'picture')
  const preview = (web.find(({ kind }) => kind === 'preview') ?? pictures[Math.floor(pictures.length / 2)])?.path.join('/')
  const documents = web.filter(({ kind }) => kind === 'page' || kind === 'document').map(({ title = '', path }) => ({ title, file: path.join('/') }))
  return {
    uid, modality, description, number: first.number(Tags.SeriesNumber) ?? null, ...(preview === undefined ? {} : { preview }),
    ...(documents.length === 0 ? {} : { documents }), instances,
  }
}

/** JSON that ends no script element and no line of JavaScript. */
function scriptLiteral(value: unknown): string {
  return JSON.stringify(value).replace(/[<\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
