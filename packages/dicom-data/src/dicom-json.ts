/**
 * The DICOM JSON Model, both ways. PS3.18 Annex F.
 *
 * @module
 */
import { BYTES, bulkPlaceOf, digitsOf, type BulkDataUri } from './bulk-reference.ts'
import type { DataSet } from './data-set.ts'
import { DicomError } from './dicom-error.ts'
import { Tags, vrOf } from './dictionary.ts'
import type { Element, ElementMap } from './element-map.ts'
import type { Scalar } from './encode-value.ts'
import { defaultLimits } from './limits.ts'
import type { Tag } from './tag.ts'
import { isVr, traitsOf, type Vr } from './vr.ts'

export interface JsonName {
  readonly Alphabetic?: string
  readonly Ideographic?: string
  readonly Phonetic?: string
}

/** Null is a value that is empty, among others. */
export type JsonValue = string | number | JsonName | DicomJson | null

export interface JsonElement {
  readonly vr: Vr
  readonly Value?: readonly JsonValue[]
  /** Base64, little endian. */
  readonly InlineBinary?: string
  readonly BulkDataURI?: string
}

/** By tag, eight upper-case hexadecimal digits. */
export interface DicomJson {
  readonly [tag: string]: JsonElement
}

export interface JsonOptions {
  /** Addresses of values of bytes, and of those that the header does not hold. Default: written out. */
  readonly bulkDataUri?: BulkDataUri
  /** DS and IS as numbers where they are, or as they are written, to the last zero. Default `numbers`. */
  readonly decimals?: 'numbers' | 'as-written'
}

/**
 * A data set in the DICOM JSON Model.
 *
 * Text is Unicode and says so: Specific Character Set becomes ISO_IR 192. Group lengths are left out, as they are to be.
 */
export function toDicomJson(dataSet: DataSet, options: JsonOptions = {}): DicomJson {
  return objectOf(dataSet, options, '')
}

function objectOf(dataSet: DataSet, options: JsonOptions, path: string): DicomJson {
  const json: { [tag: string]: JsonElement } = {}
  for (const tag of dataSet.tags()) {
    if ((tag & 0xffff) !== 0) json[digitsOf(tag)] = elementOf(dataSet, tag, options, path)
  }
  return json
}

function elementOf(dataSet: DataSet, tag: Tag, options: JsonOptions, path: string): JsonElement {
  const vr = dataSet.meaning(tag) ?? 'UN'
  if (tag === Tags.SpecificCharacterSet) return { vr: 'CS', Value: ['ISO_IR 192'] }
  const items = dataSet.items(tag)
  if (vr === 'SQ' || items.length > 0) {
    const within = items.map((item, at) => objectOf(item, options, `${path}${digitsOf(tag)}/${at}/`))
    return within.length === 0 ? { vr: 'SQ' } : { vr: 'SQ', Value: within }
  }
  const place = bulkPlaceOf(dataSet, tag, vr, path)
  if (place !== null) {
    const uri = options.bulkDataUri?.(place) ?? null
    if (uri !== null) return { vr, BulkDataURI: uri }
    const bytes = dataSet.bytesLittleEndian(tag)
    return bytes === undefined ? { vr } : { vr, InlineBinary: base64(bytes) }
  }
  const values = dataSet.texts(tag).map((text) => valueOf(text, vr, options))
  return values.length === 0 ? { vr } : { vr, Value: values }
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')
}

const DECIMAL = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/
const DECIMALS: ReadonlySet<Vr> = new Set(['DS', 'IS'])
const WIDE_INTEGERS: ReadonlySet<Vr> = new Set(['SV', 'UV'])
const NUMBERS: ReadonlySet<Vr> = new Set(['FL', 'FD', 'SL', 'SS', 'UL', 'US'])

function valueOf(text: string, vr: Vr, { decimals = 'numbers' }: JsonOptions): JsonValue {
  if (text === '') return null
  if (vr === 'PN') return nameOf(text)
  if (WIDE_INTEGERS.has(vr)) return Number.isSafeInteger(Number(text)) ? Number(text) : text
  if (NUMBERS.has(vr)) return finite(text)
  if (!DECIMALS.has(vr) || !DECIMAL.test(text)) return text
  return decimals === 'numbers' || String(Number(text)) === text ? finite(text) : text
}

