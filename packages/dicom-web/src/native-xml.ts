/**
 * The Native DICOM Model in XML, read into the DICOM JSON Model. PS3.19 §A.1, PS3.18 §F.2.
 *
 * @module
 */
import { isVr, vrOf, type DicomJson, type JsonElement, type JsonName, type JsonValue, type Vr } from '@filmjacket/dicom-data'
import { readXml, XmlError, type XmlElement } from './xml-reader.ts'

/** What `fromDicomJson` understands. @throws XmlError */
export function fromNativeXml(document: string): DicomJson {
  const root = readXml(document)
  if (root.name !== 'NativeDicomModel') throw new XmlError('no Native DICOM Model')
  return dataSetOf(root)
}

function dataSetOf({ children }: XmlElement): DicomJson {
  return Object.fromEntries(children.filter(({ name }) => name === 'DicomAttribute').map((attribute) => {
    const tag = attribute.attributes.get('tag') ?? ''
    if (!/^[0-9A-Fa-f]{8}$/.test(tag)) throw new XmlError('an attribute without tag')
    return [tag.toUpperCase(), elementOf(attribute, tag)]
  }))
}

function elementOf({ attributes, children }: XmlElement, tag: string): JsonElement {
  const vr = attributes.get('vr') ?? vrOf(parseInt(tag, 16))
  if (!isVr(vr)) throw new XmlError(`${tag} has no VR of the standard`)
  const bulk = children.find(({ name }) => name === 'BulkData')?.attributes
  const uri = bulk?.get('uri') ?? bulk?.get('uuid')
  if (uri !== undefined) return { vr, BulkDataURI: uri }
  const inline = children.find(({ name }) => name === 'InlineBinary')
  if (inline !== undefined) return { vr, InlineBinary: inline.text.replace(/\s+/g, '') }
  const values = inOrder(children).map((child) => valueOf(child, vr))
  return values.length === 0 ? { vr } : { vr, Value: values }
}

/** By number; those that are not named are empty. */
function inOrder(children: readonly XmlElement[]): readonly (XmlElement | null)[] {
  const values: (XmlElement | null)[] = []
  for (const child of children) {
    const number = Number(child.attributes.get('number') ?? values.length + 1)
    if (!Number.isInteger(number) || number < 1 || number > children.length + MISSING_MAX) throw new XmlError('a value without number')
    while (values.length < number) values.push(null)
    values[number - 1] = child
  }
  return values
}

const MISSING_MAX = 1_000
const NUMBERS: ReadonlySet<Vr> = new Set(['DS', 'IS', 'FL', 'FD', 'SL', 'SS', 'UL', 'US'])

function valueOf(child: XmlElement | null, vr: Vr): JsonValue {
  if (child === null) return vr === 'SQ' ? {} : null
  if (child.name === 'Item') return dataSetOf(child)
  if (child.name === 'PersonName') return personName(child)
  const { text } = child
  const isNumber = NUMBERS.has(vr) && text.trim() !== '' && Number.isFinite(Number(text))
  // Decimals stay as they are written, to the last zero.
  return isNumber && vr !== 'DS' && vr !== 'IS' ? Number(text) : text
}

const COMPONENTS = ['FamilyName', 'GivenName', 'MiddleName', 'NamePrefix', 'NameSuffix'] as const

function personName({ children }: XmlElement): JsonName {
  const groups = children.map((group) => {
    const parts = COMPONENTS.map((component) => group.children.find(({ name }) => name === component)?.text ?? '')
    return [group.name, parts.join('^').replace(/\^+$/, '')] as const
  })
  return Object.fromEntries(groups.filter(([name, text]) => GROUPS.has(name) && text !== ''))
}

const GROUPS: ReadonlySet<string> = new Set(['Alphabetic', 'Ideographic', 'Phonetic'])
