import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'vitest'
import { TransferSyntaxes } from '@filmjacket/dicom-data'
import { decodeFrame } from './frame.ts'
import { printSupport, supportTable } from './support.ts'
import { dataSetOf, shape } from './testing.ts'

const README = new URL('../README.md', import.meta.url)

describe('supportTable', () => {
  it('is the one in the README', () => {
    const printed = printSupport()
    assert.ok(readFileSync(README, 'utf8').includes(printed), `put this into README.md:\n${printed}`)
  })
  it('names each transfer syntax once', () => {
    const uids = supportTable.map(({ transferSyntax }) => transferSyntax.uid)
    assert.deepEqual(uids, Object.values(TransferSyntaxes).map(({ uid }) => uid))
  })
  it('tells why there is no decoder where there is none, in the table and of a frame', async () => {
    for (const { transferSyntax, decoders, lack, frames } of supportTable) {
      assert.equal(lack === null, decoders.length > 0, transferSyntax.name)
      if (lack === null || !frames) continue
      const outcome = await decodeFrame(dataSetOf(shape(2, 2, 8, 'MONOCHROME2')), transferSyntax, Uint8Array.of(0xff, 0x0a, 0, 0))
      assert.deepEqual(outcome, { kind: 'unsupported', problem: 'no-decoder', reason: `no decoder for ${transferSyntax.name}: ${lack}` })
    }
    assert.match(printSupport(), /\| JPEG XL \| yes \| yes \| unsupported: no codec for JPEG XL \| - \|/)
  })
  it('has a decoder for whatever it encodes', () => {
    for (const { decoders, encoder, transferSyntax } of supportTable)
      assert.ok(encoder === null || decoders.length > 0, transferSyntax.name)
  })
})
