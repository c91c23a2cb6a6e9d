/**
 * Which Directory Record refers to an instance. PS3.3 Table F.4-1.
 *
 * @module
 */
import { nameOfUid, Tags, type DataSet } from '@filmjacket/dicom-data'

/** The types below a SERIES. PS3.3 §F.3.2.2. */
export type LeafType =
  | 'IMAGE' | 'RT DOSE' | 'RT STRUCTURE SET' | 'RT PLAN' | 'RT TREAT RECORD' | 'PRESENTATION' | 'WAVEFORM'
  | 'SR DOCUMENT' | 'KEY OBJECT DOC' | 'SPECTROSCOPY' | 'RAW DATA' | 'REGISTRATION' | 'FIDUCIAL' | 'ENCAP DOC'
  | 'VALUE MAP' | 'STEREOMETRIC' | 'PLAN' | 'MEASUREMENT' | 'SURFACE' | 'SURFACE SCAN' | 'TRACT' | 'ASSESSMENT'
  | 'RADIOTHERAPY' | 'ANNOTATION' | 'PRIVATE'

const STORAGE = '1.2.840.10008.5.1.4.1.1.'

/** What follows {@link STORAGE} in a SOP Class UID. */
const arcs: ReadonlyMap<string, LeafType> = new Map([
  ['4.2', 'SPECTROSCOPY'],
  // Images whose names do not say so.
  ['6.2', 'IMAGE'],
  ['30', 'IMAGE'],
  ['66.4', 'IMAGE'],
  ['66.7', 'IMAGE'],
  ['66.8', 'IMAGE'],
  ['77.1.5.8', 'IMAGE'],
  ['81.1', 'IMAGE'],
  ['82.1', 'IMAGE'],
  ['66', 'RAW DATA'],
  ['66.1', 'REGISTRATION'],
  ['66.2', 'FIDUCIAL'],
  ['66.3', 'REGISTRATION'],
  ['66.5', 'SURFACE'],
  ['66.6', 'TRACT'],
  ['67', 'VALUE MAP'],
  ['68.1', 'SURFACE SCAN'],
  ['68.2', 'SURFACE SCAN'],
  ['77.1.5.3', 'STEREOMETRIC'],
  ['78.6', 'SR DOCUMENT'],
  ['79.1', 'SR DOCUMENT'],
  ['80.1', 'MEASUREMENT'],
  ['88.59', 'KEY OBJECT DOC'],
  ['90.1', 'ASSESSMENT'],
  ['91.1', 'ANNOTATION'],
  ['131', 'PRESENTATION'],
  ['481.1', 'IMAGE'],
  ['481.2', 'RT DOSE'],
  ['481.3', 'RT STRUCTURE SET'],
  ['481.4', 'RT TREAT RECORD'],
  ['481.5', 'RT PLAN'],
  ['481.6', 'RT TREAT RECORD'],
  ['481.7', 'RT TREAT RECORD'],
  ['481.8', 'RT PLAN'],
  ['481.9', 'RT TREAT RECORD'],
  ['481.23', 'IMAGE'],
  ['481.24', 'IMAGE'],
])

const single: ReadonlyMap<string, LeafType> = new Map([...arcs].map(([arc, type]) => [STORAGE + arc, type]))

/** The standard numbers kindred classes under one arc, and goes on to. The last component is free. */
const families: ReadonlyMap<string, LeafType> = new Map([
  ['9', 'WAVEFORM'],
  ['9.1', 'WAVEFORM'],
  ['9.2', 'WAVEFORM'],
  ['9.3', 'WAVEFORM'],
  ['9.4', 'WAVEFORM'],
  ['9.5', 'WAVEFORM'],
  ['9.6', 'WAVEFORM'],
  ['9.7', 'WAVEFORM'],
  ['9.8', 'WAVEFORM'],
  ['11', 'PRESENTATION'],
  ['78', 'MEASUREMENT'],
  ['88', 'SR DOCUMENT'],
  ['104', 'ENCAP DOC'],
  ['200', 'PLAN'],
  ['481', 'RADIOTHERAPY'],
])

/** RT Beams and RT Brachy Application Setup Delivery Instruction. */
const deliveryInstructions: ReadonlySet<string> = new Set([
  '1.2.840.10008.5.1.4.34.7', '1.2.840.10008.5.1.4.34.10',
])

/**
 * The record for an instance: by its class; else IMAGE if it is called so or has rows of pixels, ENCAP DOC if it
 * says which document it holds, or PRIVATE, which readers pass over.
 */
export function leafTypeOf(sopClassUid: string, dataSet: DataSet): LeafType {
  if (deliveryInstructions.has(sopClassUid)) return 'PLAN'
  const known = single.get(sopClassUid) ?? familyOf(sopClassUid)
  if (known !== undefined) return known
  const isImage = dataSet.has(Tags.Rows) || nameOfUid(sopClassUid)?.includes('Image Storage') === true
  if (isImage) return 'IMAGE'
  return dataSet.has(Tags.MIMETypeOfEncapsulatedDocument) ? 'ENCAP DOC' : 'PRIVATE'
}

function familyOf(sopClassUid: string): LeafType | undefined {
  const end = sopClassUid.lastIndexOf('.')
  return end > STORAGE.length && sopClassUid.startsWith(STORAGE) ? families.get(sopClassUid.slice(STORAGE.length, end)) : undefined
}
