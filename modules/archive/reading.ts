/**
 * What came, as far as it can be read: a description, a header without the UIDs that it is found by, bytes that break off, or
 * nothing of ours at all.
 *
 * @module
 */
import { DicomError, isUid, scanPart10, type Scan } from '@filmjacket/dicom-data'
import { describe, type Description } from './describe.ts'

export type Copied =
  | { readonly kind: 'scanned'; readonly scan: Scan; readonly isFile: boolean }
  | { readonly kind: 'broken'; readonly reason: string; readonly isFile: boolean }

/** A scanner that goes on counting where the bytes cannot be read any more: they may be kept for a person all the same. */
export class ReadThrough {
  readonly #scanner = scanPart10()
  readonly #start = new Uint8Array(START_BYTES)
  #length = 0
  #broken: string | null = null

  push(chunk: Uint8Array): void {
    if (this.#length < START_BYTES) this.#start.set(chunk.subarray(0, START_BYTES - this.#length), this.#length)
    this.#length += chunk.length
    if (this.#broken === null) this.#try(() => this.#scanner.push(chunk))
  }

  /** It cannot be read, and is nothing that anybody should look at. */
  get isHopeless(): boolean {
    return this.#broken !== null && !this.#isFile
  }

  end(): Copied {
    const scan = this.#broken === null ? this.#try(() => this.#scanner.end()) : undefined
    if (scan === undefined) return { kind: 'broken', reason: this.#broken ?? '', isFile: this.#isFile }
    return { kind: 'scanned', scan, isFile: this.#isFile }
  }

  /** PS3.10 §7.1. */
  get #isFile(): boolean {
    return this.#length >= START_BYTES && Buffer.from(this.#start.buffer, PREFIX_AT).toString('latin1') === 'DICM'
  }

  #try<T>(step: () => T): T | undefined {
    try {
      return step()
    } catch (error) {
      if (!(error instanceof DicomError)) throw error
      this.#broken = error.message
      return undefined
    }
  }
}

export async function readThrough(bytes: AsyncIterable<Uint8Array>): Promise<Copied> {
  const reader = new ReadThrough()
  for await (const chunk of bytes) reader.push(chunk)
  return reader.end()
}

const PREFIX_AT = 128
const START_BYTES = 132

export type Reading =
  | { readonly kind: 'described'; readonly scan: Scan; readonly description: Description }
  | Unreadable
  /** A picture of a camera, a text: it does not even begin as DICOM. */
  | { readonly kind: 'not-dicom'; readonly reason: string }

export interface Unreadable {
  readonly kind: 'unreadable'
  readonly reason: string
  /** Null where not even a header could be read. */
  readonly description: Description | null
}

export function readingOf(copied: Copied): Reading {
  if (copied.kind === 'broken') {
    const { reason } = copied
    return copied.isFile ? { kind: 'unreadable', reason, description: null } : { kind: 'not-dicom', reason }
  }
  const { scan } = copied
  // A header of ours with nothing behind it is no image that anybody could look at.
  if (scan.dataSetStart === scan.size) return { kind: 'not-dicom', reason: 'there is no data set' }
  const described = describe(scan)
  if (described.kind === 'described') return { ...described, scan }
  return copied.isFile || isUid(described.description.sopClassUid) ? described : { kind: 'not-dicom', reason: described.reason }
}
