/**
 * Recorded signals, such as an ECG: what a header says of its groups of channels. PS3.3 §C.10.9 (Waveform).
 *
 * @module
 */
import { bulkOf, inlineBytesOf, itemsOf, numberOf, textOf, type Bulk, type Elements } from '../elements.ts'
import { Tags } from '../tags.ts'

export interface Channel {
  /** "II", "V1"; may be empty. */
  readonly name: string
  /** UCUM: "uV", "mm[Hg]"; empty where the recording has no scale. */
  readonly unit: string
  /** A sample times `gain` plus `baseline` is in that unit. PS3.3 §C.10.9.1.4.2. */
  readonly gain: number
  readonly baseline: number
  /** By so many seconds it was taken after the others. */
  readonly skew: number
}

/** Channels that were taken together, at one rate. */
export interface WaveGroup {
  readonly label: string
  /** Samples a second. */
  readonly frequency: number
  /** Of each channel. */
  readonly samples: number
  readonly seconds: number
  readonly channels: readonly Channel[]
  /** SB, UB, MB, AB, SS, US, SL, UL. */
  readonly interpretation: string
  readonly padding: Uint8Array | null
  /** In Hz: what was kept of the signal; null where it is not said. */
  readonly filter: { readonly low: number | null; readonly high: number | null }
  readonly data: Bulk
}

/** Cells of a whole recording; a longer one is refused: 24 hours of 12 leads at 500 Hz are half of it. */
export const MOST_SAMPLES = 1_000_000_000
const MOST_CHANNELS = 512

/** Groups in which there is something to draw, in their order. */
export function groupsOf(elements: Elements): readonly WaveGroup[] {
  return itemsOf(elements, Tags.WaveformSequence).flatMap((item) => groupOf(item) ?? [])
}

function groupOf(item: Elements): WaveGroup | null {
  const frequency = numberOf(item, Tags.SamplingFrequency) ?? 0
  const samples = numberOf(item, Tags.NumberOfWaveformSamples) ?? 0
  const definitions = itemsOf(item, Tags.ChannelDefinitionSequence)
  const isSound = frequency > 0 && Number.isInteger(samples) && samples > 0 && samples * definitions.length <= MOST_SAMPLES
  if (!isSound || definitions.length === 0 || definitions.length > MOST_CHANNELS) return null
  const [first = {}] = definitions
  return {
    label: textOf(item, Tags.MultiplexGroupLabel),
    frequency, samples, seconds: samples / frequency,
    channels: definitions.map((definition) => channelOf(definition, frequency)),
    interpretation: textOf(item, Tags.WaveformSampleInterpretation),
    padding: inlineBytesOf(item, Tags.WaveformPaddingValue),
    filter: { low: numberOf(first, Tags.FilterLowFrequency), high: numberOf(first, Tags.FilterHighFrequency) },
    data: bulkOf(item, Tags.WaveformData),
  }
}

function channelOf(definition: Elements, frequency: number): Channel {
  const sensitivity = numberOf(definition, Tags.ChannelSensitivity)
  const correction = numberOf(definition, Tags.ChannelSensitivityCorrectionFactor) ?? 1
  const skewSamples = numberOf(definition, Tags.ChannelSampleSkew)
  return {
    name: nameOf(definition),
    unit: sensitivity === null ? '' : textOf(itemsOf(definition, Tags.ChannelSensitivityUnitsSequence)[0] ?? {}, Tags.CodeValue),
    gain: (sensitivity ?? 1) * correction,
    baseline: sensitivity === null ? 0 : numberOf(definition, Tags.ChannelBaseline) ?? 0,
    skew: skewSamples === null ? numberOf(definition, Tags.ChannelTimeSkew) ?? 0 : skewSamples / frequency,
  }
}

/** By number, in the coding schemes of ISO/IEEE 11073 (MDC) and of SCP-ECG. PS3.16 CID 3001. */
const LEADS: Readonly<Record<string, string>> = {
  1: 'I', 2: 'II', 3: 'V1', 4: 'V2', 5: 'V3', 6: 'V4', 7: 'V5', 8: 'V6', 61: 'III', 62: 'aVR', 63: 'aVL', 64: 'aVF',
}

/** As a lead is called everywhere, else as the device calls it. */
function nameOf(definition: Elements): string {
  const [source = {}] = itemsOf(definition, Tags.ChannelSourceSequence)
  const number = /^(?:2:|5\.6\.3-9-)(\d+)$/.exec(textOf(source, Tags.CodeValue))?.[1]
  const lead = number === undefined ? undefined : LEADS[number]
  return lead ?? (textOf(definition, Tags.ChannelLabel) || textOf(source, Tags.CodeMeaning)).replace(/^Lead /i, '').replace(/ \(.*\)$/, '')
}
