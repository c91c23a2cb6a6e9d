/** What pynetdicom's tests hold as wire bytes, read by our codecs. Skipped where the samples are absent. */
import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'vitest'
import { encodeItem } from './byte-reader.ts'
import { decodeCommand } from './command.ts'
import {
  decodeAssociateAc, decodeAssociateRq, encodeAssociateAc, encodeAssociateRq, type AssociateAc, type AssociateRq,
} from './pdu-associate.ts'
import { PduReader } from './pdu-reader.ts'
import { decodeAbort, decodeAssociateRj, encodeAbort, encodeAssociateRj, encodePdu, PduType } from './pdu.ts'
import { toHex } from './testing.ts'

const root = join(process.env['FILMJACKET_SAMPLES'] ?? join(import.meta.dirname, '../../../../shared/data'), 'pdu/pydicom_pynetdicom')
const names = existsSync(root) ? readdirSync(root).filter((name) => name.endsWith('.bin')) : []
const wireOf = (name: string) => readFileSync(join(root, `encoded_pdu_items.py_${name}.bin`))

/** Version, reserved, two titles, 32 reserved: what stands in front of the items of an A-ASSOCIATE. */
const fixed = Buffer.concat([Buffer.from([0, 1, 0, 0]), Buffer.alloc(32, ' '), Buffer.alloc(32)])
const USER_INFORMATION = 0x50

function requestWith(...itemsOf: readonly Uint8Array[]): AssociateRq {
  return decodeAssociateRq(Buffer.concat([fixed, ...itemsOf]))
}

function commandOf(wire: Uint8Array): ReturnType<typeof decodeCommand> {
  const commands: Uint8Array[] = []
  new PduReader({
    dataPdu: () => undefined,
    fragment: (_id, _isCommand, _isLast, bytes) => commands.push(bytes.slice()),
    pdu: () => assert.fail('P-DATA-TF only'),
  }, 16_384).push(Buffer.from(wire))
  return decodeCommand(Buffer.concat(commands))
}

/** Read a recorded item or PDU by what its first byte says; what is read is what its file name says. */
function read(wire: Buffer): unknown {
  const [type, body] = [wire.readUInt8(0), wire.subarray(6)]
  switch (type) {
    case 0x00: return commandOf(encodePdu(PduType.dataTf, wire))
    case 0x01: return decodeAssociateRq(body)
    case 0x02: return decodeAssociateAc(body)
    case 0x03: return decodeAssociateRj(body)
    case 0x04: return commandOf(wire)
    case 0x05:
    case 0x06: return body.length
    case 0x07: return decodeAbort(body)
    case 0x20: return requestWith(wire).contexts[0]
    case 0x21: return decodeAssociateAc(Buffer.concat([fixed, wire])).contexts[0]
    case 0x30:
    case 0x40: return requestWith(encodeItem(0x20, Uint8Array.of(1, 0, 0, 0), wire)).contexts[0]
    case 0x10:
    case USER_INFORMATION: return requestWith(wire)
    default: return requestWith(encodeItem(USER_INFORMATION, wire)).userInformation
  }
}

const title = `recorded PDUs and items${names.length === 0 ? ' (skipped: no samples)' : ''}`

describe.skipIf(names.length === 0)(title, () => {
  it('are there', () => assert.equal(names.length, 43))

  for (const name of names) {
    const isFragment = name.endsWith('_presentation_data.bin')
    it(`reads ${name}`, () => {
      const wire = readFileSync(join(root, name))
      // The only file that is neither PDU nor item: control header of a PDV, then a Command Set.
      const value = isFragment ? decodeCommand(wire.subarray(1)) : read(wire)
      assert.notEqual(value, undefined)
      assert.notDeepEqual(value, {})
    })
  }

  it('reads a C-ECHO-RSP', () => {
    assert.deepEqual(commandOf(wireOf('p_data_tf')), {
      AffectedSOPClassUID: '1.2.840.10008.1.1', CommandField: 0x8030, MessageIDBeingRespondedTo: 1,
      CommandDataSetType: 0x0101, Status: 0,
    })
  })
  it('reads user identity and extended negotiation', () => {
    const { userInformation } = decodeAssociateRq(wireOf('a_associate_rq_user_id_ext_neg').subarray(6))
    assert.equal(userInformation.userIdentity?.type, 1)
    assert.equal(Buffer.from(userInformation.userIdentity.primary).toString(), 'pynetdicom')
    assert.ok((userInformation.extended?.length ?? 0) > 0)
  })

  const requests = ['a_associate_rq', 'a_associate_rq_role', 'a_associate_rq_user_async']
  for (const name of requests) {
    it(`writes ${name} as it was read`, () => {
      const wire = wireOf(name)
      const request: AssociateRq = decodeAssociateRq(wire.subarray(6))
      assert.equal(withoutOrder(encodeAssociateRq(request)), withoutOrder(wire))
    })
  }
  it('writes A-ASSOCIATE-AC, -RJ and A-ABORT as they were read', () => {
    const accept: AssociateAc = decodeAssociateAc(wireOf('a_associate_ac').subarray(6))
    assert.equal(toHex(encodeAssociateAc(accept)), toHex(wireOf('a_associate_ac')))
    const reject = wireOf('a_associate_rj')
    assert.equal(toHex(encodeAssociateRj(decodeAssociateRj(reject.subarray(6)))), toHex(reject))
    const abort = wireOf('a_p_abort')
    assert.equal(toHex(encodeAbort(decodeAbort(abort.subarray(6)))), toHex(abort))
  })
})

/** The order of the items of User Information is free: compare length and content. */
function withoutOrder(pdu: Uint8Array): string {
  return `${pdu.length}: ${[...pdu].sort((a, b) => a - b).join(' ')}`
}
