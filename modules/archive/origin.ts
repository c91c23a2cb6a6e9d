/** Where an Instance came from. Kept with its bytes and its row. */
export type Origin =
  | { readonly kind: 'dimse'; readonly callingAe: string; readonly calledAe: string; readonly peer: string }
  /** Files from a disk, by the command line. */
  | { readonly kind: 'import' }
  /** The synthetic hospital. */
  | { readonly kind: 'demo' }
