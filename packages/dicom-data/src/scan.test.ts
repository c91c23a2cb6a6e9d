import assert from 'node:assert/strict'
import { crc32 } from '@filmjacket/bytes'
import { describe, it } from 'vitest'
import { Tags } from './dictionary.ts'
import { encodeDataSet, encodeElementHeader, encodeItemHeader } from './encode.ts'
import { joined } from './growing-bytes.ts'
import { scanPart10 } from './part10.ts'
import { scanDataSet } from './scan-data-set.ts'
import { SopClasses } from './sop-classes.ts'
import {
  encapsulatedPixels,
  fileOf,
  image,
  imageFile,
  INSTANCE,
  pixels,
  scanInChunks,
  summary,
} from './testing.ts'
import { TransferSyntaxes, type TransferSyntax } from './transfer-syntax.ts'

const {
  deflatedExplicitVrLittleEndian,
  explicitVrBigEndian,
  explicitVrLittleEndian,
  implicitVrLittleEndian,
  jpegBaseline,
} = TransferSyntaxes
const native = [implicitVrLittleEndian, explicitVrLittleEndian, explicitVrBigEndian]

function scan(file: Uint8Array) {
  return scanInChunks(scanPart10(), file, [file.length])
}

function spanOf(bytes: Uint8Array) {
  return { length: bytes.length, crc32: crc32(bytes) }
}

describe('scanPart10', () => {
  for (const syntax of [...native, deflatedExplicitVrLittleEndian]) {
    it(`reads the header of ${syntax.name}`, () => {
      const { dataSet, meta, transferSyntax } = scan(imageFile(syntax))
      assert.equal(transferSyntax, syntax)
      assert.equal(meta?.text(Tags.MediaStorageSOPInstanceUID), INSTANCE)
      assert.equal(dataSet.text(Tags.PatientName), 'Müller^Jörg')
      assert.equal(dataSet.number(Tags.Columns), 3)
      const [first, second] = dataSet.items(Tags.RequestAttributesSequence)
      assert.equal(first?.items(Tags.ScheduledProtocolCodeSequence)[0]?.text(Tags.CodeValue), '113014')
      assert.equal(second?.text(Tags.ScheduledProcedureStepID), 'S2')
    })

    it(`finds the same byte by byte and in any chunks, ${syntax.name}`, () => {
      const file = imageFile(syntax)
      const whole = summary(scan(file))
      for (const sizes of [[1], [2], [7], [131, 1, 3], [1, 500]]) {
        assert.deepEqual(summary(scanInChunks(scanPart10(), file, sizes)), whole, `chunks of ${sizes.join()}`)
      }
    })
  }

  for (const syntax of native) {
    it(`tells where native pixels lie, ${syntax.name}`, () => {
      const file = imageFile(syntax)
      const { bulk, header, dataSetStart, omitted, spans } = scan(file)
      assert.ok(bulk !== null)
      assert.deepEqual(file.slice(bulk.start, bulk.end), pixels)
      assert.deepEqual([bulk.tag, bulk.undefinedLength, bulk.fragments], [Tags.PixelData, false, null])
      assert.deepEqual(header, encodeDataSet({ ...image, [Tags.PixelData]: null }, syntax))
      const at = bulk.start - dataSetStart
      assert.deepEqual(omitted, [{ tag: Tags.PixelData, at, start: bulk.start, end: bulk.end, crc32: crc32(pixels) }])
      assert.deepEqual(spans.before, spanOf(file.slice(0, bulk.start)))
      assert.deepEqual(spans.within, spanOf(pixels))
      assert.deepEqual(spans.after, spanOf(new Uint8Array(0)))
    })
  }

  it('neither mixes up scans that run side by side nor changes what an earlier one found', () => {
    const files = native.map(imageFile)
    const alone = files.map((file) => summary(scan(file)))
    const scanners = files.map(() => scanPart10())
    for (let at = 0; files.some((file) => at < file.length); at += 50) {
      for (const [number, file] of files.entries()) scanners[number]?.push(file.subarray(at, at + 50))
    }
    const scans = scanners.map((scanner) => scanner.end())
    for (const file of files) scan(file.fill(0, file.length - 2))
    assert.deepEqual(scans.map(summary), alone)
  })

  it('tells where each fragment lies, and what is behind them', () => {
    const fragments = [Uint8Array.of(0xff, 0xd8), Uint8Array.of(0xfe, 0xff, 0xdd, 0xe0)]
    const trailing = encodeDataSet({ [Tags.DataSetTrailingPadding]: new Uint8Array(30) }, jpegBaseline)
    const dataSet = joined([
      encodeDataSet(image, jpegBaseline),
      encapsulatedPixels(fragments, jpegBaseline),
      trailing,
    ])
    const file = fileOf(dataSet, jpegBaseline)
    const { bulk, spans } = scan(file)
    assert.ok(bulk !== null)
    assert.equal(bulk.undefinedLength, true)
    assert.deepEqual(
      bulk.fragments?.map(({ start, end }) => file.slice(start, end)),
      [new Uint8Array(0), ...fragments],
    )
    assert.equal(file.length - bulk.end, 8 + trailing.length)
    assert.deepEqual(spans.within, spanOf(file.slice(bulk.start, bulk.end)))
    assert.deepEqual(spans.after, spanOf(file.slice(bulk.end)))
    for (const sizes of [[1], [3], [9, 2]]) {
      assert.deepEqual(summary(scanInChunks(scanPart10(), file, sizes)), summary(scan(file)))
    }
  })

  it('places the pixels of a deflated data set in the inflated one', () => {
    const syntax = deflatedExplicitVrLittleEndian
    const { bulk, inflatedBulk, spans, size } = scan(imageFile(syntax))
    const inflated = encodeDataSet({ ...image, [Tags.PixelData]: pixels }, explicitVrLittleEndian)
    assert.equal(bulk, null)
    assert.deepEqual(inflated.slice(inflatedBulk?.start, inflatedBulk?.end), pixels)
    assert.equal(spans.before.length, size)
  })

  it('takes an Encapsulated Document as bulk, and keeps what is behind it', () => {
    const pdf = {
      ...image,
      [Tags.EncapsulatedDocument]: Uint8Array.of(37, 80, 68, 70),
      [Tags.MIMETypeOfEncapsulatedDocument]: 'application/pdf',
    }
    const { bulk, dataSet } = scan(fileOf(encodeDataSet(pdf, explicitVrLittleEndian), explicitVrLittleEndian))
    assert.equal(bulk?.tag, Tags.EncapsulatedDocument)
    assert.equal(bulk.end - bulk.start, 4)
    assert.equal(dataSet.bytes(Tags.EncapsulatedDocument), undefined)
    assert.equal(dataSet.omission(Tags.EncapsulatedDocument)?.start, bulk.start)
    assert.equal(dataSet.text(Tags.MIMETypeOfEncapsulatedDocument), 'application/pdf')
  })

  it('gives the whole data set as header where there is no bulk', () => {
    const dataSet = encodeDataSet(image, explicitVrLittleEndian)
    const { bulk, header, spans } = scan(fileOf(dataSet, explicitVrLittleEndian))
    assert.equal(bulk, null)
    assert.deepEqual(header, dataSet)
    assert.equal(spans.within.length + spans.after.length, 0)
  })
})

