/**
 * Which abstract syntaxes are for storing: so that an object of tomorrow's or of a vendor's class is taken,
 * and a service that we do not speak is refused. PS3.4 §B.5, PS3.6 Annex A.
 *
 * @module
 */

const STANDARD_ROOT = '1.2.840.10008.'
const STORAGE_ROOT = '1.2.840.10008.5.1.4.1.1.'

/** Query and retrieve services whose UIDs lie under the storage root. PS3.4 Annexes II, KK. */
const notStorage = new Set(['200.4', '200.5', '200.6', '201.2', '201.3', '201.4', '201.5', '201.6'].map((n) => STORAGE_ROOT + n))

/** Storage classes whose UIDs lie elsewhere; the last three are retired. */
const elsewhere = new Set([
  '1.2.840.10008.5.1.4.34.7', // RT Beams Delivery Instruction
  '1.2.840.10008.5.1.4.34.10', // RT Brachy Application Setup Delivery Instruction
  '1.2.840.10008.5.1.4.38.1', // Hanging Protocol
  '1.2.840.10008.5.1.4.39.1', // Color Palette
  '1.2.840.10008.5.1.4.43.1', // Generic Implant Template
  '1.2.840.10008.5.1.4.44.1', // Implant Assembly Template
  '1.2.840.10008.5.1.4.45.1', // Implant Template Group
  '1.2.840.10008.5.1.4.34.1', // RT Beams Delivery Instruction (trial)
  '1.2.840.10008.5.1.1.27', // Stored Print
  '1.2.840.10008.5.1.1.29', // Hardcopy Grayscale Image
  '1.2.840.10008.5.1.1.30', // Hardcopy Color Image
])

/**
 * Digits and dots, 64 at most, a digit in front. Components with a leading zero are against PS3.5 §9.1,
 * but old devices send them, and their images are wanted all the same.
 */
export function isWireUid(text: string): boolean {
  return /^[0-9][0-9.]{0,63}$/.test(text)
}

/** Storage classes of the standard, and everything that is not the standard's. */
export function isStorageClass(uid: string): boolean {
  if (!isWireUid(uid)) return false
  if (!uid.startsWith(STANDARD_ROOT)) return true
  return (uid.startsWith(STORAGE_ROOT) && !notStorage.has(uid)) || elsewhere.has(uid)
}
