import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { ByteReader } from './byte-reader.ts'
import { ProtocolError } from './errors.ts'
import { decodeUserInformation, encodeUserInformation, type UserInformation } from './pdu-user-information.ts'
import { hex, toHex } from './testing.ts'

const cases: { readonly [what: string]: { readonly wire: string; readonly value: UserInformation } } = {
  'maximum length, 0 for no limit': {
    wire: '51 00 00 04  00 00 00 00',
    value: { maximumLength: 0 },
  },
  'implementation class and version': {
    wire: '52 00 00 05 "1.2.3"  55 00 00 06 "DEMO_1"',
    value: { implementationClassUid: '1.2.3', implementationVersionName: 'DEMO_1' },
  },
  'asynchronous operations window': {
    wire: '53 00 00 04  00 05  00 01',
    value: { asynchronousWindow: { invoked: 5, performed: 1 } },
  },
  'role selection, one item for each SOP Class': {
    wire: '54 00 00 07  00 03 "1.2"  00 01   54 00 00 07  00 03 "1.3"  01 00',
    value: { roles: [{ sopClassUid: '1.2', scu: false, scp: true }, { sopClassUid: '1.3', scu: true, scp: false }] },
  },
  'extended negotiation': {
    wire: '56 00 00 08  00 03 "1.2"  02 00 03',
    value: { extended: [{ sopClassUid: '1.2', information: hex('02 00 03') }] },
  },
  'common extended negotiation': {
    //      item         SOP Class    service class  related  each by its own length
    wire: '57 00 00 16  00 03 "1.2"  00 03 "4.2"   00 0a     00 03 "1.8"  00 03 "1.9"',
    value: {
      commonExtended: [{ sopClassUid: '1.2', serviceClassUid: '4.2', relatedGeneralSopClassUids: ['1.8', '1.9'] }],
    },
  },
  'user identity: name and passcode, answer wanted': {
    wire: '58 00 00 0d  02 01  00 03 "ann"  00 04 "s3cr"',
    value: {
      userIdentity: {
        type: 2, positiveResponseRequested: true, primary: Buffer.from('ann'), secondary: Buffer.from('s3cr'),
      },
    },
  },
  'user identity response': {
    wire: '59 00 00 04  00 02 "ok"',
    value: { userIdentityResponse: Buffer.from('ok') },
  },
}

describe('User Information', () => {
  for (const [what, { wire, value }] of Object.entries(cases)) {
    it(`reads ${what}`, () => assert.deepEqual(decodeUserInformation(new ByteReader(hex(wire))), value))
    it(`writes ${what}`, () => assert.equal(toHex(encodeUserInformation(value)), toHex(hex(wire))))
  }
  it('passes over sub-items that it does not know', () => {
    const wire = hex('5f 00 00 02 aa bb  51 00 00 04 00 00 00 10')
    assert.deepEqual(decodeUserInformation(new ByteReader(wire)), { maximumLength: 16 })
  })
  it('refuses a length inside an item that runs over its end', () => {
    assert.throws(() => decodeUserInformation(new ByteReader(hex('54 00 00 05 00 09 "1.2"'))), ProtocolError)
  })
})
