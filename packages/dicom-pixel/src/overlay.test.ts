import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { Tags, TransferSyntaxes } from '@filmjacket/dicom-data'
import { paintFrame } from './frame.ts'
import { dataSetOf, shape, type Elements } from './testing.ts'

const syntax = TransferSyntaxes.explicitVrLittleEndian

function plane(rows: number, columns: number, origin: readonly number[], bits: number): Elements {
  return {
    [Tags.OverlayRows]: rows, [Tags.OverlayColumns]: columns, [Tags.OverlayOrigin]: { vr: 'SS', value: origin },
    [Tags.OverlayBitsAllocated]: 1, [Tags.OverlayBitPosition]: 0, [Tags.OverlayData]: { vr: 'OW', value: Uint8Array.of(bits, bits >> 8) },
  }
}

async function painted(overlay: Elements, options: { frameIndex?: number; overlays?: boolean } = { overlays: true }) {
  const dataSet = dataSetOf({ ...shape(2, 3, 8, 'MONOCHROME2'), ...overlay })
  const picture = await paintFrame(dataSet, syntax, Uint8Array.of(1, 2, 3, 4, 5, 6), options)
  assert.equal(picture.kind, 'picture')
  return [...picture.bytes]
}

describe('overlays', () => {
  it('are drawn in white where their bits are set, lowest bit first', async () => {
    assert.deepEqual(await painted(plane(2, 3, [1, 1], 0b100_001)), [255, 2, 3, 4, 5, 255])
  })
  it('are drawn only if asked for', async () => {
    assert.deepEqual(await painted(plane(2, 3, [1, 1], 0b111_111), {}), [1, 2, 3, 4, 5, 6])
  })
  it('are cut at the edges of the image', async () => {
    assert.deepEqual(await painted(plane(2, 2, [0, 0], 0b1111)), [255, 2, 3, 4, 5, 6])
    assert.deepEqual(await painted(plane(2, 2, [2, 3], 0b1111)), [1, 2, 3, 4, 5, 255])
  })
  it('of several groups are all drawn', async () => {
    const second = Object.fromEntries(Object.entries(plane(1, 1, [2, 1], 1)).map(([tag, value]) => [Number(tag) + 0x20000, value]))
    assert.deepEqual(await painted({ ...plane(1, 1, [1, 1], 1), ...second }), [255, 2, 3, 255, 5, 6])
  })
  it('belong to the frame that they are of', async () => {
    const two = { ...plane(1, 2, [1, 1], 0b1001), [Tags.NumberOfFramesInOverlay]: 2, [Tags.ImageFrameOrigin]: 2 }
    assert.deepEqual(await painted(two, { overlays: true, frameIndex: 0 }), [1, 2, 3, 4, 5, 6])
    assert.deepEqual(await painted(two, { overlays: true, frameIndex: 1 }), [255, 2, 3, 4, 5, 6])
    assert.deepEqual(await painted(two, { overlays: true, frameIndex: 2 }), [1, 255, 3, 4, 5, 6])
  })
  it('are found in spare bits of the cells', async () => {
    const embedded = {
      ...shape(1, 2, 16, 'MONOCHROME2'), [Tags.BitsStored]: 8, [Tags.HighBit]: 7,
      [Tags.OverlayRows]: 1, [Tags.OverlayColumns]: 2, [Tags.OverlayOrigin]: { vr: 'SS', value: [1, 1] }, [Tags.OverlayBitPosition]: 12,
    } as const
    const picture = await paintFrame(dataSetOf(embedded), syntax, Uint8Array.of(7, 0, 7, 0x10), { overlays: true })
    assert.ok(picture.kind === 'picture')
    assert.deepEqual([...picture.bytes], [7, 255])
  })
  it('that are shorter than they say are left out', async () => {
    assert.deepEqual(await painted(plane(200, 300, [1, 1], 0xffff)), [1, 2, 3, 4, 5, 6])
  })
})
