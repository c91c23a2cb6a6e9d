import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { isStorageClass } from './storage-classes.ts'

const cases: { readonly [uid: string]: readonly [boolean, string] } = {
  '1.2.840.10008.5.1.4.1.1.2': [true, 'CT Image'],
  '1.2.840.10008.5.1.4.1.1.88.71': [true, 'a structured report'],
  '1.2.840.10008.5.1.4.1.1.999.1': [true, 'a class that comes tomorrow'],
  '1.2.840.10008.5.1.4.34.7': [true, 'RT Beams Delivery Instruction'],
  '1.2.840.10008.5.1.4.43.1': [true, 'Generic Implant Template'],
  '1.2.840.10008.5.1.1.30': [true, 'retired Hardcopy Color Image'],
  '1.3.12.2.1107.5.9.1': [true, 'a class of a vendor'],
  '1.2.840.10008.5.1.4.1.2.2.1': [false, 'Study Root FIND'],
  '1.2.840.10008.5.1.4.31': [false, 'Modality Worklist'],
  '1.2.840.10008.1.20.1': [false, 'Storage Commitment'],
  '1.2.840.10008.5.1.4.1.1.201.2': [false, 'Inventory FIND, under the storage root'],
  '1.2.840.10008.1.3.10': [false, 'DICOMDIR, which is for media'],
  '1.2.840.10008.5.1.4.38.2': [false, 'Hanging Protocol FIND'],
  '': [false, 'nothing'],
  '../etc': [false, 'no UID'],
}

describe('isStorageClass', () => {
  for (const [uid, [expected, what]] of Object.entries(cases)) {
    it(`${expected ? 'takes' : 'refuses'} ${what}`, () => assert.equal(isStorageClass(uid), expected))
  }
})
