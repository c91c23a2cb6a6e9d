import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { decodeCommand, encodeCommand } from '../command.ts'
import { hex, toHex } from '../testing.ts'
import { cancelRequest, findRequest, findResponse } from './find.ts'

const FIND = '1.2.840.10008.5.1.4.1.2.2.1'

describe('C-FIND', () => {
  const request = findRequest(7, FIND, 'low')

  it('request', () => {
    const wire = hex(`
      00 00 00 00  04 00 00 00  4c 00 00 00
      00 00 02 00  1c 00 00 00  "1.2.840.10008.5.1.4.1.2.2.1" 00
      00 00 00 01  02 00 00 00  20 00      ; C-FIND-RQ
      00 00 10 01  02 00 00 00  07 00      ; Message ID 7
      00 00 00 07  02 00 00 00  02 00      ; Priority: low
      00 00 00 08  02 00 00 00  01 00      ; the identifier follows
    `)
    assert.equal(toHex(encodeCommand(request)), toHex(wire))
  })
  it('a match', () => {
    const { CommandField, MessageIDBeingRespondedTo, CommandDataSetType, Status } = findResponse(request, { status: 0xff00 }, true)
    assert.deepEqual([CommandField, MessageIDBeingRespondedTo, CommandDataSetType, Status], [0x8020, 7, 1, 0xff00])
  })
  it('a refusal with what offends', () => {
    const response = findResponse(request, { status: 0xa900, comment: 'no', offendingElements: [0x00080052] }, false)
    assert.deepEqual(decodeCommand(encodeCommand(response)), {
      AffectedSOPClassUID: FIND, CommandField: 0x8020, MessageIDBeingRespondedTo: 7, CommandDataSetType: 0x0101,
      Status: 0xa900, OffendingElement: [0x00080052], ErrorComment: 'no',
    })
  })
})

describe('C-CANCEL', () => {
  it('names the message, and no SOP Class', () => {
    const wire = hex(`
      00 00 00 00  04 00 00 00  1e 00 00 00
      00 00 00 01  02 00 00 00  ff 0f      ; C-CANCEL-RQ
      00 00 20 01  02 00 00 00  07 00      ; of message 7
      00 00 00 08  02 00 00 00  01 01      ; no Data Set
    `)
    assert.equal(toHex(encodeCommand(cancelRequest(7))), toHex(wire))
  })
})
