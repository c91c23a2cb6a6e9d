import assert from 'node:assert/strict'
import { crc32, crc32Of, open, parseBlobId, sizeOf, slice, type BlobReader, type ExtentList } from '@filmjacket/bytes'
import { describe, it } from 'vitest'
import type { Changes } from './changes.ts'
import { Tags } from './dictionary.ts'
import type { ElementMap } from './element-map.ts'
import { encodeDataSet, encodeElementHeader, encodeItemHeader } from './encode.ts'
import { joined } from './growing-bytes.ts'
import { readPart10, scanPart10 } from './part10.ts'
import { readDataSet } from './read-data-set.ts'
import type { Scan } from './scan.ts'
import { ITEM, SEQUENCE_END } from './tag.ts'
import { encapsulatedPixels, fileOf, image, INSTANCE, pixels, scanInChunks } from './testing.ts'
import { TransferSyntaxes, type TransferSyntax } from './transfer-syntax.ts'
import { deriveFile, viewOf } from './view.ts'
import { UNDEFINED_LENGTH } from './element-header.ts'

const {
  deflatedExplicitVrLittleEndian: deflatedSyntax, explicitVrBigEndian, explicitVrLittleEndian: explicit, implicitVrLittleEndian: implicit,
  jpegBaseline,
} = TransferSyntaxes

const BLOB = parseBlobId('ab'.repeat(32))
const NOWHERE: BlobReader = { read: () => { throw new Error('a view reads no blob') } }

function scan(file: Uint8Array): Scan {
  return scanInChunks(scanPart10({ valueBytes: 60_000 }), file, [file.length])
}

async function bytesOf(list: ExtentList, file: Uint8Array): Promise<Uint8Array> {
  const reader: BlobReader = { ...NOWHERE, read: (_, start, end) => oneOf(file.subarray(start, end)) }
  const parts: Uint8Array[] = []
  for await (const part of open(list, reader)) parts.push(part)
  return joined(parts)
}

async function* oneOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes)
}

/** The file with changes; checks that size and CRC were right before a byte was read. */
async function viewed(file: Uint8Array, changes: Changes): Promise<Uint8Array> {
  const view = viewOf(scan(file), BLOB, changes)
  assert.equal(view.kind, 'ready')
  const bytes = await bytesOf(view.list, file)
  assert.equal(bytes.length, sizeOf(view.list))
  assert.equal(crc32(bytes), crc32Of(view.list))
  const { dataSetStart } = readPart10(bytes)
  assert.equal(dataSetStart, view.dataSetStart)
  return bytes
}

async function dataSetOf(file: Uint8Array, changes: Changes): Promise<Uint8Array> {
  const bytes = await viewed(file, changes)
  return bytes.subarray(readPart10(bytes).dataSetStart)
}

/** Looks into every item and changes nothing. */
const everywhere: Changes = { items: () => everywhere }

const object: ElementMap = {
  ...image,
  0x00090010: { vr: 'LO', value: 'ACME' },
  0x00091001: { vr: 'OB', value: new Uint8Array(70_000) },
  [Tags.SurfaceSequence]: [{ [Tags.SurfacePointsSequence]: [{ [Tags.PointCoordinatesData]: new Uint8Array(64_000) }] }, {}],
  [Tags.PixelData]: pixels,
  [Tags.DataSetTrailingPadding]: new Uint8Array(10),
}

