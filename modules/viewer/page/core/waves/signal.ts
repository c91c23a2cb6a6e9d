/**
 * Samples as values: read where they are asked for, as a recording of a day is too long to be turned into numbers.
 * PS3.3 §C.10.9.1.5 (Waveform Sample Interpretation), §C.10.9.1.6 (Waveform Data).
 *
 * @module
 */
import { PictureError } from '../pixels.ts'
import type { WaveGroup } from './waveform.ts'

/** The value of a channel at a sample, in the unit of the channel; NaN where nothing was recorded. */
export type Signal = (channel: number, sample: number) => number

type Cells = Int8Array | Uint8Array | Int16Array | Uint16Array | Int32Array | Uint32Array
type Reader = (bytes: Uint8Array) => Cells | Int16Array

const READERS: Readonly<Record<string, Reader>> = {
  SB: (bytes) => new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length),
  UB: (bytes) => bytes,
  MB: (bytes) => Int16Array.from(bytes, fromMuLaw),
  AB: (bytes) => Int16Array.from(bytes, fromALaw),
  SS: (bytes) => new Int16Array(aligned(bytes, 2)),
  US: (bytes) => new Uint16Array(aligned(bytes, 2)),
  SL: (bytes) => new Int32Array(aligned(bytes, 4)),
  UL: (bytes) => new Uint32Array(aligned(bytes, 4)),
}

const BYTES: Readonly<Record<string, number>> = { SB: 1, UB: 1, MB: 1, AB: 1, SS: 2, US: 2, SL: 4, UL: 4 }

/**
 * @param bytes - Waveform Data, little endian: a sample of each channel, then the next of each.
 * @throws PictureError if they are of an unknown kind, or fewer than the group says.
 */
export function signalOf({ interpretation, channels, samples, padding }: WaveGroup, bytes: Uint8Array): Signal {
  const read = READERS[interpretation]
  if (read === undefined) throw new PictureError('no-decoder', 'samples of an unknown kind')
  const count = samples * channels.length
  if (bytes.length < count * (BYTES[interpretation] ?? 1)) throw new PictureError('broken', 'recording shorter than it says')
  const cells = read(bytes)
  const empty = padding === null || padding.length < (BYTES[interpretation] ?? 1) ? undefined : read(padding)[0]
  const width = channels.length
  const scales = channels.map(({ gain, baseline }) => [gain, baseline] as const)
  return (channel, sample) => {
    const scale = scales[channel]
    const cell = sample < 0 || sample >= samples ? undefined : cells[sample * width + channel]
    return scale === undefined || cell === undefined || cell === empty ? NaN : cell * scale[0] + scale[1]
  }
}

function aligned({ buffer, byteOffset, length }: Uint8Array, width: number): ArrayBuffer {
  const whole = length - (length % width)
  return buffer.slice(byteOffset, byteOffset + whole) as ArrayBuffer
}

/** ITU-T G.711, as values of 14 bits. */
function fromMuLaw(code: number): number {
  const inverse = ~code & 0xff
  const size = (((inverse & 0x0f) << 3) + 0x84) << ((inverse & 0x70) >> 4)
  return ((inverse & 0x80) === 0 ? size - 0x84 : 0x84 - size) / 4
}

/** ITU-T G.711, as values of 13 bits. */
function fromALaw(code: number): number {
  const turned = code ^ 0x55
  const [segment, step] = [(turned & 0x70) >> 4, (turned & 0x0f) << 4]
  const size = segment === 0 ? step + 8 : (step + 0x108) << (segment - 1)
  return ((turned & 0x80) === 0 ? -size : size) / 8
}

/** The least and the most of a stretch. */
export interface Reach {
  readonly low: number
  readonly high: number
}

/** Null where nothing was recorded. @param to - not included. */
export function reachOf(signal: Signal, channel: number, from: number, to: number): Reach | null {
  let [low, high] = [Infinity, -Infinity]
  for (let sample = from; sample < to; sample++) {
    const value = signal(channel, sample)
    if (value < low) low = value
    if (value > high) high = value
  }
  return low > high ? null : { low, high }
}
