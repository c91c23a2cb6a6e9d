import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { encodeCommand } from '../command.ts'
import { hex, toHex } from '../testing.ts'
import { echoRequest, echoResponse } from './echo.ts'

describe('C-ECHO', () => {
  it('request', () => {
    const wire = hex(`
      00 00 00 00  04 00 00 00  38 00 00 00
      00 00 02 00  12 00 00 00  "1.2.840.10008.1.1" 00
      00 00 00 01  02 00 00 00  30 00    ; C-ECHO-RQ
      00 00 10 01  02 00 00 00  08 00    ; Message ID 8
      00 00 00 08  02 00 00 00  01 01    ; no Data Set
    `)
    assert.equal(toHex(encodeCommand(echoRequest(8))), toHex(wire))
  })
  it('response', () => {
    const wire = hex(`
      00 00 00 00  04 00 00 00  42 00 00 00
      00 00 02 00  12 00 00 00  "1.2.840.10008.1.1" 00
      00 00 00 01  02 00 00 00  30 80    ; C-ECHO-RSP
      00 00 20 01  02 00 00 00  08 00    ; to message 8
      00 00 00 08  02 00 00 00  01 01    ; no Data Set
      00 00 00 09  02 00 00 00  00 00    ; success
    `)
    assert.equal(toHex(encodeCommand(echoResponse(echoRequest(8), 0))), toHex(wire))
  })
})
