import { describe, expect, it } from 'vitest'
import type { Elements, JsonElement } from '../elements.ts'
import { Tags } from '../tags.ts'
import { elements } from '../testing.ts'
import { findingsOf } from './annotations.ts'
import { scaleOf } from './scale.ts'
import { MARGIN_MM, partsOf, sheetOf } from './sheet.ts'
import { reachOf, signalOf } from './signal.ts'
import { groupsOf, type WaveGroup } from './waveform.ts'

const LEADS = ['I', 'II', 'III', 'aVR', 'aVL', 'aVF', 'V1', 'V2', 'V3', 'V4', 'V5', 'V6']
const code = (value: string): Elements => elements({ [Tags.CodeValue]: [value], [Tags.CodeMeaning]: [value] })

function channel(name: string, more: Readonly<Record<string, readonly unknown[]>> = {}): Elements {
  return elements({
    [Tags.ChannelLabel]: [name], [Tags.ChannelSensitivity]: ['2.5'], [Tags.ChannelSensitivityUnitsSequence]: [code('uV')],
    [Tags.ChannelSensitivityCorrectionFactor]: ['2'], [Tags.ChannelBaseline]: ['10'], ...more,
  })
}

function group(channels: readonly Elements[], samples: number, more: Readonly<Record<string, readonly unknown[] | JsonElement>> = {}): WaveGroup {
  const item = {
    ...elements({ [Tags.SamplingFrequency]: ['500'], [Tags.NumberOfWaveformSamples]: [samples], [Tags.ChannelDefinitionSequence]: channels, [Tags.WaveformSampleInterpretation]: ['SS'] }),
    ...Object.fromEntries(Object.entries(more).map(([tag, value]) => [tag, 'length' in value ? { Value: value } : value])),
  }
  const [only] = groupsOf(elements({ [Tags.WaveformSequence]: [item] }))
  if (only === undefined) throw new Error('no group')
  return only
}

describe('samples', () => {
  it('are multiplied by the corrected sensitivity and stand on the baseline', () => {
    const signal = signalOf(group([channel('I'), channel('II')], 2), new Uint8Array(Int16Array.of(1, -2, 3, 4).buffer))
    expect([signal(0, 0), signal(1, 0), signal(0, 1), signal(1, 1)]).toEqual([15, 0, 25, 30])
  })

  const kinds = {
    SB: [Uint8Array.of(0xff), -1], UB: [Uint8Array.of(0xff), 255], SS: [Uint8Array.of(0, 0x80), -32768], US: [Uint8Array.of(0, 0x80), 32768],
    SL: [Uint8Array.of(0xfe, 0xff, 0xff, 0xff), -2], UL: [Uint8Array.of(0, 0, 0, 0x80), 2_147_483_648],
    MB: [Uint8Array.of(0x00), -8031], AB: [Uint8Array.of(0xd5), 1],
  } as const
  for (const [kind, [bytes, value]] of Object.entries(kinds)) {
    it(`of the kind ${kind} are read`, () => {
      const bare = elements({ [Tags.ChannelLabel]: ['x'] })
      expect(signalOf(group([bare], 1, { [Tags.WaveformSampleInterpretation]: [kind] }), bytes)(0, 0)).toBe(value)
    })
  }

  it('that are padding are no values, nor is what lies outside', () => {
    const padded = group([channel('I')], 2, { [Tags.WaveformPaddingValue]: { InlineBinary: btoa('\x00\x80') } })
    const signal = signalOf(padded, new Uint8Array(Int16Array.of(-32768, 0).buffer))
    expect([signal(0, 0), signal(0, 1), signal(0, 2), signal(0, -1)]).toEqual([NaN, 10, NaN, NaN])
    expect(reachOf(signal, 0, 0, 1)).toBeNull()
    expect(reachOf(signal, 0, 0, 2)).toEqual({ low: 10, high: 10 })
  })

  it('that are missing or of an unknown kind are not guessed', () => {
    expect(() => signalOf(group([channel('I')], 3), new Uint8Array(4))).toThrow('shorter')
    expect(() => signalOf(group([channel('I')], 1, { [Tags.WaveformSampleInterpretation]: ['XX'] }), new Uint8Array(4))).toThrow('unknown')
  })

  it('of a group that lies about its size are left alone', () => {
    const item = (more: Readonly<Record<string, readonly unknown[]>>): Elements =>
      elements({ [Tags.SamplingFrequency]: ['500'], [Tags.NumberOfWaveformSamples]: [10], [Tags.ChannelDefinitionSequence]: [channel('I')], ...more })
    const lies = [{ [Tags.NumberOfWaveformSamples]: [4e9] }, { [Tags.SamplingFrequency]: ['0'] }, { [Tags.ChannelDefinitionSequence]: [] }]
    expect(groupsOf(elements({ [Tags.WaveformSequence]: lies.map(item) }))).toEqual([])
  })
})