describe('viewOf', () => {
  for (const syntax of [explicit, implicit, explicitVrBigEndian]) {
    for (const undefinedLengthSequences of [false, true]) {
      const dataSet = encodeDataSet(object, syntax, { undefinedLengthSequences })
      const file = fileOf(dataSet, syntax)
      const form = undefinedLengthSequences ? 'delimiters' : 'lengths'

      it(`without changes is the data set to the byte: ${syntax.name}, ${form}`, async () => {
        assert.deepEqual(await dataSetOf(file, {}), dataSet)
        assert.deepEqual(await dataSetOf(file, everywhere), dataSet)
      })

      it(`is what would have been written with the changes: ${syntax.name}, ${form}`, async () => {
        const set = { [Tags.PatientName]: 'Doe^Jane', [Tags.PatientSex]: 'F', [Tags.SeriesNumber]: 7, [Tags.ContentSequence]: [{ [Tags.Rows]: 1 }] }
        const expected: ElementMap = { ...object, ...set, [Tags.SpecificCharacterSet]: 'ISO_IR 192' }
        const without = Object.fromEntries(Object.entries(expected).filter(([tag]) => Number(tag) >>> 16 !== 9))
        const changes = { set, remove: (tag: number) => tag >>> 16 === 9 }
        const bytes = await dataSetOf(file, changes)
        assert.deepEqual(
          [...readDataSet(bytes, syntax).tags()], [...readDataSet(encodeDataSet(without, syntax), syntax).tags()])
        if (!undefinedLengthSequences) assert.deepEqual(bytes, encodeDataSet(without, syntax))
      })

      it(`changes items, and the lengths around them: ${syntax.name}, ${form}`, async () => {
        const inner: Changes = { set: { [Tags.CodeValue]: 'CHANGED', [Tags.CodingSchemeDesignator]: 'DCM' } }
        const bytes = await dataSetOf(file, {
          items: (tag) => (tag === Tags.RequestAttributesSequence
            ? { items: () => inner, remove: new Set([Tags.ScheduledProcedureStepID]) }
            : { items: () => ({ remove: new Set([Tags.PointCoordinatesData]) }) }),
        })
        const expected = encodeDataSet({
          ...object,
          [Tags.RequestAttributesSequence]: [
            { [Tags.ScheduledProtocolCodeSequence]: [{ [Tags.CodeValue]: 'CHANGED', [Tags.CodingSchemeDesignator]: 'DCM' }] }, {},
          ],
          [Tags.SurfaceSequence]: [{ [Tags.SurfacePointsSequence]: [{}] }, {}],
          [Tags.SpecificCharacterSet]: 'ISO_IR 192',
        }, syntax, { undefinedLengthSequences })
        assert.deepEqual(bytes, expected)
      })
    }
  }

  it('keeps fragments, and takes them from where they lie', async () => {
    const file = fileOf(joined([encodeDataSet(image, jpegBaseline), encapsulatedPixels([pixels, pixels], jpegBaseline)]), jpegBaseline)
    const { bulk } = scan(file)
    const view = viewOf(scan(file), BLOB, { set: { [Tags.PatientID]: 'another' } })
    assert.equal(view.kind, 'ready')
    assert.deepEqual(view.list.map(({ kind }) => kind), ['literal', 'range', 'literal'])
    const bytes = await bytesOf(view.list, file)
    const again = scan(bytes)
    assert.equal(again.dataSet.text(Tags.PatientID), 'another')
    assert.deepEqual(bytes.subarray(again.bulk?.start, again.bulk?.end), file.subarray(bulk?.start, bulk?.end))
    assert.equal(sizeOf(slice(view.list, view.dataSetStart, sizeOf(view.list))), again.size - again.dataSetStart)
  })

  it('can drop the pixels, or put others in their place', async () => {
    const file = fileOf(encodeDataSet(object, explicit), explicit)
    assert.equal(scan(await viewed(file, { remove: new Set([Tags.PixelData]) })).bulk, null)
    const other = await viewed(file, { set: { [Tags.PixelData]: Uint8Array.of(9, 9) } })
    assert.deepEqual(readPart10(other).dataSet.bytes(Tags.PixelData), Uint8Array.of(9, 9))
  })

  it('tells the new UIDs in File Meta Information', async () => {
    const file = fileOf(encodeDataSet(object, explicit), explicit)
    const { meta } = readPart10(await viewed(file, { set: { [Tags.SOPInstanceUID]: '1.2.3' } }))
    assert.deepEqual(
      [meta?.text(Tags.MediaStorageSOPInstanceUID), meta?.text(Tags.TransferSyntaxUID)], ['1.2.3', explicit.uid])
    assert.equal(readPart10(await viewed(file, {})).meta?.text(Tags.MediaStorageSOPInstanceUID), INSTANCE)
  })

  it('corrects the length of a group that changed, and of no other', async () => {
    const bytes = joined([
      encodeDataSet({ 0x00080000: 18, [Tags.Modality]: 'CT', [Tags.Manufacturer]: '' }, explicit),
      encodeDataSet({ 0x00100000: 999, [Tags.PatientID]: 'P', [Tags.PatientSex]: 'F' }, explicit),
    ])
    const changes = { set: { [Tags.StudyDescription]: 'Thorax' }, remove: new Set([Tags.Manufacturer]) }
    const changed = readDataSet(await dataSetOf(fileOf(bytes, explicit), changes), explicit)
    assert.deepEqual([changed.number(0x00080000), changed.number(0x00100000)], [24, 999])
  })

  it('reads what says implicit and is explicit, and keeps it so', async () => {
    const dataSet = encodeDataSet(object, explicit)
    const bytes = await dataSetOf(fileOf(dataSet, implicit), { set: { [Tags.PatientID]: 'ab' } })
    assert.deepEqual(bytes, encodeDataSet({ ...object, [Tags.PatientID]: 'ab' }, explicit))
  })

  it('looks into a sequence whose VR was lost', async () => {
    const items = encodeDataSet({ [Tags.RequestAttributesSequence]: [{ [Tags.PatientID]: 'secret' }, {}] }, implicit).slice(8)
    const lost = { ...image, [Tags.RequestAttributesSequence]: { vr: 'UN', value: items } } as const
    const bytes = await dataSetOf(fileOf(encodeDataSet(lost, explicit), explicit), {
      items: () => ({ set: { [Tags.PatientID]: 'X' } }),
    })
    const read = readDataSet(bytes, explicit)
    assert.deepEqual(read.items(Tags.RequestAttributesSequence).map((item) => item.text(Tags.PatientID)), ['X', 'X'])
    assert.equal(read.vr(Tags.RequestAttributesSequence), 'UN')
    assert.equal(read.number(Tags.Columns), 3)
  })

  it('keeps two sequences of one tag apart', async () => {
    const sequence = (items: readonly ElementMap[]) => encodeDataSet({ [Tags.ContentSequence]: items }, explicit)
    const bytes = joined([sequence([{ [Tags.Rows]: 1 }, {}]), sequence([{ [Tags.Rows]: 2 }]), encodeDataSet({ [Tags.VerificationFlag]: 'X' }, explicit)])
    assert.deepEqual(await dataSetOf(fileOf(bytes, explicit), everywhere), bytes)
  })

  it('takes fragments for no items, whatever their VR says', async () => {
    const bytes = joined([
      encodeDataSet({ [Tags.FloatPixelData]: new Uint8Array(4) }, explicit),
      encodeElementHeader(Tags.PixelData, 'SQ', UNDEFINED_LENGTH, explicit),
      encodeItemHeader(ITEM, 0, explicit), encodeItemHeader(SEQUENCE_END, 0, explicit),
    ])
    assert.deepEqual(await dataSetOf(fileOf(bytes, explicit), everywhere), bytes)
  })

  it('keeps an implicit element among explicit ones', async () => {
    const odd = joined([encodeElementHeader(Tags.PixelData, 'OW', 6, implicit), pixels])
    const bytes = joined([encodeDataSet(image, explicit), odd])
    assert.deepEqual(await dataSetOf(fileOf(bytes, explicit), {}), bytes)
  })

  it('has UIDs in its meta group, or none', async () => {
    const file = fileOf(encodeDataSet({ [Tags.PatientID]: 'P' }, explicit), explicit)
    assert.equal(readPart10(await viewed(file, { set: { [Tags.SOPInstanceUID]: 'no uid' } })).meta?.text(Tags.MediaStorageSOPInstanceUID), undefined)
  })

  it('replaces each of two elements of one tag by one', async () => {
    const twice = joined([encodeDataSet({ [Tags.PatientID]: 'a' }, explicit), encodeDataSet({ [Tags.PatientID]: 'b' }, explicit)])
    const bytes = await dataSetOf(fileOf(twice, explicit), { set: { [Tags.PatientID]: 'c' } })
    assert.deepEqual(bytes, encodeDataSet({ [Tags.PatientID]: 'c' }, explicit))
  })

  describe('of text', () => {
    const latin = {
      ...image, [Tags.SpecificCharacterSet]: 'ISO_IR 100', [Tags.StudyDescription]: 'Schädel',
      [Tags.ContentSequence]: [
        { [Tags.TextValue]: 'Größe' },
        { [Tags.SpecificCharacterSet]: 'ISO_IR 144', [Tags.TextValue]: 'Люк' },
      ],
    }
    const file = fileOf(encodeDataSet(latin, explicit), explicit)
    const textsIn = (bytes: Uint8Array) => {
      const read = readDataSet(bytes, explicit)
      return [read.characterSets, read.text(Tags.PatientName), read.text(Tags.StudyDescription),
        ...read.items(Tags.ContentSequence).map((item) => item.text(Tags.TextValue))]
    }

    it('is written in the character set of the object', async () => {
      const bytes = await dataSetOf(file, { set: { [Tags.PatientName]: 'Gül^Ayça' } })
      assert.deepEqual(textsIn(bytes), [['ISO_IR 100'], 'Gül^Ayça', 'Schädel', 'Größe', 'Люк'])
      assert.deepEqual(readDataSet(bytes, explicit).bytes(Tags.PatientName)?.length, 8)
    })
    it('brings the object into UTF-8 where that does not do', async () => {
      const bytes = await dataSetOf(file, { set: { [Tags.PatientName]: '山田^太郎' } })
      assert.deepEqual(textsIn(bytes), [['ISO_IR 192'], '山田^太郎', 'Schädel', 'Größe', 'Люк'])
      assert.deepEqual(readDataSet(bytes, explicit).items(Tags.ContentSequence)[1]?.has(Tags.SpecificCharacterSet), false)
    })
    it('is brought into the character set that is set', async () => {
      const bytes = await dataSetOf(file, { set: { [Tags.SpecificCharacterSet]: ['ISO 2022 IR 100', 'ISO 2022 IR 144'] } })
      assert.deepEqual(textsIn(bytes), [['ISO 2022 IR 100', 'ISO 2022 IR 144'], 'Müller^Jörg', 'Schädel', 'Größe', 'Люк'])
    })
    it('is refused where it does not fit the set that was asked for', () => {
      assert.throws(() => viewOf(scan(file), BLOB, { set: { [Tags.SpecificCharacterSet]: 'ISO_IR 101' } }), RangeError)
    })
  })
})

