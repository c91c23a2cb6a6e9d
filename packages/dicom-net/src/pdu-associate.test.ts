import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describe, it } from 'vitest'
import { ProtocolError } from './errors.ts'
import {
  decodeAssociateAc, decodeAssociateRq, encodeAssociateAc, encodeAssociateRq, type AssociateRq,
} from './pdu-associate.ts'
import { hex, requestOf, toHex, VERIFICATION } from './testing.ts'

const reserved = '00 '.repeat(32)
const fixed = `00 01  00 00  "SCP             "  "SCU             "  ${reserved}`

describe('A-ASSOCIATE-RQ', () => {
  const request = requestOf({
    contexts: [{ id: 1, abstractSyntax: VERIFICATION, transferSyntaxes: ['1.2.840.10008.1.2'] }],
    userInformation: { maximumLength: 0x4000 },
  })
  const wire = hex(`
    01 00  00 00 00 9b  ; type, length
    ${fixed}  ; version, called, calling
    10 00 00 15  "1.2.840.10008.3.1.1.1"  ; application context
    20 00 00 2e  01 00 00 00  ; presentation context, ID 1
      30 00 00 11  "1.2.840.10008.1.1"  ; abstract syntax
      40 00 00 11  "1.2.840.10008.1.2"  ; transfer syntax
    50 00 00 08  51 00 00 04  00 00 40 00  ; user information: maximum length
  `)

  it('is these bytes on the wire', () => {
    assert.equal(toHex(encodeAssociateRq(request)), toHex(wire))
  })
  it('reads back from them', () => {
    assert.deepEqual(decodeAssociateRq(wire.subarray(6)), request)
  })
  it('passes over items that it does not know', () => {
    const unknown = hex('7f 00 00 02 aa bb')
    assert.deepEqual(decodeAssociateRq(Buffer.concat([wire.subarray(6), unknown])), request)
  })
  it('forgives padded UIDs', () => {
    const body = hex(`${fixed} 10 00 00 06 "1.2.3" 00`)
    assert.equal(decodeAssociateRq(body).applicationContext, '1.2.3')
  })

  const broken = {
    'fixed fields cut short': '00 01 00 00',
    'an item cut short': `${fixed} 10 00 00 15 "1.2"`,
    'an item header cut short': `${fixed} 10 00`,
    'an even Presentation Context ID': `${fixed} 20 00 00 04 02 00 00 00`,
    'an ID given twice': `${fixed} 20 00 00 04 01 00 00 00  20 00 00 04 01 00 00 00`,
    'more Transfer Syntaxes than there are': `${fixed} 20 00 02 70 01 00 00 00 ${'40 00 00 02 "12"'.repeat(104)}`,
    'a sub-item over the end of its item': `${fixed} 50 00 00 06 51 00 00 04 00 00`,
  }
  for (const [what, body] of Object.entries(broken)) {
    it(`refuses ${what}`, () => assert.throws(() => decodeAssociateRq(hex(body)), ProtocolError))
  }
})

describe('A-ASSOCIATE-AC', () => {
  const accept = {
    ...requestOf({ userInformation: { maximumLength: 0x4000 } }),
    contexts: [{ id: 1, result: 0, transferSyntax: '1.2.840.10008.1.2' }, { id: 3, result: 3, transferSyntax: null }],
  }
  const wire = hex(`
    02 00  00 00 00 8e
    ${fixed}
    10 00 00 15  "1.2.840.10008.3.1.1.1"
    21 00 00 19  01 00 00 00  40 00 00 11  "1.2.840.10008.1.2"
    21 00 00 04  03 00 03 00
    50 00 00 08  51 00 00 04  00 00 40 00
  `)

  it('is these bytes on the wire', () => {
    assert.equal(toHex(encodeAssociateAc(accept)), toHex(wire))
  })
  it('reads back from them, with a refused context that names no Transfer Syntax', () => {
    assert.deepEqual(decodeAssociateAc(wire.subarray(6)), accept)
  })
})

describe('any A-ASSOCIATE-RQ', () => {
  const uid = fc.stringMatching(/^[1-9][0-9.]{0,60}[0-9]$/)
  const title = fc.stringMatching(/^[A-Z][A-Z0-9_]{0,14}$/)
  const bytes = fc.uint8Array({ maxLength: 40 }).map((array) => Buffer.from(array))
  const request: fc.Arbitrary<AssociateRq> = fc.record({
    protocolVersion: fc.constant(1), calledAe: title, callingAe: title, applicationContext: uid,
    contexts: fc.uniqueArray(
      fc.record({
        id: fc.nat(127).map((n) => 2 * n + 1), abstractSyntax: uid, transferSyntaxes: fc.array(uid, { maxLength: 5 }),
      }), { selector: ({ id }) => id, maxLength: 6 }),
    userInformation: fc.record({
      maximumLength: fc.nat(), implementationClassUid: uid, implementationVersionName: title,
      asynchronousWindow: fc.record({ invoked: fc.nat(65_535), performed: fc.nat(65_535) }),
      roles: fc.array(fc.record({ sopClassUid: uid, scu: fc.boolean(), scp: fc.boolean() }), { minLength: 1, maxLength: 3 }),
      extended: fc.array(fc.record({ sopClassUid: uid, information: bytes }), { minLength: 1, maxLength: 3 }),
      commonExtended: fc.array(fc.record({
        sopClassUid: uid, serviceClassUid: uid, relatedGeneralSopClassUids: fc.array(uid, { maxLength: 3 }),
      }), { minLength: 1, maxLength: 3 }),
      userIdentity: fc.record({
        type: fc.integer({ min: 1, max: 5 }), positiveResponseRequested: fc.boolean(), primary: bytes, secondary: bytes,
      }),
    }, { requiredKeys: [] }),
  })

  it('reads back what was written', () => {
    fc.assert(fc.property(request, (rq) => {
      assert.equal(JSON.stringify(decodeAssociateRq(encodeAssociateRq(rq).subarray(6)), sorted), JSON.stringify(rq, sorted))
    }), { numRuns: 200 })
  })
  it('is read or refused, whatever bytes it has', () => {
    const mutant = fc.tuple(request, fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 8 }))
    fc.assert(fc.property(mutant, ([rq, changes]) => {
      const body = Buffer.from(encodeAssociateRq(rq)).subarray(6)
      for (const [at, value] of changes) body[at % body.length] = value
      try {
        decodeAssociateRq(body)
      } catch (error) {
        assert.ok(error instanceof ProtocolError)
      }
    }), { numRuns: 500 })
  })
})

/** Plain objects with their keys in order, so that equal means equal. */
function sorted(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}
