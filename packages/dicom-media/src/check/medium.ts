/**
 * A medium as its reader finds it: files by path, whatever they lie in.
 *
 * @module
 */
export interface FoundFile {
  /** From the root, parts joined by `/`, as it is written there; on ISO 9660 without version. */
  readonly path: string
  readonly sizeBytes: number
  open(): AsyncIterable<Uint8Array>
}

/** Bytes that can be read from anywhere. */
export interface ByteSource {
  readonly sizeBytes: number
  /** Fewer bytes only at the end. */
  read(start: number, end: number): Promise<Uint8Array>
}

/** What lies there is no medium that can be read. */
export class MediumError extends Error {
  override readonly name = 'MediumError'
}
