import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describe, it } from 'vitest'
import { decodeCommand, encodeCommand } from './command.ts'
import { ProtocolError } from './errors.ts'
import { hex, toHex } from './testing.ts'

describe('Command Set', () => {
  const command = {
    AffectedSOPClassUID: '1.2', CommandField: 0x8001, MessageIDBeingRespondedTo: 7, CommandDataSetType: 0x0101,
    Status: 0xa700, OffendingElement: [0x7fe00010], ErrorComment: 'full',
  }
  const wire = hex(`
    00 00 00 00  04 00 00 00  4c 00 00 00        ; group length: 76
    00 00 02 00  04 00 00 00  "1.2" 00           ; Affected SOP Class UID, padded with NUL
    00 00 00 01  02 00 00 00  01 80              ; Command Field
    00 00 20 01  02 00 00 00  07 00              ; Message ID Being Responded To
    00 00 00 08  02 00 00 00  01 01              ; Command Data Set Type
    00 00 00 09  02 00 00 00  00 a7              ; Status
    00 00 01 09  04 00 00 00  e0 7f 10 00        ; Offending Element
    00 00 02 09  04 00 00 00  "full"             ; Error Comment
  `)

  it('is these bytes on the wire, in order of the tags', () => assert.equal(toHex(encodeCommand(command)), toHex(wire)))
  it('reads back from them', () => assert.deepEqual(decodeCommand(wire), command))
  it('passes over elements that it does not know, and empty ones', () => {
    const rest = hex('00 00 10 51 02 00 00 00 aa bb   00 00 02 09 00 00 00 00')
    assert.deepEqual(decodeCommand(Buffer.concat([wire, rest])), command)
  })
  it('forgives spaces and NULs around text', () => {
    assert.deepEqual(decodeCommand(hex('00 00 00 06 06 00 00 00 " AE  " 00')), { MoveDestination: 'AE' })
  })

  const broken = {
    'an element header cut short': '00 00 00 01 02 00',
    'a value cut short': '00 00 00 01 02 00 00 00 01',
    'a value of 4 GB': '00 00 00 01 ff ff ff ff 01 80',
    'a number of one byte': '00 00 00 01 01 00 00 00 01',
    'an element of another group': '08 00 18 00 02 00 00 00 "12"',
  }
  for (const [what, bytes] of Object.entries(broken)) {
    it(`refuses ${what}`, () => assert.throws(() => decodeCommand(hex(bytes)), ProtocolError))
  }

  it('reads back what was written', () => {
    const us = fc.nat(0xffff)
    const any = fc.record({
      AffectedSOPClassUID: fc.stringMatching(/^[1-9][0-9.]{0,62}$/), CommandField: us, MessageID: us, Priority: us,
      CommandDataSetType: us, Status: us, ErrorComment: fc.stringMatching(/^[A-Za-z0-9]{1,64}$/),
      OffendingElement: fc.array(fc.nat(0xffffffff), { minLength: 1, maxLength: 4 }),
    }, { requiredKeys: [] })
    fc.assert(fc.property(any, (set) => assert.deepEqual(decodeCommand(encodeCommand(set)), { ...set })))
  })
})
