import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { encodeCommand } from '../command.ts'
import { hex, toHex } from '../testing.ts'
import { readSubOperations, retrieveRequest, retrieveResponse } from './retrieve.ts'

describe('C-MOVE and C-GET', () => {
  const request = retrieveRequest(3, { sopClassUid: '1.2', destination: 'WS1' })

  it('request of a C-MOVE names the destination', () => {
    const wire = hex(`
      00 00 00 00  04 00 00 00  40 00 00 00
      00 00 02 00  04 00 00 00  "1.2" 00
      00 00 00 01  02 00 00 00  21 00      ; C-MOVE-RQ
      00 00 10 01  02 00 00 00  03 00
      00 00 00 06  04 00 00 00  "WS1 "     ; Move Destination
      00 00 00 07  02 00 00 00  00 00      ; Priority: medium
      00 00 00 08  02 00 00 00  01 00      ; the identifier follows
    `)
    assert.equal(toHex(encodeCommand(request)), toHex(wire))
  })
  it('request of a C-GET has none', () => {
    const { CommandField, MoveDestination } = retrieveRequest(3, { sopClassUid: '1.2', destination: null })
    assert.deepEqual([CommandField, MoveDestination], [0x0010, undefined])
  })
  it('response with counts', () => {
    const counts = { remaining: 4, completed: 3, failed: 2, warning: 1 }
    const response = retrieveResponse(request, { status: 0xff00 }, counts, false)
    const wire = hex(`
      00 00 00 00  04 00 00 00  5c 00 00 00
      00 00 02 00  04 00 00 00  "1.2" 00
      00 00 00 01  02 00 00 00  21 80      ; C-MOVE-RSP
      00 00 20 01  02 00 00 00  03 00
      00 00 00 08  02 00 00 00  01 01      ; no list of failures
      00 00 00 09  02 00 00 00  00 ff      ; pending
      00 00 20 10  02 00 00 00  04 00      ; remaining
      00 00 21 10  02 00 00 00  03 00      ; completed
      00 00 22 10  02 00 00 00  02 00      ; failed
      00 00 23 10  02 00 00 00  01 00      ; warning
    `)
    assert.equal(toHex(encodeCommand(response)), toHex(wire))
    assert.deepEqual(readSubOperations(response), counts)
  })
  it('a response without counts tells of none', () => {
    assert.deepEqual(readSubOperations({}), { remaining: null, completed: 0, failed: 0, warning: 0 })
  })
})