/** JSON has no word for the numbers that are none. */
function finite(text: string): string | number {
  return Number.isFinite(Number(text)) ? Number(text) : text
}

function nameOf(text: string): JsonName {
  const [alphabetic = '', ideographic = '', phonetic = ''] = text.split('=')
  return {
    ...(alphabetic === '' ? {} : { Alphabetic: alphabetic }),
    ...(ideographic === '' ? {} : { Ideographic: ideographic }),
    ...(phonetic === '' ? {} : { Phonetic: phonetic }),
  }
}

export interface FromJsonOptions {
  /** The bytes of a BulkDataURI, little endian; null leaves the element out. Default: all are left out. */
  readonly bulkData?: (uri: string, tag: Tag) => Uint8Array | null
}

/**
 * Elements from the DICOM JSON Model, to be encoded in little endian.
 *
 * @throws DicomError if `json` is not of that form. The message holds tags, never a value.
 */
export function fromDicomJson(json: unknown, options: FromJsonOptions = {}): ElementMap {
  return mapOf(json, options, 0)
}

function mapOf(json: unknown, options: FromJsonOptions, depth: number): ReadonlyMap<Tag, Element> {
  if (!isRecord(json)) throw new DicomError('a data set in JSON is an object')
  if (depth > defaultLimits.depth) throw new DicomError(`sequences nest deeper than ${defaultLimits.depth}`)
  const elements = new Map<Tag, Element>()
  for (const [digits, given] of Object.entries(json)) {
    if (!/^[0-9A-Fa-f]{8}$/.test(digits)) throw new DicomError('a tag in JSON is eight hexadecimal digits')
    const tag = parseInt(digits, 16)
    const element = elementFrom(tag, given, options, depth)
    if (element !== null) elements.set(tag, element)
  }
  return elements
}

function elementFrom(tag: Tag, given: unknown, options: FromJsonOptions, depth: number): Element | null {
  const digits = digitsOf(tag)
  if (!isRecord(given)) throw new DicomError(`${digits} in JSON is no element`)
  const { vr: letters, Value: values, InlineBinary: inline, BulkDataURI: uri } = given
  const vr = letters === undefined ? vrOf(tag) : letters
  if (typeof vr !== 'string' || !isVr(vr)) throw new DicomError(`${digits} in JSON has no VR of the standard`)
  if (typeof uri === 'string') {
    const bytes = options.bulkData?.(uri, tag) ?? null
    return bytes === null ? null : { vr, value: bytes }
  }
  if (typeof inline === 'string') return { vr, value: Buffer.from(inline, 'base64') }
  if (values === undefined || values === null) return { vr, value: vr === 'SQ' ? [] : null }
  if (!Array.isArray(values)) throw new DicomError(`${digits} in JSON has a Value that is no list`)
  const list = values as readonly unknown[]
  if (vr === 'SQ') return { vr, value: list.map((item) => mapOf(item ?? {}, options, depth + 1)) }
  if (BYTES.has(vr)) throw new DicomError(`${digits} in JSON has a Value where InlineBinary is due`)
  return { vr, value: list.length === 0 ? null : list.map((value) => scalarOf(value, vr, digits)) }
}

function scalarOf(value: unknown, vr: Vr, digits: string): Scalar {
  const isNumeric = traitsOf(vr).kind === 'binary' || vr === 'DS' || vr === 'IS'
  if (value === null) return ''
  if (vr === 'PN' && isRecord(value)) {
    const groups = [value['Alphabetic'], value['Ideographic'], value['Phonetic']].map((group) => group ?? '')
    if (groups.every((group) => typeof group === 'string')) return groups.join('=').replace(/=+$/, '')
  }
  if (typeof value === 'string') return vr === 'FL' || vr === 'FD' ? (UNREAL.get(value.toLowerCase()) ?? value) : value
  if (typeof value === 'number' && isNumeric) return value
  throw new DicomError(`${digits} in JSON has a value that does not fit VR ${vr}`)
}

/** What the writers of JSON call the numbers that JSON cannot. */
const UNREAL: ReadonlyMap<string, number> = new Map([
  ['nan', NaN], ['inf', Infinity], ['infinity', Infinity], ['-inf', -Infinity], ['-infinity', -Infinity],
])

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
