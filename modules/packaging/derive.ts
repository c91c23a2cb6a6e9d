/**
 * Files with other pixels than are stored: decompressed, because a medium's profile wants it. They are kept nowhere. Their
 * size and digest are found once and are part of the recipe; their bytes are made again whenever somebody reads them.
 *
 * @module
 */
import { createHash } from 'node:crypto'
import { crc32, parseBlobId, type BlobId, type BlobReader } from '@filmjacket/bytes'
import { TransferSyntaxes } from '@filmjacket/dicom-data'
import { TranscodeError } from '@filmjacket/dicom-pixel'
import { inForm, type StoredInstance } from '../archive/index.ts'
import { metaOf } from './media-content.ts'

export interface DerivedFile {
  /** SHA-256 of the file, as a blob's. */
  readonly digest: string
  readonly sizeBytes: number
  readonly crc32: number
}

const EXPLICIT = TransferSyntaxes.explicitVrLittleEndian.uid

/** It cannot be brought into another form, and goes as it is. */
class UnderivableError extends Error {
  override readonly name = 'UnderivableError'
}

/** The file in Explicit VR Little Endian. */
export async function* deriveExplicit(instance: StoredInstance, blobs: BlobReader): AsyncGenerator<Uint8Array, void, undefined> {
  const form = await inForm(instance, EXPLICIT, blobs)
  if (form.kind === 'impossible') throw new UnderivableError(form.reason)
  yield metaOf(instance, EXPLICIT)
  yield* form.dataSet
}

/** Makes it once, and looks. Null: it cannot be made. */
export async function measureExplicit(instance: StoredInstance, blobs: BlobReader, signal?: AbortSignal): Promise<DerivedFile | null> {
  const hash = createHash('sha256')
  let [sizeBytes, crc] = [0, 0]
  try {
    for await (const part of deriveExplicit(instance, blobs)) {
      signal?.throwIfAborted()
      hash.update(part)
      crc = crc32(part, crc)
      sizeBytes += part.length
    }
  } catch (error) {
    if (error instanceof TranscodeError || error instanceof UnderivableError) return null
    throw error
  }
  return { digest: hash.digest('hex'), sizeBytes, crc32: crc }
}

/** Where stored images are read; many in turn are read faster by a reader of their own. */
export interface StoredBlobs extends BlobReader {
  inTurn?(): BlobReader
}

/** Blobs that are nowhere: made when they are read, or the same for all packages. The others are read where they are. */
export class MadeBlobs implements BlobReader {
  readonly #stored: StoredBlobs
  readonly #made: Map<BlobId, () => AsyncIterable<Uint8Array>>

  constructor(stored: StoredBlobs, made = new Map<BlobId, () => AsyncIterable<Uint8Array>>()) {
    this.#stored = stored
    this.#made = made
  }

  /** For one who reads the whole. */
  inTurn(): BlobReader {
    return new MadeBlobs(this.#stored.inTurn?.() ?? this.#stored, this.#made)
  }

  atHand(blob: BlobId, start: number, end: number): Uint8Array | undefined {
    return this.#made.has(blob) ? undefined : this.#stored.atHand?.(blob, start, end)
  }

  add(digest: string, make: () => AsyncIterable<Uint8Array>): void {
    this.#made.set(parseBlobId(digest), make)
  }

  async* read(blob: BlobId, start: number, end: number): AsyncGenerator<Uint8Array> {
    const make = this.#made.get(blob)
    if (make === undefined) {
      yield* this.#stored.read(blob, start, end)
      return
    }
    let at = 0
    for await (const part of make()) {
      const [from, to] = [Math.max(start - at, 0), Math.min(end - at, part.length)]
      if (from < to) yield part.subarray(from, to)
      at += part.length
      if (at >= end) return
    }
  }
}