describe('scanDataSet', () => {
  it('counts from the first byte of the data set', () => {
    const dataSet = encodeDataSet({ ...image, [Tags.PixelData]: pixels }, implicitVrLittleEndian)
    const { bulk, dataSetStart, meta } = scanInChunks(scanDataSet(implicitVrLittleEndian.uid), dataSet, [5])
    assert.deepEqual([dataSetStart, meta], [0, null])
    assert.deepEqual(dataSet.slice(bulk?.start, bulk?.end), pixels)
  })

  it('reads an unknown transfer syntax as explicit little endian with fragments', () => {
    const dataSet = joined([encodeDataSet(image, jpegBaseline), encapsulatedPixels([pixels], jpegBaseline)])
    const { bulk, transferSyntax } = scanInChunks(scanDataSet('1.2.3.4'), dataSet, [100])
    assert.equal(transferSyntax.name, '1.2.3.4')
    assert.equal(bulk?.fragments?.length, 2)
  })
})

describe('what equipment does against the standard', () => {
  const plain = encodeDataSet(image, explicitVrLittleEndian)

  function name(file: Uint8Array): string | undefined {
    const { dataSet } = scan(file)
    assert.deepEqual(summary(scanInChunks(scanPart10(), file, [1])), summary(scan(file)))
    return dataSet.text(Tags.PatientName)
  }

  const files: { readonly [what: string]: Uint8Array } = {
    'no preamble, no meta, explicit little endian': plain,
    'no preamble, no meta, implicit little endian': encodeDataSet(image, implicitVrLittleEndian),
    'no preamble, no meta, explicit big endian': encodeDataSet(image, explicitVrBigEndian),
    'no preamble, but prefix and meta': imageFile(explicitVrLittleEndian).slice(128),
    'no preamble and no prefix, but meta': imageFile(explicitVrLittleEndian).slice(132),
    'a preamble, but no meta': joined([new Uint8Array(128), Buffer.from('DICM'), plain]),
    'no group length': without(imageFile(explicitVrLittleEndian), 132, 12),
    'one trailing byte': joined([imageFile(explicitVrLittleEndian), Uint8Array.of(10)]),
    'zeros to the end of a sector': joined([imageFile(explicitVrLittleEndian), new Uint8Array(777)]),
    'implicit in name, explicit in bytes': fileOf(plain, implicitVrLittleEndian),
    'a delimiter that ends nothing': fileOf(
      joined([encodeItemHeader(0xfffee00d, 0, explicitVrLittleEndian), plain]),
      explicitVrLittleEndian,
    ),
  }
  for (const [what, file] of Object.entries(files)) {
    it(`reads ${what}`, () => assert.equal(name(file), 'Müller^Jörg'))
  }

  /** (0009,1001) with letters that are no VR, and a value of two bytes. */
  const odd: { readonly [what: string]: readonly number[] } = {
    '"??" with a short length': [0x3f, 0x3f, 2, 0, 65, 66],
    'two NUL with a short length': [0, 0, 2, 0, 65, 66],
    'a VR of the future with a long length': [0x5a, 0x5a, 0, 0, 2, 0, 0, 0, 65, 66],
    'an implicit element among explicit ones': [2, 0, 0, 0, 65, 66],
  }
  for (const [what, bytes] of Object.entries(odd)) {
    it(`steps over ${what}`, () => {
      const file = joined([Uint8Array.of(0x09, 0x00, 0x01, 0x10, ...bytes), plain])
      const { dataSet } = scanInChunks(scanDataSet(explicitVrLittleEndian.uid), file, [1])
      assert.deepEqual([...(dataSet.bytes(0x00091001) ?? [])], [65, 66])
      assert.equal(dataSet.vr(0x00091001), 'UN')
      assert.equal(dataSet.text(Tags.PatientID), 'P 1')
    })
  }

  it('reads UN of undefined length as implicit items, in big endian too', () => {
    const items = joined([
      encodeItemHeader(0xfffee000, 0xffffffff, implicitVrLittleEndian),
      encodeDataSet({ [Tags.PatientID]: 'inner' }, implicitVrLittleEndian),
      encodeItemHeader(0xfffee00d, 0, implicitVrLittleEndian),
      encodeItemHeader(0xfffee0dd, 0, implicitVrLittleEndian),
    ])
    for (const syntax of [explicitVrLittleEndian, explicitVrBigEndian]) {
      const element = encodeElementHeader(0x00091001, 'UN', 0xffffffff, syntax)
      const dataSet = joined([element, items, encodeDataSet(image, syntax)])
      const scanned = scanInChunks(scanDataSet(syntax.uid), dataSet, [1]).dataSet
      assert.equal(scanned.items(0x00091001)[0]?.text(Tags.PatientID), 'inner')
      assert.equal(scanned.number(Tags.Rows), 2)
    }
  })

  it('reads a sequence whose VR was lost on the way', () => {
    const items = encodeDataSet(
      { [Tags.RequestAttributesSequence]: [{ [Tags.PatientID]: 'x' }] },
      implicitVrLittleEndian,
    )
    const lost = { [Tags.RequestAttributesSequence]: { vr: 'UN', value: items.slice(8) } } as const
    const { dataSet } = scan(fileOf(encodeDataSet(lost, explicitVrLittleEndian), explicitVrLittleEndian))
    assert.equal(dataSet.items(Tags.RequestAttributesSequence)[0]?.text(Tags.PatientID), 'x')
  })

  it('reads a value that only the dictionary takes for a sequence as bytes', () => {
    const syntax: TransferSyntax = implicitVrLittleEndian
    const element = { [Tags.PurposeOfReferenceCodeSequence]: { vr: 'CS', value: 'MEANING1' } } as const
    const { dataSet } = scan(fileOf(encodeDataSet({ ...image, ...element }, syntax), syntax))
    assert.deepEqual(dataSet.items(Tags.PurposeOfReferenceCodeSequence), [])
    assert.equal(dataSet.number(Tags.Rows), 2)
  })

  it('ends an item that is not delimited itself by the delimiter of its sequence', () => {
    const syntax = explicitVrLittleEndian
    const sequence = joined([
      encodeElementHeader(Tags.RequestAttributesSequence, 'SQ', 0xffffffff, syntax),
      encodeItemHeader(0xfffee000, 0xffffffff, syntax),
      encodeDataSet({ [Tags.PatientID]: 'x' }, syntax),
      encodeItemHeader(0xfffee0dd, 0, syntax),
      encodeDataSet({ [Tags.PixelRepresentation]: 1 }, syntax),
    ])
    const { dataSet } = scanInChunks(scanDataSet(syntax.uid), sequence, [1])
    assert.equal(dataSet.items(Tags.RequestAttributesSequence)[0]?.text(Tags.PatientID), 'x')
    assert.equal(dataSet.number(Tags.PixelRepresentation), 1)
  })
})

function without(bytes: Uint8Array, start: number, length: number): Uint8Array {
  return joined([bytes.slice(0, start), bytes.slice(start + length)])
}

it('names the SOP Class of the fixture', () => {
  assert.equal(
    scan(imageFile(explicitVrLittleEndian)).dataSet.text(Tags.SOPClassUID),
    SopClasses.secondaryCaptureImageStorage,
  )
})
