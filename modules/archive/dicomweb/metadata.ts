/**
 * Metadata of a Study, as WADO-RS tells them. PS3.18 §10.4.1.1.2.
 *
 * For a settled Series they are prepared once, compressed, and kept beside it: an answer is then an extent list of what is
 * there already. Addresses within begin with how the site is reached; who reaches it otherwise gets them rewritten.
 *
 * @module
 */
import { etagOf, literal } from '@filmjacket/bytes'
import type { Kysely } from 'kysely'
import { LRUCache } from 'lru-cache'
import type { Served } from '../../../platform/server/http/serve-extents.ts'
import { correctedHeaders } from '../correction/leaving.ts'
import * as store from '../store/dicomweb.ts'
import type { StudyPlace } from '../store/dicomweb.ts'
import type { ArchiveTables, SeriesMetadataRow } from '../tables.ts'
import { deflateText, gzipOf, inflateText, type DeflatedText } from './deflated-text.ts'
import { instanceJson } from './instance-metadata.ts'

export const DICOM_JSON = 'application/dicom+json'

export interface MetadataWish {
  readonly seriesUid?: string | undefined
  /** What addresses within are to begin with. */
  readonly base: string
  readonly acceptsGzip: boolean
  /** What JSON is called in the answer. */
  readonly media: string
}

export interface Metadata {
  /** Makes ready what will be asked for. Doing it twice changes nothing. */
  prepare(studyId: string): Promise<void>
  /** Null if there is no such Series. */
  json(study: StudyPlace, wish: MetadataWish): Promise<Served | null>
}

/** Of metadata with other addresses than the usual ones. */
const REWRITTEN_BYTES = 32 * 1024 * 1024

/** Instances whose headers are in memory at one time; between pages others get their turn. */
const HEADERS_A_PAGE = 50

export function createMetadata(db: Kysely<ArchiveTables>, usualBase: () => string): Metadata {
  const kept = new LRUCache<string, DeflatedText>({ maxSize: REWRITTEN_BYTES, sizeCalculation: ({ deflated }) => deflated.length + 1 })

  async function make(study: StudyPlace, { id, seriesUid }: store.SeriesPlace, base: string): Promise<DeflatedText> {
    const text = await deflateText(instanceTexts(db, study, seriesUid, base))
    if (study.isSettled) {
      const { deflated, rawBytes, crc32 } = text
      await store.putMetadata(db, { series_id: id, as_of: study.changedAt, base, raw_bytes: rawBytes, crc32, deflated })
    }
    return text
  }

  async function prepare(studyId: string): Promise<void> {
    const study = await store.studyPlaceById(db, studyId)
    if (study?.isSettled !== true) return
    const [prepared, all] = await Promise.all([store.preparedMetadata(db, study), store.seriesWithin(db, studyId)])
    for (const series of all) {
      if (prepared.get(series.id)?.base !== usualBase()) await make(study, series, usualBase())
    }
  }

  async function json(study: StudyPlace, { seriesUid, base, acceptsGzip, media }: MetadataWish): Promise<Served | null> {
    const [prepared, all] = await Promise.all([
      store.preparedMetadata(db, study, seriesUid), store.seriesWithin(db, study.id, seriesUid),
    ])
    if (all.length === 0) return null
    const texts: DeflatedText[] = []
    for (const series of all) {
      const row = prepared.get(series.id)
      const key = `${series.id} ${study.changedAt} ${base}`
      const known = row?.base === base ? textOf(row) : kept.get(key)
      if (known !== undefined) texts.push(known)
      else {
        const made = row === undefined ? await make(study, series, usualBase()) : textOf(row)
        const text = await rewritten(made, row?.base ?? usualBase(), base)
        if (study.isSettled) kept.set(key, text)
        texts.push(text)
      }
    }
    return served(texts, acceptsGzip, media)
  }

  return { prepare, json }
}

function textOf({ deflated, raw_bytes: rawBytes, crc32 }: SeriesMetadataRow): DeflatedText {
  return { deflated, rawBytes, crc32 }
}

/** An array without its brackets, in pieces. */
async function* instanceTexts(
  db: Kysely<ArchiveTables>, study: StudyPlace, seriesUid: string, base: string,
): AsyncGenerator<string, void, undefined> {
  const instances = await store.instancesWithin(db, study.id, { seriesUid })
  for (let at = 0; at < instances.length; at += HEADERS_A_PAGE) {
    const page = instances.slice(at, at + HEADERS_A_PAGE)
    const headers = await correctedHeaders(db, study.id, page)
    for (const [nth, instance] of page.entries()) {
      const header = headers.get(instance.id)
      if (header === undefined) continue
      const json = JSON.stringify(instanceJson({ ...instance, ...header }, study.studyUid, base))
      yield at + nth === 0 ? json : `,${json}`
    }
  }
}

/** Other requests are served between one Series and the next, and while zlib works. */
async function rewritten(text: DeflatedText, madeFor: string, base: string): Promise<DeflatedText> {
  if (madeFor === base) return text
  const raw = (await inflateText(text)).toString()
  const from = `"BulkDataURI":${JSON.stringify(`${madeFor}/`).slice(0, -1)}`
  const to = `"BulkDataURI":${JSON.stringify(`${base}/`).slice(0, -1)}`
  return deflateText(one(raw.replaceAll(from, () => to)))
}

async function* one(text: string): AsyncGenerator<string, void, undefined> {
  yield await Promise.resolve(text)
}

async function served(texts: readonly DeflatedText[], acceptsGzip: boolean, mediaType: string): Promise<Served> {
  const separated = ['[', ...texts.flatMap((text, at) => (at === 0 ? [text] : [',', text])), ']']
  const headers = { vary: 'accept, accept-encoding' }
  if (acceptsGzip) {
    const list = gzipOf(separated)
    return { list, etag: etagOf(list), mediaType, headers: { ...headers, 'content-encoding': 'gzip' } }
  }
  const list = await Promise.all(separated.map(async (piece) =>
    literal(typeof piece === 'string' ? Buffer.from(piece) : await inflateText(piece))))
  return { list, etag: etagOf(list), mediaType, headers }
}
