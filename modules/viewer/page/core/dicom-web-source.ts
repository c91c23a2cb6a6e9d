/** Pictures from our own server, by DICOMweb. PS3.18 §10.4 (Retrieve Transaction). */
import type { CodedFrame } from './decode/decode.ts'
import { EXPLICIT_LITTLE_ENDIAN, isNative, JPEG_LS_LOSSLESS } from './decode/transfer-syntaxes.ts'
import { textOf, type Elements } from './elements.ts'
import { Line } from './line.ts'
import { firstPart, type Part } from './multipart.ts'
import type { FetchOptions, FrameRef, PictureSource, SeriesRef } from './picture-source.ts'
import { PREVIEW_SIDE } from './preview.ts'
import { PictureError, type ColorPixels, type Trouble } from './pixels.ts'
import { Tags } from './tags.ts'

const ROOT = '/dicom-web'
const UID = /^[0-9.]{1,64}$/

/** How often a frame is asked for again when the line breaks. */
const RETRIES = 2
const PAUSE_MS = 500

const line = new Line()
/** Series whose frames were seen to be plain numbers, and whether the server packs them. */
const packable = new Map<string, boolean>()

export const dicomWebSource: PictureSource = {
  async headers(series, instanceUid) {
    const part = instanceUid === undefined ? '' : `/instances/${uid(instanceUid)}`
    const answer = await call(`${pathOf(series)}${part}/metadata`, 'application/dicom+json')
    return (await answer.json()) as readonly Elements[]
  },

  async seriesOf(studyUid, instanceUid) {
    const path = `${ROOT}/studies/${uid(studyUid)}/instances?SOPInstanceUID=${uid(instanceUid)}&limit=1`
    const answer = await call(path, 'application/dicom+json')
    const found = answer.status === 204 ? [] : ((await answer.json()) as readonly Elements[])
    return found[0] === undefined ? null : textOf(found[0], Tags.SeriesInstanceUID)
  },

  async frame(ref, options = {}) {
    const isPacked = options.asNative !== true && line.isSlow && packable.get(ref.seriesUid) === true
    const packed = isPacked ? await packedFrame(ref, options) : null
    if (packed !== null) return packed
    const frame = frameOf(await partOf(await call(framePath(ref), acceptOf(options), options.signal)))
    if (isNative(frame.transferSyntaxUid) && !packable.has(ref.seriesUid)) packable.set(ref.seriesUid, true)
    return frame
  },

  isSlow: () => line.isSlow,

  async small(ref, { center, width }, signal) {
    const query = `viewport=${PREVIEW_SIDE},${PREVIEW_SIDE}&quality=${PREVIEW_QUALITY}&window=${center},${width}`
    const answer = await call(`${framePath(ref)}/rendered?${query}`, 'image/jpeg', signal)
    const { rows, columns, rgba } = await drawnPixels(answer)
    return { rows, columns, levels: Uint8Array.from({ length: rows * columns }, (_, n) => rgba[n * 4] ?? 0) }
  },

  async drawn(ref, signal) {
    return colorsOf(await drawnPixels(await call(`${framePath(ref)}/rendered`, 'image/png', signal)))
  },

  async bulk(uri, signal) {
    const { part } = await partOf(await call(ownPath(uri), acceptOf({}), signal))
    return part
  },
}

function pathOf({ studyUid, seriesUid }: SeriesRef): string {
  return `${ROOT}/studies/${uid(studyUid)}/series/${uid(seriesUid)}`
}

function framePath(ref: FrameRef): string {
  return `${pathOf(ref)}/instances/${uid(ref.instanceUid)}/frames/${Math.trunc(ref.frame)}`
}

function uid(text: string): string {
  if (!UID.test(text)) throw new PictureError('broken', 'not a UID')
  return text
}

/** A path of our own DICOMweb, whatever host a header names: the site may be reached by several. */
function ownPath(uri: string): string {
  const { pathname } = new URL(uri, new URL(`${ROOT}/`, location.href))
  if (!pathname.startsWith(`${ROOT}/`)) throw new PictureError('refused', 'foreign address')
  return pathname
}

function acceptOf({ asNative = false }: FetchOptions): string {
  return `multipart/related; type="application/octet-stream"; transfer-syntax=${asNative ? EXPLICIT_LITTLE_ENDIAN : '*'}`
}

const PREVIEW_QUALITY = 70
const PACKED = `multipart/related; type="image/jls"; transfer-syntax=${JPEG_LS_LOSSLESS}`

/** Without loss, in half of the bytes or less; null where the server cannot: the next ones of the Series come as they are stored. */
async function packedFrame(ref: FrameRef, { signal }: FetchOptions): Promise<CodedFrame | null> {
  try {
    return frameOf(await partOf(await call(framePath(ref), PACKED, signal)))
  } catch (error) {
    if (!(error instanceof PictureError) || (error.trouble !== 'no-decoder' && error.trouble !== 'broken')) throw error
    packable.set(ref.seriesUid, false)
    return null
  }
}

async function call(path: string, accept: string, signal?: AbortSignal): Promise<Response> {
  for (let attempt = 0; ; attempt++) {
    try {
      const answer = await fetch(path, { headers: { accept }, credentials: 'same-origin', signal: signal ?? null })
      if (answer.ok) return answer
      if (answer.status < 500 || attempt >= RETRIES) throw new PictureError(troubleOf(answer.status), `status ${answer.status}`)
    } catch (error) {
      if (error instanceof PictureError || signal?.aborted === true) throw error
      if (attempt >= RETRIES) throw new PictureError('offline', 'the server could not be reached')
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS * (attempt + 1)))
  }
}

function troubleOf(status: number): Trouble {
  if (status === 401 || status === 403) return 'refused'
  if (status === 404 || status === 410) return 'absent'
  return status === 406 || status === 415 ? 'no-decoder' : 'broken'
}

function frameOf({ part, mediaType }: Part): CodedFrame {
  const syntax = /transfer-syntax="?([0-9.]+)/.exec(mediaType)?.[1]
  return { bytes: part, transferSyntaxUid: syntax ?? EXPLICIT_LITTLE_ENDIAN }
}

interface DrawnPixels {
  readonly rows: number
  readonly columns: number
  readonly rgba: Uint8ClampedArray
}

async function drawnPixels(answer: Response): Promise<DrawnPixels> {
  const bitmap = await createImageBitmap(await answer.blob())
  const { width: columns, height: rows } = bitmap
  const context = Object.assign(document.createElement('canvas'), { width: columns, height: rows }).getContext('2d', { willReadFrequently: true })
  if (context === null) throw new PictureError('no-decoder', 'no canvas')
  context.drawImage(bitmap, 0, 0)
  const { data } = context.getImageData(0, 0, columns, rows)
  bitmap.close()
  return { rows, columns, rgba: data }
}

function colorsOf({ rows, columns, rgba }: DrawnPixels): ColorPixels {
  const rgb = new Uint8Array(rows * columns * 3)
  for (let n = 0; n < rows * columns; n++) rgb.set(rgba.subarray(n * 4, n * 4 + 3), n * 3)
  return { kind: 'color', rows, columns, rgb }
}

async function partOf(answer: Response): Promise<Part> {
  const bytes = await line.read(answer)
  return firstPart(bytes, answer.headers.get('content-type') ?? '')
}
