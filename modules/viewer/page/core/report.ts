/**
 * A Structured Report as a person reads it: headings, sentences, values. PS3.3 §C.17.3 (SR Document Content).
 *
 * @module
 */
import { itemsOf, nameOf, numberOf, textOf, type Elements } from './elements.ts'
import { Tags } from './tags.ts'

export interface Reference {
  readonly instanceUid: string
  /** From 1. */
  readonly frame: number
}

export interface ReportItem {
  /** What it is about: "Finding"; may be empty. */
  readonly name: string
  /** The words, the code's meaning, the number with its unit; null for a mere heading. */
  readonly value: string | null
  /** DA or TM, to be written in the reader's way. */
  readonly date: string | null
  readonly image: Reference | null
  readonly items: readonly ReportItem[]
}

export interface Report {
  readonly title: string
  readonly date: string
  readonly institution: string
  readonly isVerified: boolean
  readonly isComplete: boolean
  readonly items: readonly ReportItem[]
}

/** Deeper trees are cut: no person reads them. */
const DEPTH = 32

export function reportOf(elements: Elements): Report {
  return {
    title: codeOf(itemsOf(elements, Tags.ConceptNameCodeSequence)[0]),
    date: textOf(elements, Tags.ContentDate),
    institution: textOf(elements, Tags.InstitutionName),
    isVerified: textOf(elements, Tags.VerificationFlag) === 'VERIFIED',
    isComplete: textOf(elements, Tags.CompletionFlag) !== 'PARTIAL',
    items: contentItems(elements, 0),
  }
}

function contentItems(elements: Elements, depth: number): readonly ReportItem[] {
  if (depth > DEPTH) return []
  return itemsOf(elements, Tags.ContentSequence).map((item) => ({
    name: codeOf(itemsOf(item, Tags.ConceptNameCodeSequence)[0]),
    value: valueOf(item),
    date: textOf(item, Tags.ValueType) === 'DATE' ? textOf(item, Tags.Date) : null,
    image: imageOf(item),
    items: contentItems(item, depth + 1),
  }))
}

function codeOf(item: Elements | undefined): string {
  return item === undefined ? '' : textOf(item, Tags.CodeMeaning) || textOf(item, Tags.CodeValue)
}

function valueOf(item: Elements): string | null {
  switch (textOf(item, Tags.ValueType)) {
    case 'TEXT': return textOf(item, Tags.TextValue)
    case 'CODE': return codeOf(itemsOf(item, Tags.ConceptCodeSequence)[0])
    case 'NUM': return quantityOf(itemsOf(item, Tags.MeasuredValueSequence)[0])
    case 'PNAME': return nameOf(item, Tags.PersonName)
    case 'DATETIME': return momentOf(textOf(item, Tags.DateTime))
    case 'TIME': return clockOf(textOf(item, Tags.Time))
    default: return null // headings; and UIDs, which say nothing to a reader
  }
}

/** TM without its fractions: "11:42:43". PS3.5 §6.2. */
function clockOf(time: string): string {
  const [, hours, minutes, seconds] = /^(\d{2})(\d{2})?(\d{2})?/.exec(time) ?? []
  return [hours, minutes, seconds].filter((part) => part !== undefined).join(':')
}

function momentOf(dateTime: string): string {
  const [, year, month, day, time = ''] = /^(\d{4})(\d{2})?(\d{2})?(\d*)/.exec(dateTime) ?? []
  return [[year, month, day].filter((part) => part !== undefined).join('-'), clockOf(time)].filter((part) => part !== '').join(' ')
}

function quantityOf(measured: Elements | undefined): string {
  if (measured === undefined) return ''
  const value = textOf(measured, Tags.NumericValue)
  const unit = itemsOf(measured, Tags.MeasurementUnitsCodeSequence)[0]
  const sign = unit === undefined ? '' : textOf(unit, Tags.CodeValue)
  // UCUM says "1" and braces where there is no unit to write.
  return sign === '' || sign === '1' || sign.startsWith('{') ? value : `${value} ${sign}`
}

function imageOf(item: Elements): Reference | null {
  if (textOf(item, Tags.ValueType) !== 'IMAGE') return null
  const [reference] = itemsOf(item, Tags.ReferencedSOPSequence)
  if (reference === undefined) return null
  return { instanceUid: textOf(reference, Tags.ReferencedSOPInstanceUID), frame: numberOf(reference, Tags.ReferencedFrameNumber) ?? 1 }
}

/** Every image that a report or a list of key images points to, in its order, each once. */
export function imagesIn(items: readonly ReportItem[]): readonly Reference[] {
  const found = new Map<string, Reference>()
  const visit = (item: ReportItem): void => {
    if (item.image !== null) found.set(`${item.image.instanceUid}/${item.image.frame}`, item.image)
    item.items.forEach(visit)
  }
  items.forEach(visit)
  return [...found.values()]
}
