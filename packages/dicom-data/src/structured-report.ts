/**
 * A Structured Report or Key Object Selection as a person reads it: headings, sentences, values, in their order.
 * PS3.3 §C.17.3 (SR Document Content).
 *
 * @module
 */
import type { DataSet } from './data-set.ts'
import { Tags } from './dictionary.ts'
import { spokenName } from './person-name.ts'

export interface ReportItem {
  /** What it is about: "Finding"; may be empty. */
  readonly name: string
  /** The words, the code's meaning, the number with its unit; null for a heading, and for what says nothing to a reader. */
  readonly value: string | null
  readonly image: ReferencedImage | null
  readonly items: readonly ReportItem[]
}

export interface ReferencedImage {
  readonly sopInstanceUid: string
  /** From 1. */
  readonly frame: number
}

export interface StructuredReport {
  /** May be empty. */
  readonly title: string
  /** DA; may be empty. */
  readonly date: string
  readonly isVerified: boolean
  readonly isComplete: boolean
  readonly items: readonly ReportItem[]
}

/** Deeper and longer ones are cut: no person reads them. */
const DEPTH_MAX = 16
const ITEMS_MAX = 2_000

export function readReport(dataSet: DataSet): StructuredReport {
  return {
    title: meaningOf(dataSet.items(Tags.ConceptNameCodeSequence)[0]),
    date: dataSet.text(Tags.ContentDate) ?? '',
    isVerified: dataSet.text(Tags.VerificationFlag) === 'VERIFIED',
    isComplete: dataSet.text(Tags.CompletionFlag) !== 'PARTIAL',
    items: itemsOf(dataSet, 1, { left: ITEMS_MAX }),
  }
}

function itemsOf(parent: DataSet, depth: number, room: { left: number }): readonly ReportItem[] {
  const items: ReportItem[] = []
  if (depth > DEPTH_MAX) return items
  for (const item of parent.items(Tags.ContentSequence)) {
    if (room.left <= 0) break
    room.left -= 1
    const read = {
      name: meaningOf(item.items(Tags.ConceptNameCodeSequence)[0]), value: valueOf(item), image: imageOf(item), items: itemsOf(item, depth + 1, room),
    }
    // A heading over nothing says nothing.
    if (read.value !== null || read.image !== null || read.items.length > 0) items.push(read)
  }
  return items
}

function meaningOf(code: DataSet | undefined): string {
  return code?.text(Tags.CodeMeaning) ?? code?.text(Tags.CodeValue) ?? ''
}

function valueOf(item: DataSet): string | null {
  switch (item.text(Tags.ValueType) ?? '') {
    case 'TEXT': return item.text(Tags.TextValue) ?? null
    case 'CODE': return meaningOf(item.items(Tags.ConceptCodeSequence)[0]) || null
    case 'NUM': return quantityOf(item.items(Tags.MeasuredValueSequence)[0])
    case 'PNAME': return spokenName(item.text(Tags.PersonName) ?? '') || null
    case 'DATE': return dayOf(item.text(Tags.Date) ?? '') || null
    case 'TIME': return clockOf(item.text(Tags.Time) ?? '') || null
    case 'DATETIME': return momentOf(item.text(Tags.DateTime) ?? '') || null
    default: return null
  }
}

/** UCUM says "1" and braces where there is no unit to write. */
function quantityOf(measured: DataSet | undefined): string | null {
  const value = measured?.text(Tags.NumericValue)
  const unit = measured?.items(Tags.MeasurementUnitsCodeSequence)[0]?.text(Tags.CodeValue) ?? ''
  if (value === undefined) return null
  return unit === '' || unit === '1' || unit.startsWith('{') ? value : `${value} ${unit}`
}

function imageOf(item: DataSet): ReferencedImage | null {
  const [reference] = item.text(Tags.ValueType) === 'IMAGE' ? item.items(Tags.ReferencedSOPSequence) : []
  const sopInstanceUid = reference?.text(Tags.ReferencedSOPInstanceUID)
  return sopInstanceUid === undefined ? null : { sopInstanceUid, frame: reference?.number(Tags.ReferencedFrameNumber) ?? 1 }
}

/** `2026-01-31`; what is no whole day is left as it came. */
function dayOf(date: string): string {
  return date.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3')
}

/** TM without its fractions: `11:42:43`. PS3.5 §6.2. */
function clockOf(time: string): string {
  const [, hours, minutes, seconds] = /^(\d{2})(\d{2})?(\d{2})?/.exec(time) ?? []
  return [hours, minutes, seconds].filter((part) => part !== undefined).join(':')
}

/** DT without its zone: `2026-01-31 11:42`. */
function momentOf(dateTime: string): string {
  return [dayOf(dateTime.slice(0, 8)), clockOf(dateTime.slice(8))].filter((part) => part !== '').join(' ')
}

/** Every image that it points at, in its order, each once. */
export function imagesIn(items: readonly ReportItem[]): readonly ReferencedImage[] {
  const found = new Map<string, ReferencedImage>()
  const visit = ({ image, items: below }: ReportItem): void => {
    if (image !== null) found.set(`${image.sopInstanceUid} ${image.frame}`, image)
    below.forEach(visit)
  }
  items.forEach(visit)
  return [...found.values()]
}
