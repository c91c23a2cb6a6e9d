/** A file that a person chose, or that lies within one: its bytes can be had, now or when its turn comes. */
import type { FoundReason } from '../../../contract.ts'

export type FoundFile =
  | {
    readonly kind: 'file'
    readonly path: string
    readonly bytes: number
    /** @throws if it cannot be read any more, or what is packed is not what its list says. */
    readonly open: () => Promise<Blob>
  }
  /** What is not sent, and why. */
  | { readonly kind: 'left', readonly path: string, readonly bytes: number, readonly reason: FoundReason }

/** Something that was chosen, before it is looked into. */
export interface ChosenFile {
  readonly path: string
  readonly file: File
}

/** A packed file that cannot be taken apart, or must not be. */
export class PackedError extends Error {
  override readonly name = 'PackedError'
  readonly reason: FoundReason

  constructor(reason: FoundReason, what: string) {
    super(what)
    this.reason = reason
  }
}

export async function bytesOf(blob: Blob, start: number, end: number): Promise<DataView<ArrayBuffer>> {
  return new DataView(await blob.slice(start, end).arrayBuffer())
}
