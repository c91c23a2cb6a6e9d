/**
 * The coefficients of one block. ITU-T T.81 §F.2.2 (sequential), §G.1.2 and Figure G.7 (progressive).
 *
 * @module
 */
import type { BitReader, HuffmanTable } from './huffman.ts'
import { broken, ZIGZAG, type Scan } from './segments.ts'

/** What is carried from block to block. */
export interface BlockState {
  readonly dc: HuffmanTable | undefined
  readonly ac: HuffmanTable | undefined
  /** The DC coefficient of the block before. */
  predicted: number
  /** Blocks still to come without a new coefficient in this band. */
  run: number
}

type DecodeBlock = (bits: BitReader, scan: Scan, state: BlockState, coefficients: Int16Array, at: number) => void

/** Sixteen zeros, and no end of the block. */
const ZERO_RUN = 0xf0

export const decodeBlock: DecodeBlock = (bits, _scan, state, coefficients, at) => {
  const { dc, ac } = state
  if (dc === undefined || ac === undefined) throw broken('no Huffman table')
  state.predicted += readSize(bits, dc)
  coefficients[at] = state.predicted
  for (let k = 1; k < 64; k++) {
    const symbol = bits.decode(ac)
    const size = symbol & 15
    if (size === 0 && symbol !== ZERO_RUN) return
    k += symbol >> 4
    if (size > 0) coefficients[place(at, k)] = bits.readSigned(size)
  }
}

export const decodeProgressively: DecodeBlock = (bits, scan, state, coefficients, at) => {
  if (scan.start === 0) decodeDc(bits, scan, state, coefficients, at)
  else if (scan.high === 0) decodeBand(bits, scan, state, coefficients, at)
  else refineBand(bits, scan, state, coefficients, at)
}

const decodeDc: DecodeBlock = (bits, { high, low }, state, coefficients, at) => {
  if (high > 0) {
    if (bits.read(1) === 1) coefficients[at] = (coefficients[at] ?? 0) | (1 << low)
    return
  }
  if (state.dc === undefined) throw broken('no Huffman table')
  state.predicted += readSize(bits, state.dc)
  coefficients[at] = state.predicted << low
}

/** The first bits of a band. */
const decodeBand: DecodeBlock = (bits, { start, end, low }, state, coefficients, at) => {
  if (state.ac === undefined) throw broken('no Huffman table')
  if (state.run > 0) {
    state.run--
    return
  }
  for (let k = start; k <= end; k++) {
    const symbol = bits.decode(state.ac)
    const [zeros, size] = [symbol >> 4, symbol & 15]
    if (size === 0 && symbol !== ZERO_RUN) {
      state.run = (1 << zeros) - 1 + bits.read(zeros)
      return
    }
    k += zeros
    if (size > 0) coefficients[place(at, k)] = bits.readSigned(size) << low
  }
}

/** One more bit of a band: of each coefficient that is not zero, and of those that begin to be not. */
const refineBand: DecodeBlock = (bits, { start, end, low }, state, coefficients, at) => {
  if (state.ac === undefined) throw broken('no Huffman table')
  let k = start
  for (; state.run === 0 && k <= end; k++) {
    const symbol = bits.decode(state.ac)
    const [zeros, size] = [symbol >> 4, symbol & 15]
    if (size === 0 && symbol !== ZERO_RUN) {
      state.run = (1 << zeros) + bits.read(zeros)
      break
    }
    const fresh = size === 0 ? 0 : bits.read(1) === 1 ? 1 << low : -1 << low
    k = refineUpTo(bits, zeros, { k, end, low }, coefficients, at)
    if (fresh !== 0) coefficients[place(at, k)] = fresh
  }
  if (state.run > 0) {
    refineUpTo(bits, Infinity, { k, end, low }, coefficients, at)
    state.run--
  }
}

/** Refine up to the coefficient behind `zeros` zeros. @returns its place in the band. */
function refineUpTo(
  bits: BitReader, zeros: number, { k, end, low }: { k: number; end: number; low: number }, coefficients: Int16Array, at: number,
): number {
  let left = zeros
  for (let n = k; n <= end; n++) {
    const where = place(at, n)
    const value = coefficients[where] ?? 0
    if (value === 0) {
      if (left === 0) return n
      left--
    } else if (bits.read(1) === 1 && (Math.abs(value) & (1 << low)) === 0) {
      coefficients[where] = value + (value > 0 ? 1 << low : -1 << low)
    }
  }
  return end
}

function readSize(bits: BitReader, table: HuffmanTable): number {
  const size = bits.decode(table)
  if (size > 16) throw broken('coefficient of more than 16 bits')
  return bits.readSigned(size)
}

/** Behind the 64th is the next block: a broken stream must not write there. */
function place(at: number, k: number): number {
  if (k > 63) throw broken('more than 64 coefficients')
  return at + (ZIGZAG[k] ?? 0)
}
