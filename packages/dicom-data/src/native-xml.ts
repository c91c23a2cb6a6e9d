/**
 * The Native DICOM Model in XML. PS3.19 §A.1.
 *
 * @module
 */
import { bulkPlaceOf, digitsOf, type BulkDataUri } from './bulk-reference.ts'
import type { DataSet } from './data-set.ts'
import { keywordOf, Tags } from './dictionary.ts'
import { parsePersonName, type NameGroup } from './person-name.ts'
import { isPrivate, type Tag } from './tag.ts'
import type { Vr } from './vr.ts'

export interface XmlOptions {
  /** Addresses of values of bytes, and of those that the header does not hold. Default: written out. */
  readonly bulkDataUri?: BulkDataUri
}

const NAMESPACE = 'http://dicom.nema.org/PS3.19/models/NativeDICOM'

/**
 * A data set as a document of the Native DICOM Model.
 *
 * Characters that XML 1.0 cannot hold become U+FFFD.
 */
export function toNativeXml(dataSet: DataSet, options: XmlOptions = {}): string {
  const attributes = attributesOf(dataSet, options, '')
  return `<?xml version="1.0" encoding="UTF-8"?>
<NativeDicomModel xmlns="${NAMESPACE}" xml:space="preserve">
${attributes}</NativeDicomModel>
`
}

function attributesOf(dataSet: DataSet, options: XmlOptions, path: string): string {
  return [...dataSet.tags()]
    .filter((tag) => (tag & 0xffff) !== 0)
    .map((tag) => attributeOf(dataSet, tag, options, path))
    .join('')
}

function attributeOf(dataSet: DataSet, tag: Tag, options: XmlOptions, path: string): string {
  const items = dataSet.items(tag)
  const vr = items.length > 0 ? 'SQ' : (dataSet.meaning(tag) ?? 'UN')
  const start = `<DicomAttribute ${namesOf(dataSet, tag, vr)}>\n`
  const within = items.map((item, at) =>
    `<Item number="${at + 1}">\n${attributesOf(item, options, `${path}${digitsOf(tag)}/${at}/`)}</Item>\n`)
  const content = items.length > 0 ? within.join('') : contentOf(dataSet, tag, vr, options, path)
  return `${start}${content}</DicomAttribute>\n`
}

/** The block of a private element is not told: its creator is. */
function namesOf(dataSet: DataSet, tag: Tag, vr: Vr): string {
  const digits = digitsOf(tag)
  const [keyword, block] = [keywordOf(tag), (tag >>> 8) & 0xff]
  const creator = isPrivate(tag) && block >= 0x10 ? dataSet.text(((tag & 0xffff0000) | block) >>> 0) : undefined
  const name = creator === undefined ? digits : `${digits.slice(0, 4)}00${digits.slice(6)}`
  const more = keyword !== undefined
    ? ` keyword="${keyword}"`
    : creator !== undefined ? ` privateCreator="${escaped(creator)}"` : ''
  return `tag="${name}" vr="${vr}"${more}`
}

function contentOf(dataSet: DataSet, tag: Tag, vr: Vr, options: XmlOptions, path: string): string {
  const place = bulkPlaceOf(dataSet, tag, vr, path)
  if (place === null) {
    const texts = tag === Tags.SpecificCharacterSet ? ['ISO_IR 192'] : dataSet.texts(tag)
    return texts.map((text, at) => valueOf(text, vr, at + 1)).join('')
  }
  const uri = options.bulkDataUri?.(place) ?? null
  if (uri !== null) return `<BulkData uri="${escaped(uri)}"/>\n`
  const bytes = dataSet.bytesLittleEndian(tag)
  return bytes === undefined ? '' : `<InlineBinary>${Buffer.from(bytes).toString('base64')}</InlineBinary>\n`
}

function valueOf(text: string, vr: Vr, number: number): string {
  if (text === '') return ''
  if (vr !== 'PN') return `<Value number="${number}">${escaped(text)}</Value>\n`
  const { alphabetic, ideographic, phonetic } = parsePersonName(text)
  const groups = groupOf('Alphabetic', alphabetic) + groupOf('Ideographic', ideographic) + groupOf('Phonetic', phonetic)
  return `<PersonName number="${number}">\n${groups}</PersonName>\n`
}

/** In the order that the schema wants. */
function groupOf(name: string, { family, given, middle, prefix, suffix }: NameGroup): string {
  const components = [
    ['FamilyName', family], ['GivenName', given], ['MiddleName', middle], ['NamePrefix', prefix], ['NameSuffix', suffix],
  ].filter(([, value]) => value !== '')
  const within = components.map(([component = '', value = '']) => `<${component}>${escaped(value)}</${component}>\n`)
  return within.length === 0 ? '' : `<${name}>\n${within.join('')}</${name}>\n`
}

const ENTITIES: { readonly [character: string]: string } = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#13;' }

function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '\ufffd')
    .replace(/[&<>"\r]/g, (character) => ENTITIES[character] ?? character)
}
