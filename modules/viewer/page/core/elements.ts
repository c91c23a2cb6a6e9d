/** A data set in the DICOM JSON Model, read as a viewer needs it. PS3.18 Annex F. */

export interface JsonElement {
  readonly vr?: string
  readonly Value?: readonly unknown[]
  /** Base64, little endian. */
  readonly InlineBinary?: string
  readonly BulkDataURI?: string
}

/** By tag, eight upper-case hexadecimal digits. */
export type Elements = Readonly<Record<string, JsonElement | undefined>>

function values(elements: Elements, tag: string): readonly unknown[] {
  const { Value: list } = elements[tag] ?? {}
  return Array.isArray(list) ? list : []
}

/** The first value as text; empty if there is none. */
export function textOf(elements: Elements, tag: string): string {
  return textsOf(elements, tag)[0] ?? ''
}

export function textsOf(elements: Elements, tag: string): readonly string[] {
  return values(elements, tag).map((value) =>
    typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '')
}

/** The first value as a number; null if there is none. */
export function numberOf(elements: Elements, tag: string): number | null {
  return numbersOf(elements, tag)[0] ?? null
}

/** DS and IS may come as numbers or as they are written. */
export function numbersOf(elements: Elements, tag: string): readonly number[] {
  return values(elements, tag).flatMap((value) => {
    const number = typeof value === 'number' ? value : typeof value === 'string' && value.trim() !== '' ? Number(value) : NaN
    return Number.isFinite(number) ? [number] : []
  })
}

export function itemsOf(elements: Elements, tag: string): readonly Elements[] {
  return values(elements, tag).filter((value): value is Elements => typeof value === 'object' && value !== null)
}

/** A person's name as it is read: "Family, Given". PS3.5 §6.2.1.1. */
export function nameOf(elements: Elements, tag: string): string {
  const [first] = values(elements, tag)
  if (typeof first === 'string') return readableName(first)
  if (typeof first !== 'object' || first === null) return ''
  const { Alphabetic: alphabetic, Ideographic: ideographic } = first as Record<string, unknown>
  const group = [alphabetic, ideographic].find((name) => typeof name === 'string' && name !== '')
  return typeof group === 'string' ? readableName(group) : ''
}

export function readableName(name: string): string {
  const [family = '', given = '', middle = ''] = (name.split('=')[0] ?? '').split('^').map((part) => part.trim())
  const first = [given, middle].filter((part) => part !== '').join(' ')
  return [family, first].filter((part) => part !== '').join(', ')
}

/** Null where the value is elsewhere, or absent. */
export function inlineBytesOf(elements: Elements, tag: string): Uint8Array | null {
  const inline = elements[tag]?.InlineBinary
  return typeof inline === 'string' ? Uint8Array.from(atob(inline), (character) => character.charCodeAt(0)) : null
}

/** A bulk value that came with the data set, or lies where it says. */
export interface Bulk {
  readonly bytes: Uint8Array | null
  readonly uri: string | null
}

export function bulkOf(elements: Elements, tag: string): Bulk {
  return { bytes: inlineBytesOf(elements, tag), uri: elements[tag]?.BulkDataURI ?? null }
}
