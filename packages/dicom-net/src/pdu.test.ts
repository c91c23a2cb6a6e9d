import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { ProtocolError } from './errors.ts'
import {
  decodeAbort, decodeAssociateRj, encodeAbort, encodeAssociateRj, encodeReleaseRp, encodeReleaseRq, fourBytes,
} from './pdu.ts'
import { hex, toHex } from './testing.ts'

describe('the short PDUs', () => {
  it('A-ASSOCIATE-RJ: transient, presentation related, local limit exceeded', () => {
    const rj = { result: 2, source: 3, reason: 2 }
    //              type  length       -  res src reason
    const wire = '03 00 00 00 00 04  00 02  03  02'.replace(/ +/g, ' ')
    assert.equal(toHex(encodeAssociateRj(rj)), wire)
    assert.deepEqual(decodeAssociateRj(hex(wire).subarray(6)), rj)
  })
  it('A-RELEASE-RQ and -RP: four reserved bytes', () => {
    assert.equal(toHex(encodeReleaseRq()), '05 00 00 00 00 04 00 00 00 00')
    assert.equal(toHex(encodeReleaseRp()), '06 00 00 00 00 04 00 00 00 00')
  })
  it('A-ABORT: the provider, unexpected PDU', () => {
    const abort = { source: 2, reason: 2 }
    //              type  length       -  -  src reason
    const wire = '07 00 00 00 00 04  00 00 02 02'.replace(/ +/g, ' ')
    assert.equal(toHex(encodeAbort(abort)), wire)
    assert.deepEqual(decodeAbort(hex(wire).subarray(6)), abort)
  })
  it('refuse any other length', () => {
    for (const body of ['', '00 00 00', '00 00 00 00 00']) assert.throws(() => fourBytes(hex(body)), ProtocolError)
  })
})
