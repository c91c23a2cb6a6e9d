/** The values of Status (0000,0900) that we give ourselves. PS3.7 Annex C. */
export const Status = {
  success: 0x0000,
  processingFailure: 0x0110,
  invalidObjectInstance: 0x0117,
  sopClassNotSupported: 0x0122,
  unrecognizedOperation: 0x0211,
} as const

/** Success or one of the warnings: the peer did what was asked. PS3.7 §C. */
export function isDone(status: number): boolean {
  return status === Status.success || status === 0x0001 || status === 0x0107 || status === 0x0116 || status >> 12 === 0xb
}

const ERROR_COMMENT_CHARACTERS = 64

/** As Error Comment (0000,0902) may be: LO of the default repertoire, 64 characters. */
export function errorComment(text: string): string {
  return text.replace(/[^\x20-\x5b\x5d-\x7e]/g, '?').slice(0, ERROR_COMMENT_CHARACTERS)
}