describe('deriveFile', () => {
  async function derived(file: Uint8Array, changes: Changes, size = 1000): Promise<Uint8Array> {
    const parts: Uint8Array[] = []
    const chunks = async function* () {
      for (let at = 0; at < file.length; at += size) yield await Promise.resolve(file.subarray(at, at + size))
    }
    for await (const part of deriveFile(scan(file), changes, chunks())) parts.push(part.slice())
    return joined(parts)
  }
  const set = { [Tags.PatientID]: 'another', [Tags.SOPInstanceUID]: '1.2.3' }

  it('makes the view of a deflated object', async () => {
    const file = fileOf(encodeDataSet(object, deflatedSyntax), deflatedSyntax)
    assert.deepEqual(viewOf(scan(file), BLOB, { set }), { kind: 'derive' })
    for (const size of [1, 7, 1000, 100_000]) {
      const bytes = await derived(file, { set }, size)
      const { meta, dataSet, transferSyntax } = readPart10(bytes)
      assert.equal(bytes.length % 2, 0)
      assert.deepEqual([transferSyntax, meta?.text(Tags.MediaStorageSOPInstanceUID)], [deflatedSyntax, '1.2.3'])
      const expected = readDataSet(encodeDataSet({ ...object, ...set }, explicit), explicit)
      for (const tag of expected.tags()) {
        if (tag !== Tags.SpecificCharacterSet) assert.deepEqual(dataSet.bytes(tag), expected.bytes(tag))
      }
    }
  })

  it('refuses stored bytes that end too soon', async () => {
    const syntax: TransferSyntax = deflatedSyntax
    const file = fileOf(encodeDataSet(object, syntax), syntax)
    const short = async function* () { yield await Promise.resolve(file.subarray(0, -8)) }
    await assert.rejects(async () => {
      for await (const part of deriveFile(scan(file), { set }, short())) assert.ok(part)
    }, /cut|end|inflate/i)
  })

  it('gives the same as the extent list of an object that is not deflated', async () => {
    const file = fileOf(encodeDataSet(object, explicit), explicit)
    assert.deepEqual(await derived(file, { set }), await viewed(file, { set }))
  })
})

it('an element that ends a header of its own is copied whole', async () => {
  const file = fileOf(joined([encodeDataSet(image, explicit), encodeElementHeader(Tags.ImageComments, 'LT', 0, explicit)]), explicit)
  assert.equal(readPart10(await viewed(file, {})).dataSet.has(Tags.ImageComments), true)
})
