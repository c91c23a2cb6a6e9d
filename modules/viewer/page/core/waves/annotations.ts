/** What was measured and written on a recording. PS3.3 §C.10.10 (Waveform Annotation). */
import { itemsOf, numberOf, numbersOf, textOf, type Elements } from '../elements.ts'
import { Tags } from '../tags.ts'

export interface Measure {
  readonly name: string
  readonly value: number
  /** UCUM, as it was coded. */
  readonly unit: string
}

/** A place in time, with its word. */
export interface TimeMark {
  /** From 0; null: on all. */
  readonly channel: number | null
  readonly seconds: number
  readonly text: string
}

export interface Findings {
  /** Sentences of the device or of who read it. */
  readonly texts: readonly string[]
  /** Of the whole. */
  readonly measures: readonly Measure[]
  readonly ofChannels: readonly { readonly channel: number; readonly measures: readonly Measure[] }[]
  readonly marks: readonly TimeMark[]
}

interface About {
  readonly item: Elements
  /** From 0; empty: all of the group. */
  readonly channels: readonly number[]
}

/** @param group - from 0: of the groups as the header lists them. */
export function findingsOf(elements: Elements, group: number, frequency: number): Findings {
  const all = itemsOf(elements, Tags.WaveformAnnotationSequence).flatMap((item) => aboutOf(item, group) ?? [])
  const timed = all.filter(({ item }) => hasTime(item))
  const others = all.filter(({ item }) => !hasTime(item))
  const ofWhole = others.filter(({ channels }) => channels.length === 0).map(({ item }) => item)
  const named = [...new Set(others.flatMap(({ channels }) => channels))].sort((a, b) => a - b)
  return {
    texts: ofWhole.flatMap((item) => (measureOf(item) === null && wordsOf(item) !== '' ? [wordsOf(item)] : [])),
    measures: ofWhole.flatMap((item) => measureOf(item) ?? []),
    ofChannels: named.map((channel) => ({
      channel, measures: others.filter(({ channels }) => channels.includes(channel)).flatMap(({ item }) => measureOf(item) ?? []),
    })).filter(({ measures }) => measures.length > 0),
    marks: timed.flatMap((about) => marksOf(about, frequency)),
  }
}

/** Pairs of group and channel, from 1; channel 0 is all of the group. Null where it is about another group. */
function aboutOf(item: Elements, group: number): About | null {
  const numbers = numbersOf(item, Tags.ReferencedWaveformChannels)
  if (numbers.length === 0) return { item, channels: [] }
  const here = numbers.flatMap((number, n) => (n % 2 === 1 && numbers[n - 1] === group + 1 ? [number] : []))
  if (here.length === 0) return null
  return { item, channels: here.includes(0) ? [] : here.map((number) => number - 1) }
}

function hasTime(item: Elements): boolean {
  return textOf(item, Tags.TemporalRangeType) !== ''
}

function marksOf({ item, channels }: About, frequency: number): readonly TimeMark[] {
  // Samples are counted from 1.
  const samples = numbersOf(item, Tags.ReferencedSamplePositions).map((position) => (position - 1) / frequency)
  const places = samples.length > 0 ? samples : numbersOf(item, Tags.ReferencedTimeOffsets)
  const text = wordsOf(item)
  const on = channels.length === 0 ? [null] : channels
  return on.flatMap((channel) => places.map((seconds, n) => ({ channel, seconds, text: n === 0 ? text : '' })))
}

function measureOf(item: Elements): Measure | null {
  const value = numberOf(item, Tags.NumericValue)
  const name = meaningOf(item, Tags.ConceptNameCodeSequence)
  if (value === null || name === '') return null
  return { name, value, unit: textOf(itemsOf(item, Tags.MeasurementUnitsCodeSequence)[0] ?? {}, Tags.CodeValue) }
}

function wordsOf(item: Elements): string {
  const text = textOf(item, Tags.UnformattedTextValue)
  if (text !== '') return text
  return [meaningOf(item, Tags.ConceptNameCodeSequence), meaningOf(item, Tags.ConceptCodeSequence)].filter((word) => word !== '').join(': ')
}

function meaningOf(item: Elements, tag: string): string {
  return textOf(itemsOf(item, tag)[0] ?? {}, Tags.CodeMeaning)
}
