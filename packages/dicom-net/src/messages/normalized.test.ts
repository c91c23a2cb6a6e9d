import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { CommandField, decodeCommand, encodeCommand, HAS_DATA_SET, NO_DATA_SET } from '../command.ts'
import { createRequest, normalizedResponse, readRequest, setRequest } from './normalized.ts'

const STEP = '1.2.840.10008.3.1.2.3.3'

describe('N-CREATE', () => {
  it('names what is created as affected, and leaves it out where the provider is to choose', () => {
    assert.deepEqual(decodeCommand(encodeCommand(createRequest(7, STEP, '1.2.3'))), {
      AffectedSOPClassUID: STEP, CommandField: CommandField.nCreateRq, MessageID: 7, CommandDataSetType: HAS_DATA_SET, AffectedSOPInstanceUID: '1.2.3',
    })
    assert.equal(createRequest(7, STEP, null).AffectedSOPInstanceUID, undefined)
  })
  it('is answered with the UID that the provider chose', () => {
    assert.deepEqual(normalizedResponse(createRequest(7, STEP, null), { status: 0 }, '1.2.4'), {
      AffectedSOPClassUID: STEP, CommandField: 0x8140, MessageIDBeingRespondedTo: 7, CommandDataSetType: NO_DATA_SET, Status: 0,
      AffectedSOPInstanceUID: '1.2.4',
    })
  })
})

describe('N-SET', () => {
  it('names what is set as requested; its answer, as affected, with the Error ID of the service', () => {
    const request = setRequest(8, STEP, '1.2.3')
    assert.deepEqual([request.RequestedSOPClassUID, request.RequestedSOPInstanceUID], [STEP, '1.2.3'])
    assert.deepEqual(decodeCommand(encodeCommand(normalizedResponse(request, { status: 0x0110, errorId: 0xa710, comment: 'it is over' }))), {
      AffectedSOPClassUID: STEP, CommandField: 0x8120, MessageIDBeingRespondedTo: 8, CommandDataSetType: NO_DATA_SET, Status: 0x0110,
      ErrorComment: 'it is over', ErrorID: 0xa710, AffectedSOPInstanceUID: '1.2.3',
    })
  })
})

describe('N-GET', () => {
  it('names what is asked for as requested, with the attributes that are wanted; none are all', () => {
    const request = decodeCommand(encodeCommand(readRequest(9, STEP, '1.2.3', [0x00100020, 0x00400252])))
    assert.deepEqual(request, {
      RequestedSOPClassUID: STEP, CommandField: 0x0110, MessageID: 9, CommandDataSetType: NO_DATA_SET, RequestedSOPInstanceUID: '1.2.3',
      AttributeIdentifierList: [0x00100020, 0x00400252],
    })
    assert.equal(readRequest(9, STEP, '1.2.3', []).AttributeIdentifierList, undefined)
    assert.deepEqual(normalizedResponse(request, { status: 0 }), {
      AffectedSOPClassUID: STEP, CommandField: 0x8110, MessageIDBeingRespondedTo: 9, CommandDataSetType: NO_DATA_SET, Status: 0, AffectedSOPInstanceUID: '1.2.3',
    })
  })
})
