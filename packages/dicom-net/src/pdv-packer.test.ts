import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { fragmentBytes, packCommand, PdvPacker } from './pdv-packer.ts'
import { hex, toHex } from './testing.ts'

const join = (pieces: readonly Uint8Array[]) => toHex(Buffer.concat(pieces))

describe('fragmentBytes', () => {
  it('leaves room for the header of the PDV', () => assert.equal(fragmentBytes(16_384), 16_378))
  it('is even', () => assert.equal(fragmentBytes(16_383), 16_376))
  it('is ours where the peer sets no limit, or a higher one', () => {
    assert.equal(fragmentBytes(0), 131_066)
    assert.equal(fragmentBytes(0xffffffff), 131_066)
  })
})

describe('PdvPacker', () => {
  it('packs a Command into one PDU', () => {
    //                 P-DATA-TF          PDV          ctx command+last
    const wire = hex('04 00 00 00 00 08  00 00 00 04  05  03            aa bb')
    assert.equal(join(packCommand(5, hex('aa bb'), 100)), toHex(wire))
  })
  it('holds back what may be the last fragment', () => {
    const packer = new PdvPacker(1, false, 4)
    assert.deepEqual(packer.push(hex('01 02 03 04')), [])
    assert.equal(join(packer.end()), '04 00 00 00 00 0a 00 00 00 06 01 02 01 02 03 04')
  })
  it('cuts and joins parts of any size to the size that is due', () => {
    const packer = new PdvPacker(1, false, 4)
    assert.deepEqual(packer.push(hex('01')), [])
    assert.equal(join(packer.push(hex('02 03 04 05 06 07 08 09'))),
      '04 00 00 00 00 0a 00 00 00 06 01 00 01 02 03 04 04 00 00 00 00 0a 00 00 00 06 01 00 05 06 07 08')
    assert.equal(join(packer.end()), '04 00 00 00 00 07 00 00 00 03 01 02 09')
  })
  it('copies no data', () => {
    const packer = new PdvPacker(1, false, 4)
    const part = hex('01 02 03 04 05')
    const [, data] = packer.push(part)
    assert.equal(data?.buffer, part.buffer)
  })
  it('packs an empty Data Set as one empty fragment', () => {
    assert.equal(join(new PdvPacker(1, false, 4).end()), '04 00 00 00 00 06 00 00 00 02 01 02')
  })
})