describe('paper', () => {
  const twelve = group(LEADS.map((name) => channel(`Lead ${name}`)), 5000)

  it('holds twelve leads in four columns of a quarter, and a rhythm below', () => {
    const { width, strips } = sheetOf(twelve, 'sheet', 25)
    expect(width).toBe(MARGIN_MM + 250)
    expect(strips).toHaveLength(13)
    const v1 = strips.find(({ channel: of }) => twelve.channels[of]?.name === 'V1')
    expect(v1).toMatchObject({ from: 5, to: 7.5, x: MARGIN_MM + 125 })
    expect(strips.at(-1)).toMatchObject({ from: 0, to: 10, x: MARGIN_MM })
  })

  it('holds one lead in a row where they are not the twelve, part by part where it is long', () => {
    const day = group([channel('CM5'), channel('CS1')], 500 * 86_400)
    expect(partsOf(day)).toBe(144)
    expect(sheetOf(day, 'sheet', 50, 143).strips).toMatchObject([{ from: 85_800, to: 86_400 }, { from: 85_800, to: 86_400 }])
    expect(sheetOf(day, 'rows', 50).width).toBe(MARGIN_MM + 30_000)
  })

  it('shows ten millimetres for a millivolt of the heart, and fills a row with all else', () => {
    const signal = (_: number, sample: number): number => sample === 0 ? -20 : 100
    const options = { gain: 10, isEcg: true } as const
    expect(scaleOf(twelve, 0, signal, options)).toEqual({ perUnit: 0.01, zero: 0, sign: { height: 10, value: 1, unit: 'mV' } })
    expect(scaleOf(twelve, 0, signal, { ...options, isEcg: false })).toEqual({ perUnit: 0.2, zero: 40, sign: { height: 10, value: 50, unit: 'uV' } })
    expect(scaleOf(twelve, 0, () => 0, { ...options, isEcg: false }).perUnit).toBeGreaterThan(0)
  })
})

describe('findings', () => {
  it('are told of the whole, of a lead, or of a moment; those of another group are not', () => {
    const item = (channels: readonly number[], more: Readonly<Record<string, readonly unknown[]>>): Elements =>
      elements({ [Tags.ReferencedWaveformChannels]: channels, ...more })
    const measure = (name: string, value: string) =>
      ({ [Tags.ConceptNameCodeSequence]: [code(name)], [Tags.NumericValue]: [value], [Tags.MeasurementUnitsCodeSequence]: [code('ms')] })
    const found = findingsOf(elements({ [Tags.WaveformAnnotationSequence]: [
      item([1, 0], { [Tags.UnformattedTextValue]: ['Sinus rhythm'] }), item([1, 0], measure('QT', '400')), item([1, 2], measure('R', '12')),
      item([2, 0], { [Tags.UnformattedTextValue]: ['of a mean beat'] }),
      item([1, 1], { [Tags.TemporalRangeType]: ['POINT'], [Tags.ReferencedSamplePositions]: [251], [Tags.UnformattedTextValue]: ['P'] }),
    ] }), 0, 500)
    expect(found).toEqual({
      texts: ['Sinus rhythm'], measures: [{ name: 'QT', value: 400, unit: 'ms' }],
      ofChannels: [{ channel: 1, measures: [{ name: 'R', value: 12, unit: 'ms' }] }], marks: [{ channel: 0, seconds: 0.5, text: 'P' }],
    })
  })
})
