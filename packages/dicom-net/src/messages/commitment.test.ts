import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { encodeCommand } from '../command.ts'
import { hex, toHex } from '../testing.ts'
import { commitmentEvent, commitmentRequest } from './commitment.ts'
import { normalizedResponse } from './normalized.ts'

describe('Storage Commitment', () => {
  it('request is an action of the well-known instance', () => {
    const wire = hex(`
      00 00 00 00  04 00 00 00  62 00 00 00
      00 00 03 00  14 00 00 00  "1.2.840.10008.1.20.1"        ; Requested SOP Class UID
      00 00 00 01  02 00 00 00  30 01                         ; N-ACTION-RQ
      00 00 10 01  02 00 00 00  05 00
      00 00 00 08  02 00 00 00  01 00                         ; a Data Set follows
      00 00 01 10  16 00 00 00  "1.2.840.10008.1.20.1.1"      ; Requested SOP Instance UID
      00 00 08 10  02 00 00 00  01 00                         ; Action Type ID
    `)
    assert.equal(toHex(encodeCommand(commitmentRequest(5))), toHex(wire))
  })
  it('response turns requested into affected', () => {
    assert.deepEqual(normalizedResponse(commitmentRequest(5), { status: 0 }), {
      CommandField: 0x8130, MessageIDBeingRespondedTo: 5, AffectedSOPClassUID: '1.2.840.10008.1.20.1',
      CommandDataSetType: 0x0101, Status: 0, AffectedSOPInstanceUID: '1.2.840.10008.1.20.1.1', ActionTypeID: 1,
    })
  })
  it('report is an event', () => {
    const { CommandField, EventTypeID, AffectedSOPInstanceUID } = commitmentEvent(1, 2)
    assert.deepEqual([CommandField, EventTypeID, AffectedSOPInstanceUID], [0x0100, 2, '1.2.840.10008.1.20.1.1'])
  })
})
