/** A file of a medium, as the viewer on it needs it. Types alone: the page and what reads DICOM for it share them. */
import type { Elements } from '../core/elements.ts'

/** Bytes that lie elsewhere: a file that a person chose. */
export interface FileBytes {
  readonly size: number
  /** Half-open; what lies behind the end is left out. */
  readonly read: (start: number, end: number) => Promise<Uint8Array>
}

export interface ImageFile {
  /** Values that are large, or have no place in a header, by their address. */
  readonly elements: Elements
  /** Of its frames, as they are given. */
  readonly transferSyntaxUid: string
  /** From 1; null if there is no such frame. */
  readonly frame: (number: number) => Promise<Uint8Array | null>
  /** The value at a path of tags and numbers of items; fragments are joined. Null if it is not there. */
  readonly value: (path: string) => Promise<Uint8Array | null>
}

export interface OpenOptions {
  /** The address of a value, from its path. */
  readonly addressOf: (path: string) => string
}

/** Null for what is no DICOM instance: a medium has other files too, and a directory. */
export type OpenImageFile = (file: FileBytes, options: OpenOptions) => Promise<ImageFile | null>
