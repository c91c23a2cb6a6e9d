import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { encodeCommand } from '../command.ts'
import { hex, toHex } from '../testing.ts'
import { readStoreRequest, readStoreResponse, storeRequest, storeResponse } from './store.ts'

describe('C-STORE', () => {
  const store = { sopClassUid: '1.2', sopInstanceUid: '1.3', priority: 'high', moveOriginator: { aeTitle: 'PACS', messageId: 5 } } as const
  const request = storeRequest(2, store)

  it('request of a C-MOVE', () => {
    const wire = hex(`
      00 00 00 00  04 00 00 00  56 00 00 00
      00 00 02 00  04 00 00 00  "1.2" 00   ; Affected SOP Class UID
      00 00 00 01  02 00 00 00  01 00      ; C-STORE-RQ
      00 00 10 01  02 00 00 00  02 00      ; Message ID 2
      00 00 00 07  02 00 00 00  01 00      ; Priority: high
      00 00 00 08  02 00 00 00  01 00      ; a Data Set follows
      00 00 00 10  04 00 00 00  "1.3" 00   ; Affected SOP Instance UID
      00 00 30 10  04 00 00 00  "PACS"     ; Move Originator AE Title
      00 00 31 10  02 00 00 00  05 00      ; Move Originator Message ID
    `)
    assert.equal(toHex(encodeCommand(request)), toHex(wire))
    assert.deepEqual(readStoreRequest(request), store)
  })
  it('request of its own, without a priority, is of medium priority and of no C-MOVE', () => {
    const { priority, moveOriginator } = readStoreRequest({ AffectedSOPClassUID: '1.2' })
    assert.deepEqual([priority, moveOriginator], ['medium', null])
  })
  it('response with a comment', () => {
    const wire = hex(`
      00 00 00 00  04 00 00 00  4c 00 00 00
      00 00 02 00  04 00 00 00  "1.2" 00
      00 00 00 01  02 00 00 00  01 80      ; C-STORE-RSP
      00 00 20 01  02 00 00 00  02 00      ; to message 2
      00 00 00 08  02 00 00 00  01 01      ; no Data Set
      00 00 00 09  02 00 00 00  00 a7      ; out of resources
      00 00 02 09  04 00 00 00  "full"
      00 00 00 10  04 00 00 00  "1.3" 00
    `)
    const response = storeResponse(request, { status: 0xa700, comment: 'full' })
    assert.equal(toHex(encodeCommand(response)), toHex(wire))
    assert.deepEqual(readStoreResponse(response, 0x0110), { status: 0xa700, comment: 'full' })
  })
  it('comments are cut to 64 characters of the default repertoire', () => {
    const { ErrorComment } = storeResponse(request, { status: 0xc000, comment: `a\\b\nü${'x'.repeat(80)}` })
    assert.equal(ErrorComment, `a?b??${'x'.repeat(59)}`)
  })
  it('a response without status is a failure', () => {
    assert.deepEqual(readStoreResponse({}, 0x0110), { status: 0x0110 })
  })
})
