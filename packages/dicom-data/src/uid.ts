import { randomUUID } from 'node:crypto'

/** A DICOM unique identifier, checked. PS3.5 §9. */
export type Uid = string & { readonly __brand: 'Uid' }

/** The text is no UID. The message does not hold it: some equipment writes names there. */
export class UidError extends Error {
  override readonly name = 'UidError'
}

const UID_MAX_CHARACTERS = 64

/** ITU-T X.667: any UUID, as a decimal number, is a UID under this root. PS3.5 §B.2. */
const UUID_ROOT = '2.25'

/**
 * Digits and single dots, 64 at most. PS3.5 §9.1.
 *
 * A component with a leading zero breaks the standard, yet is accepted: archives are full of them.
 */
export function isUid(text: string): boolean {
  return text.length <= UID_MAX_CHARACTERS && /^\d+(\.\d+)+$/.test(text)
}

/** @throws UidError if `text` is not a UID. */
export function parseUid(text: string): Uid {
  if (!isUid(text)) throw new UidError(`not a UID: ${text.length} characters`)
  return text as Uid
}

/**
 * A UID that nobody else has: `<root>.<128 random bits as a decimal number>`.
 *
 * @throws UidError if `root` is not a UID or leaves no room for 39 digits.
 */
export function newUid(root: string = UUID_ROOT): Uid {
  const decimal = BigInt(`0x${randomUUID().replaceAll('-', '')}`).toString()
  return parseUid(`${root}.${decimal}`)
}
