import assert from 'node:assert/strict'
import { encodeDataSet, readDataSet, Tags, TransferSyntaxes } from '@filmjacket/dicom-data'
import { describe, it } from 'vitest'
import { DEFAULT_FILE_NAMES, FileNamer, readNameRule } from './file-names.ts'

const LITTLE = TransferSyntaxes.explicitVrLittleEndian
const dataSet = readDataSet(encodeDataSet({
  [Tags.SOPInstanceUID]: '1.2.3', [Tags.Modality]: 'CT', [Tags.SeriesDescription]: 'Thörax 5 mm',
}, LITTLE), LITTLE)
const first = { study: 1, series: 2, image: 3 }
const named = (rule: string) => new FileNamer(rule).nameOf(dataSet, first).join('/')

describe('a rule for file names', () => {
  it('counts by default', () => assert.equal(named(DEFAULT_FILE_NAMES), 'IMAGES/ST000001/SE000002/IM000003'))
  it('takes values and makes them legal', () => assert.equal(named('D/{00080060}/{0008103E}/I{image}'), 'D/CT/THORAX_5/I000003'))
  it('takes eight digits of the SHA-256', () => assert.equal(named('DICOM/{00080018,hash}'), 'DICOM/C47F5B18'))
  it('says NONE where there is no value', () => assert.equal(named('D/{00080050}'), 'D/NONE'))
  it('tells equal names apart by number', () => {
    const namer = new FileNamer('D/{00080018,hash}')
    const [a = '', b = ''] = [1, 2].map(() => namer.nameOf(dataSet, first)[1])
    assert.equal(b, `${a.slice(0, 6)}_2`)
  })
  const wrong = {
    'one name alone': 'IMAGES', 'small letters': 'images/IM{image}', 'a root that varies': '{00080060}/IM{image}',
    'a root that is taken': 'IHE_PDI/IM{image}', 'nine components': 'A/B/C/D/E/F/G/H/I{image}', 'an unknown brace': 'A/{name}',
    'an open brace': 'A/{image', 'a way up': 'A/../{image}', 'an empty component': 'A//I{image}', 'an extension': 'A/I{image}.DCM',
  }
  for (const [what, rule] of Object.entries(wrong)) it(`refuses ${what}`, () => assert.equal(readNameRule(rule).kind, 'wrong'))
  it('refuses a millionth file of a count', () => {
    assert.throws(() => new FileNamer(DEFAULT_FILE_NAMES).nameOf(dataSet, { ...first, image: 1_000_000 }), RangeError)
  })
})
