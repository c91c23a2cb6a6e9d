/** How high a value stands on paper, and what that is called. */
import { reachOf, type Reach, type Signal } from './signal.ts'
import type { Gain } from './sheet.ts'
import type { WaveGroup } from './waveform.ts'

export interface Scale {
  /** Millimetres for one of the channel's unit. */
  readonly perUnit: number
  /** Drawn on the zero line. */
  readonly zero: number
  /** How high the sign of its size is, in millimetres, and what that stands for. */
  readonly sign: { readonly height: number; readonly value: number; readonly unit: string }
}

/** Parts of a millivolt. */
const MILLIVOLT: Readonly<Record<string, number>> = { nV: 1e-6, uV: 1e-3, 'µV': 1e-3, mV: 1, V: 1e3 }
/** The sign of size of what is no ECG. */
const SIGN_MM = 10
const FULL_MM = 24
const USUAL_GAIN = 10
/** So many samples tell the range of a channel. */
const SAMPLED = 20_000

/** @param isEcg - millivolts are drawn as wide as the paper says; all else fills its row. */
export function scaleOf(group: WaveGroup, channel: number, signal: Signal, { gain, isEcg }: { readonly gain: Gain; readonly isEcg: boolean }): Scale {
  const { unit = '' } = group.channels[channel] ?? {}
  const millivolts = MILLIVOLT[unit]
  if (isEcg && millivolts !== undefined) return { perUnit: millivolts * gain, zero: 0, sign: { height: gain, value: 1, unit: 'mV' } }
  const { low, high } = sampledReach(group, channel, signal)
  const span = high > low ? high - low : Math.max(1, Math.abs(high))
  const wish = (span / FULL_MM) * SIGN_MM
  const value = roundUp(wish) * (USUAL_GAIN / gain)
  return { perUnit: SIGN_MM / value, zero: (low + high) / 2, sign: { height: SIGN_MM, value, unit } }
}

function sampledReach({ samples }: WaveGroup, channel: number, signal: Signal): Reach {
  const step = Math.max(1, Math.floor(samples / SAMPLED))
  const thinned: Signal = (of, n) => signal(of, n * step)
  return reachOf(thinned, channel, 0, Math.ceil(samples / step)) ?? { low: -1, high: 1 }
}

/** To 1, 2 or 5, and tens of them. */
function roundUp(value: number): number {
  const ten = 10 ** Math.floor(Math.log10(value))
  return (([1, 2, 5] as const).find((each) => each * ten >= value * 0.999) ?? 10) * ten
}
