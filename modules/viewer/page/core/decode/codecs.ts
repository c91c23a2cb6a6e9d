/** JPEG, JPEG-LS, JPEG 2000 and HTJ2K by WebAssembly, each fetched when the first picture needs it; the rarer JPEGs by our own. */
import charlsUrl from '@cornerstonejs/codec-charls/decodewasm?url'
import turboUrl from '@cornerstonejs/codec-libjpeg-turbo-8bit/decodewasm?url'
import openjpegUrl from '@cornerstonejs/codec-openjpeg/decodewasm?url'
import openjphUrl from '@cornerstonejs/codec-openjph/wasm?url'
import { CodecError, decodeDct, decodeLossless } from '@filmjacket/dicom-pixel/browser'
import { PictureError } from '../pixels.ts'
import type { CodeStream } from './code-stream.ts'

interface Decoder {
  getEncodedBuffer(bytes: number): Uint8Array
  decode(): void
  getFrameInfo(): { readonly width: number; readonly height: number; readonly bitsPerSample: number; readonly componentCount: number }
  getDecodedBuffer(): Uint8Array
  getInterleaveMode?(): number
  delete(): void
}

type Instance = Readonly<Record<string, (new () => Decoder) | undefined>>

interface FactoryOptions {
  readonly locateFile: (name: string) => string
  readonly print: (line: string) => void
  readonly printErr: (line: string) => void
  /** The program itself, where it is at hand. */
  readonly wasmBinary?: Uint8Array
}

/** As the modules of the codecs export it. */
export type CodecFactory = (options: FactoryOptions) => Promise<Instance>

interface Codec {
  readonly url: string
  readonly decoder: string
  readonly load: () => Promise<{ readonly default: CodecFactory }>
}

type WasmKind = Exclude<CodeStream['kind'], 'jpeg-12' | 'jpeg-lossless'>

const CODECS: Readonly<Record<WasmKind, Codec>> = {
  jpeg: { url: turboUrl, decoder: 'JPEGDecoder', load: () => import('@cornerstonejs/codec-libjpeg-turbo-8bit/decodewasmjs') },
  'jpeg-ls': { url: charlsUrl, decoder: 'JpegLSDecoder', load: () => import('@cornerstonejs/codec-charls/decodewasmjs') },
  'jpeg-2000': { url: openjpegUrl, decoder: 'J2KDecoder', load: () => import('@cornerstonejs/codec-openjpeg/decodewasmjs') },
  htj2k: { url: openjphUrl, decoder: 'HTJ2KDecoder', load: () => import('@cornerstonejs/codec-openjph/wasmjs') },
}

interface Loaded {
  readonly instance: Instance
  /** What the codec said was wrong. */
  readonly complaints: string[]
}

const loaded = new Map<WasmKind, Promise<Loaded>>()

async function load({ url, load: fetchModule }: Codec): Promise<Loaded> {
  const complaints: string[] = []
  const note = (line: string): void => {
    if (/error/i.test(line)) complaints.push(line)
  }
  const { default: factory } = await fetchModule()
  const options = { locateFile: () => url, print: note, printErr: note, ...(url.startsWith('data:') && { wasmBinary: bytesOf(url) }) }
  return { instance: await factory(options), complaints }
}

/** A disc brings its codecs in their addresses: nothing may be fetched there. */
function bytesOf(dataUrl: string): Uint8Array {
  return Uint8Array.from(atob(dataUrl.slice(dataUrl.indexOf(',') + 1)), (character) => character.charCodeAt(0))
}

/** Samples by pixel, or by plane. */
export interface Samples {
  readonly samples: Uint8Array | Uint16Array
  readonly planar: boolean
}

/** @throws PictureError if the stream is broken; the codec's heap is dropped then, as it is no longer to be trusted. */
export async function decodeStream(stream: CodeStream, bytes: Uint8Array): Promise<Samples> {
  const { kind } = stream
  if (kind === 'jpeg-12' || kind === 'jpeg-lossless') return { samples: decodeByOurs(kind, bytes), planar: false }
  return await decodeByWasm(kind, stream, bytes)
}

function decodeByOurs(kind: 'jpeg-12' | 'jpeg-lossless', bytes: Uint8Array): Samples['samples'] {
  try {
    return kind === 'jpeg-12' ? decodeDct(bytes) : decodeLossless(bytes)
  } catch (error) {
    throw error instanceof CodecError ? new PictureError(error.problem === 'no-decoder' ? 'no-decoder' : 'broken', error.message) : error
  }
}

async function decodeByWasm(kind: WasmKind, stream: CodeStream, bytes: Uint8Array): Promise<Samples> {
  const codec = CODECS[kind]
  const loading = loaded.get(kind) ?? load(codec)
  loaded.set(kind, loading)
  const { instance, complaints } = await loading
  const Class = instance[codec.decoder]
  if (Class === undefined) throw new PictureError('no-decoder', `no decoder for ${kind}`)
  complaints.length = 0
  try {
    const decoder = new Class()
    const samples = run(decoder, stream, kind === 'jpeg-ls' ? withEnd(bytes) : bytes)
    const planar = stream.components === 3 && decoder.getInterleaveMode?.() === 0
    if (complaints.length > 0) throw new PictureError('broken', `broken code stream (${kind})`)
    decoder.delete()
    return { samples, planar }
  } catch {
    // Exceptions of C++ come as numbers, traps of WebAssembly as errors of their own kinds.
    loaded.delete(kind)
    throw new PictureError('broken', `broken code stream (${kind})`)
  }
}

function run(decoder: Decoder, { rows, columns, components, precision }: CodeStream, bytes: Uint8Array) {
  decoder.getEncodedBuffer(bytes.length).set(bytes)
  decoder.decode()
  const { width, height, componentCount } = decoder.getFrameInfo()
  if (width !== columns || height !== rows || componentCount !== components) throw new PictureError('broken', 'other size')
  const copy = decoder.getDecodedBuffer().slice() // out of the codec's heap
  return precision <= 8 ? copy : new Uint16Array(copy.buffer, 0, copy.length >> 1)
}

/** Bytes that may follow the end of a stream, to make its fragment even or as long as others. */
const MOST_PADDING = 64

/** CharLS looks for ever for the end of a stream that has none. */
function withEnd(stream: Uint8Array): Uint8Array {
  const tail = stream.subarray(-MOST_PADDING)
  if (tail.some((byte, n) => byte === 0xff && tail[n + 1] === 0xd9)) return stream
  const whole = new Uint8Array(stream.length + 2)
  whole.set(stream)
  whole.set([0xff, 0xd9], stream.length)
  return whole
}
