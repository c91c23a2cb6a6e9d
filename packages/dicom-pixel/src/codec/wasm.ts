/**
 * The WebAssembly codecs: one instance each, loaded when first needed, a new decoder for every frame.
 *
 * They do not throw on every broken stream; a decoder used twice would then give the frame before. After a failure
 * the whole instance is dropped, as its heap is no longer to be trusted.
 *
 * @module
 */
import { createRequire } from 'node:module'
import { CodecError } from '../outcome.ts'

export interface FrameInfo {
  readonly width: number
  readonly height: number
  readonly bitsPerSample: number
  readonly componentCount: number
  readonly isSigned?: boolean
}

/** What the classes of the codecs have: decoders their half, encoders the other, and what can be set in some. */
export interface Coder {
  decode(): void
  encode(): void
  getFrameInfo(): FrameInfo
  /** A decoder's input: room for so many bytes. An encoder's output. */
  getEncodedBuffer(bytes?: number): Uint8Array
  /** A decoder's output. An encoder's input: room for such a frame. */
  getDecodedBuffer(frame?: Required<FrameInfo> & { readonly isUsingColorTransform: boolean }): Uint8Array
  getInterleaveMode?(): number
  setInterleaveMode?(mode: number): void
  setNearLossless?(tolerance: number): void
  setQuality?(lossless: boolean, step: number): void
  setDecompositions?(levels: number): void
  delete(): void
}

/** An instance: its classes by name. */
type Instance = Readonly<Record<string, (new () => Coder) | undefined>>
type Factory = (options: { print(line: string): void; printErr(line: string): void }) => Promise<Instance>

// The main entries of some of these packages are the slow build without WebAssembly.
const MODULES = {
  openjpeg: '@cornerstonejs/codec-openjpeg/wasmjs',
  openjph: '@cornerstonejs/codec-openjph/wasmjs',
  charls: '@cornerstonejs/codec-charls/wasmjs',
  turbo: '@cornerstonejs/codec-libjpeg-turbo-8bit/decodewasmjs',
} as const

export type WasmCodec = keyof typeof MODULES

interface Loaded {
  readonly instance: Instance
  /** What the codec said was wrong. */
  readonly complaints: string[]
}

const require = createRequire(import.meta.url)
const loaded = new Map<WasmCodec, Promise<Loaded>>()

async function load(codec: WasmCodec): Promise<Loaded> {
  const complaints: string[] = []
  const factory = require(MODULES[codec]) as Factory
  const note = (line: string) => {
    if (/error/i.test(line)) complaints.push(line)
  }
  return { instance: await factory({ print: note, printErr: note }), complaints }
}

/**
 * Use a new object of class `className`; it is deleted afterwards.
 *
 * @throws CodecError named after the codec if it fails, complains, or wants more memory than it may have.
 */
export async function withCodec<T>(codec: WasmCodec, className: string, use: (coder: Coder) => T): Promise<T> {
  const loading = loaded.get(codec) ?? load(codec)
  loaded.set(codec, loading)
  const { instance, complaints } = await loading
  const Class = instance[className]
  if (Class === undefined) throw new Error(`${codec} has no ${className}`)
  complaints.length = 0
  const before = refusals
  try {
    const coder = new Class()
    const result = use(coder)
    if (complaints.length > 0) throw new CodecError('broken', `broken code stream (${codec})`)
    coder.delete()
    return result
  } catch (error) {
    loaded.delete(codec)
    if (refusals > before) throw new CodecError('memory', `${codec} wants more memory than it may have`)
    if (error instanceof CodecError) throw error
    // Exceptions of C++ come as numbers, traps of WebAssembly as errors of their own kinds.
    throw new CodecError('broken', `broken code stream (${codec})`)
  }
}

/** How often a heap in this thread was not allowed to grow. */
let refusals = 0

const PAGE_BYTES = 65_536

/** What Node's types leave out. */
interface Memory {
  readonly buffer: ArrayBuffer
  grow(pages: number): number
}

/**
 * Let no codec's heap in this thread grow beyond `bytes`. An allocation that needs more fails in the codec.
 *
 * Each codec makes its memory itself, with a limit of its own of 2 GiB; but all of them grow it by this one method.
 */
export function limitHeaps(bytes: number): void {
  const { prototype } = (globalThis as unknown as { WebAssembly: { Memory: { prototype: Memory } } }).WebAssembly.Memory
  const grow = Object.getOwnPropertyDescriptor(prototype, 'grow')?.value as (this: Memory, pages: number) => number
  prototype.grow = function growWithin(this: Memory, pages: number): number {
    if (this.buffer.byteLength + pages * PAGE_BYTES <= bytes) return grow.call(this, pages)
    refusals++
    throw new RangeError('heap is full')
  }
}
