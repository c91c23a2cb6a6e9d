import { encodeDataSet, readDataSet, Tags, toDicomJson, TransferSyntaxes } from '@filmjacket/dicom-data'
import { describe, expect, it } from 'vitest'
import { FailureReasons, storeAnswer, storeStatus, WarningReasons } from './store-answer.ts'

const stored = { sopClassUid: '1.2', sopInstanceUid: '1.3', retrieveUrl: 'http://x' }
const failed = { sopClassUid: '', sopInstanceUid: '1.4', failureReason: FailureReasons.outOfResources }

describe('storeAnswer', () => {
  it('is the module of the standard', () => {
    const syntax = TransferSyntaxes.explicitVrLittleEndian
    const dataSet = readDataSet(encodeDataSet(storeAnswer({ retrieveUrl: 'http://study', stored: [stored], failed: [failed] }), syntax), syntax)
    expect(toDicomJson(dataSet)).toEqual({
      '00081190': { vr: 'UR', Value: ['http://study'] },
      '00081198': { vr: 'SQ', Value: [{ '00081155': { vr: 'UI', Value: ['1.4'] }, '00081197': { vr: 'US', Value: [0xa700] } }] },
      '00081199': { vr: 'SQ', Value: [{
        '00081150': { vr: 'UI', Value: ['1.2'] }, '00081155': { vr: 'UI', Value: ['1.3'] }, '00081190': { vr: 'UR', Value: ['http://x'] },
      }] },
    })
  })
  it('says by its status whether all, some or none are stored', () => {
    expect(storeStatus({ retrieveUrl: null, stored: [stored], failed: [] })).toBe(200)
    expect(storeStatus({ retrieveUrl: null, stored: [stored], failed: [failed] })).toBe(202)
    expect(storeStatus({ retrieveUrl: null, stored: [{ ...stored, warningReason: WarningReasons.coerced }], failed: [] })).toBe(202)
    expect(storeStatus({ retrieveUrl: null, stored: [], failed: [failed] })).toBe(409)
    expect(Object.keys(storeAnswer({ retrieveUrl: null, stored: [], failed: [] }))).not.toContain(String(Tags.FailedSOPSequence))
  })
})
