import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'vitest'
import { TransferSyntaxes } from '@filmjacket/dicom-data'
import { printSupport, supportTable } from './support.ts'

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
  it('has a decoder for whatever it encodes', () => {
    for (const { decoders, encoder, transferSyntax } of supportTable)
      assert.ok(encoder === null || decoders.length > 0, transferSyntax.name)
  })
})
