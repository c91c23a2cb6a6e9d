/** Where an Instance came from. Kept with its bytes and its row. */
export type Origin =
  | { readonly kind: 'dimse'; readonly callingAe: string; readonly calledAe: string; readonly peer: string }
  /** Fetched from a device by WADO-RS: its AE title and its base address. */
  | { readonly kind: 'wado'; readonly aeTitle: string; readonly address: string }
  /** STOW-RS: who sent it, and from where. */
  | { readonly kind: 'dicom-web'; readonly accountId: string; readonly peer: string }
  /** Files that a person, or a program of theirs, brought: who, in which upload, and from where. */
  | { readonly kind: 'upload'; readonly accountId: string; readonly uploadId: string; readonly peer: string }
  /** Files from a disk, by the command line. */
  | { readonly kind: 'import' }
  /** A note of our own, in the name of who wanted it. */
  | { readonly kind: 'made'; readonly accountId: string; readonly peer: string }
  /** The synthetic hospital. */
  | { readonly kind: 'demo' }
