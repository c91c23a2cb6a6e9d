/**
 * RLE Lossless, the writing side. PS3.5 Annex G.
 *
 * @module
 */
import type { RleShape } from './rle.ts'

const HEADER_BYTES = 64
const LONGEST_RUN = 128
/** A shorter run costs as much as it saves. */
const SHORTEST_RUN = 3

/**
 * Encode a native frame: little-endian, colour by pixel.
 *
 * @param columns - rows are packed one by one, which the standard asks for. PS3.5 §G.3.1.
 */
export function encodeRle(native: Uint8Array, shape: RleShape, columns: number): Uint8Array {
  const { pixels, samplesPerPixel, bytesPerSample } = shape
  const count = samplesPerPixel * bytesPerSample
  const header = new Uint32Array(HEADER_BYTES / 4)
  header[0] = count
  const segments: Uint8Array[] = []
  let at = HEADER_BYTES
  for (let segment = 0; segment < count; segment++) {
    const sample = Math.floor(segment / bytesPerSample)
    const byte = bytesPerSample - 1 - (segment % bytesPerSample) // the most significant comes first
    const plane = new Uint8Array(pixels)
    for (let n = 0, from = sample * bytesPerSample + byte; n < pixels; n++, from += count) plane[n] = native[from] ?? 0
    const packed = packRows(plane, columns)
    header[segment + 1] = at
    at += packed.length
    segments.push(packed)
  }
  return Buffer.concat([littleEndian(header), ...segments])
}

function littleEndian(words: Uint32Array): Uint8Array {
  const bytes = new DataView(new ArrayBuffer(words.byteLength))
  words.forEach((word, n) => bytes.setUint32(n * 4, word, true))
  return new Uint8Array(bytes.buffer)
}

/** Each row for itself; even length, by a zero behind. */
function packRows(plane: Uint8Array, columns: number): Uint8Array {
  // Literals cost one byte for each 128 at worst, in every row.
  const packed = new Uint8Array(plane.length + Math.ceil(plane.length / columns) * (Math.ceil(columns / LONGEST_RUN) + 1) + 1)
  let to = 0
  for (let row = 0; row < plane.length; row += columns) to = pack(plane.subarray(row, row + columns), packed, to)
  return packed.subarray(0, to + (to % 2))
}

/** PackBits. @returns where the next byte goes. */
function pack(row: Uint8Array, packed: Uint8Array, start: number): number {
  let to = start
  let literal = 0 // where bytes begin that are not yet written
  for (let at = 0; at < row.length;) {
    const run = runAt(row, at)
    const isRun = run >= SHORTEST_RUN
    if (isRun || at - literal === LONGEST_RUN) {
      to = writeLiterals(row.subarray(literal, at), packed, to)
      literal = at
    }
    if (isRun) {
      packed[to++] = 257 - run
      packed[to++] = row[at] ?? 0
      literal = at + run
    }
    at += isRun ? run : 1
  }
  return writeLiterals(row.subarray(literal), packed, to)
}

function runAt(row: Uint8Array, at: number): number {
  let length = 1
  while (length < LONGEST_RUN && at + length < row.length && row[at + length] === row[at]) length++
  return length
}

function writeLiterals(bytes: Uint8Array, packed: Uint8Array, to: number): number {
  if (bytes.length === 0) return to
  packed[to] = bytes.length - 1
  packed.set(bytes, to + 1)
  return to + 1 + bytes.length
}
