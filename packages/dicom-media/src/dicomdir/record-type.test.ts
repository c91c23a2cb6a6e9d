/** Every class of the standard that a Study can hold has a record of its own. PS3.3 Table F.4-1. */
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readDataSet, TransferSyntaxes } from '@filmjacket/dicom-data'
import { describe, it } from 'vitest'
import { leafTypeOf, type LeafType } from './record-type.ts'

const samples = process.env['FILMJACKET_SAMPLES'] ?? join(import.meta.dirname, '../../../../../shared/data')
const table = join(samples, 'standard/innolitics_dicom-standard/standard/sops.json')
const nothing = readDataSet(new Uint8Array(0), TransferSyntaxes.explicitVrLittleEndian)

/** By what the class is called, the first that fits. */
const NAMES: readonly (readonly [RegExp, LeafType])[] = [
  [/Key Object Selection/, 'KEY OBJECT DOC'], [/^Encapsulated/, 'ENCAP DOC'], [/Waveform/, 'WAVEFORM'],
  [/Presentation State|Structured Display/, 'PRESENTATION'], [/ SR |Procedure Log|Report/, 'SR DOCUMENT'],
  [/^RT Dose/, 'RT DOSE'], [/^RT Structure Set/, 'RT STRUCTURE SET'], [/^RT (Ion )?Plan/, 'RT PLAN'],
  [/^RT .*Treatment (Summary )?Record/, 'RT TREAT RECORD'], [/^RT (Beams|Brachy Application Setup) Delivery Instruction/, 'PLAN'],
  [/Surface Scan/, 'SURFACE SCAN'], [/Surface Segmentation/, 'SURFACE'], [/Spatial Registration/, 'REGISTRATION'], [/Fiducials/, 'FIDUCIAL'],
  [/^Raw Data/, 'RAW DATA'], [/Spectroscopy/, 'SPECTROSCOPY'], [/Real World Value/, 'VALUE MAP'], [/Stereometric/, 'STEREOMETRIC'],
  [/Measurements|Lens Calculations/, 'MEASUREMENT'], [/Tractography/, 'TRACT'], [/Content Assessment/, 'ASSESSMENT'],
  [/Simple Annotations/, 'ANNOTATION'], [/Performed Procedure Protocol/, 'PLAN'],
  [/Image Storage|Parametric Map|Segmentation|Ophthalmic|Corneal|Dermoscopic|US Volume/, 'IMAGE'], [/^RT |Radiation/, 'RADIOTHERAPY'],
]

/** They belong to no patient: no Study holds them. PS3.3 Table F.4-1, the root. */
const ROOT = /Directory|Hanging|Palette|Implant (Template|Assembly)|Defined Procedure|Protocol Approval|Inventory/

interface Listed {
  readonly id: string
  readonly name: string
}

describe.skipIf(!existsSync(table))('leafTypeOf (needs FILMJACKET_SAMPLES)', () => {
  const listed = existsSync(table) ? (JSON.parse(readFileSync(table, 'utf8')) as readonly Listed[]) : []
  for (const { id, name } of listed.filter((each) => !ROOT.test(each.name))) {
    it(`knows ${name} without looking into it`, () => {
      const [, expected] = NAMES.find(([pattern]) => pattern.test(name)) ?? []
      assert.equal(leafTypeOf(id, nothing), expected, id)
    })
  }
})
