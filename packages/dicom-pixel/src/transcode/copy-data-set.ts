/**
 * The elements of a data set, ready to be written in explicit VR little endian: values as they are, VRs made certain.
 * PS3.5 §7.1.2, §7.3, §A.2.
 *
 * @module
 */
import {
  entryOf, Tags, type DataSet, type Element, type ElementMap, type Tag, type TransferSyntax, type Vr,
} from '@filmjacket/dicom-data'

/** Longest value of a VR with a short length field. */
const SHORT_LENGTH = 0xfffe

/** Bytes of one number, which big-endian order turns round. PS3.5 §7.3. */
const WIDTHS: { readonly [vr in Vr]?: 2 | 4 | 8 } = {
  US: 2, SS: 2, OW: 2, AT: 2, UL: 4, SL: 4, FL: 4, OF: 4, OL: 4, FD: 8, OD: 8, SV: 8, UV: 8, OV: 8,
}

type Written = Pick<TransferSyntax, 'explicitVr' | 'littleEndian'>

/** Every element but group lengths, which would no longer be true. */
export function copyDataSet(dataSet: DataSet, written: Written, inherited?: boolean): Map<Tag, Element> {
  const { explicitVr, littleEndian } = written
  const signed = dataSet.has(Tags.PixelRepresentation) ? dataSet.number(Tags.PixelRepresentation) === 1 : inherited === true
  const elements = new Map<Tag, Element>()
  for (const tag of dataSet.tags()) {
    if ((tag & 0xffff) === 0) continue
    const items = dataSet.items(tag)
    const vr = dataSet.vr(tag) ?? 'UN'
    const bytes = dataSet.bytes(tag) ?? new Uint8Array(0)
    if (vr === 'SQ') {
      const copies = items.map((item): ElementMap => copyDataSet(item, written, signed))
      elements.set(tag, { vr: 'SQ', value: copies })
    } else {
      const value = evened(turned(bytes, littleEndian ? undefined : WIDTHS[vr]), vr)
      elements.set(tag, { vr: explicitVr ? vr : certain(tag, vr, bytes.length, signed), value })
    }
  }
  return elements
}

/** Where implicit VR leaves a choice, the pixels and the length make it. */
function certain(tag: Tag, vr: Vr, length: number, signed: boolean): Vr {
  const choices: readonly Vr[] = vr === 'US' ? entryOf(tag)?.vrs ?? [] : []
  if (choices.includes('OW') && length > SHORT_LENGTH) return 'OW'
  return signed && choices.includes('SS') ? 'SS' : vr
}

function turned(bytes: Uint8Array, width: 2 | 4 | 8 | undefined): Uint8Array {
  if (width === undefined || bytes.length % width !== 0) return bytes
  const copy = Buffer.from(bytes)
  return width === 2 ? copy.swap16() : width === 4 ? copy.swap32() : copy.swap64()
}

const TEXTS: ReadonlySet<Vr> = new Set([
  'AE', 'AS', 'CS', 'DA', 'DS', 'DT', 'IS', 'LO', 'LT', 'PN', 'SH', 'ST', 'TM', 'UC', 'UR', 'UT',
])

/** A value of odd length is against the standard; a space completes a text, a zero all others. PS3.5 §6.2. */
function evened(bytes: Uint8Array, vr: Vr): Uint8Array {
  return bytes.length % 2 === 1 && TEXTS.has(vr) ? Buffer.concat([bytes, Buffer.from(' ')]) : bytes
}
