/**
 * How a recording lies on paper, in millimetres: which stretch of which channel begins where.
 *
 * @module
 */
import type { WaveGroup } from './waveform.ts'

/** `sheet`: twelve leads in four columns and a rhythm below, as cardiologists print them. `rows`: each in a row of its own. */
export type SheetLayout = 'sheet' | 'rows'

/** Millimetres for a second. */
export const SPEEDS = [12.5, 25, 50, 100] as const
export type Speed = (typeof SPEEDS)[number]
/** Millimetres for a millivolt. */
export const GAINS = [2.5, 5, 10, 20] as const
export type Gain = (typeof GAINS)[number]

export interface Strip {
  readonly channel: number
  /** In seconds of the recording. */
  readonly from: number
  readonly to: number
  /** Where its zero line begins. */
  readonly x: number
  readonly y: number
}

export interface Sheet {
  readonly width: number
  readonly height: number
  readonly strips: readonly Strip[]
}

/** At the side, for the size of a millivolt. */
export const MARGIN_MM = 12
export const ROW_MM = 28
/** A longer recording is shown part by part: no page of a browser is as wide as a day. */
export const PART_SECONDS = 600

const COLUMNS = [['I', 'II', 'III'], ['aVR', 'aVL', 'aVF'], ['V1', 'V2', 'V3'], ['V4', 'V5', 'V6']] as const
const RHYTHM = 'II'
/** Mean beats are shorter: each is drawn whole, and there is no rhythm to see. */
const ONE_BEAT_SECONDS = 2.5
/** A sheet is for what fits on one. */
const SHEET_SECONDS = 30

export function hasSheet(group: WaveGroup): boolean {
  return group.seconds <= SHEET_SECONDS && COLUMNS.flat().every((name) => channelNamed(group, name) >= 0)
}

function channelNamed({ channels }: WaveGroup, name: string): number {
  return channels.findIndex((channel) => channel.name.toUpperCase() === name.toUpperCase())
}

/** @param part - from 0, of `PART_SECONDS` each. */
export function sheetOf(group: WaveGroup, layout: SheetLayout, speed: Speed, part = 0): Sheet {
  return layout === 'sheet' && hasSheet(group) ? twelveLeads(group, speed) : inRows(group, speed, part)
}

export function partsOf({ seconds }: WaveGroup): number {
  return Math.max(1, Math.ceil(seconds / PART_SECONDS))
}

function twelveLeads(group: WaveGroup, speed: Speed): Sheet {
  const isBeat = group.seconds <= ONE_BEAT_SECONDS
  const share = isBeat ? group.seconds : group.seconds / COLUMNS.length
  const strips = COLUMNS.flatMap((names, column) => names.map((name, row): Strip => {
    const from = isBeat ? 0 : column * share
    return { channel: channelNamed(group, name), from, to: from + share, x: MARGIN_MM + column * share * speed, y: middleOfRow(row) }
  }))
  const rhythm: Strip = { channel: channelNamed(group, RHYTHM), from: 0, to: group.seconds, x: MARGIN_MM, y: middleOfRow(3) }
  const all = isBeat ? strips : [...strips, rhythm]
  return { width: MARGIN_MM + share * COLUMNS.length * speed, height: (isBeat ? 3 : 4) * ROW_MM, strips: all }
}

function inRows({ channels, seconds }: WaveGroup, speed: Speed, part: number): Sheet {
  const from = Math.min(part * PART_SECONDS, seconds)
  const to = Math.min(seconds, from + PART_SECONDS)
  const strips = channels.map((_, channel) => ({ channel, from, to, x: MARGIN_MM, y: middleOfRow(channel) }))
  return { width: MARGIN_MM + (to - from) * speed, height: channels.length * ROW_MM, strips }
}

function middleOfRow(row: number): number {
  return (row + 0.5) * ROW_MM
}
