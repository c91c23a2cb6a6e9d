import {
  encodeDataSet, readDataSet, readPart10, scanPart10, SopClasses, Tags, transferSyntaxOf, TransferSyntaxes, type TransferSyntax,
} from '@filmjacket/dicom-data'
import { decodeFrame, readFrame, transcode } from '@filmjacket/dicom-pixel'
import { beforeAll, describe, expect, it } from 'vitest'
import { fileOf as imageFileOf, makeImage, type Image } from '../../tests/setup/images.ts'
import { formsOf, inForm } from './form.ts'
import type { PlacedInstance } from './store/instances.ts'
import { inChunks, testArchive, type TestArchive } from './testing.ts'

const { explicitVrLittleEndian, implicitVrLittleEndian, explicitVrBigEndian, deflatedExplicitVrLittleEndian, jpegLsLossless } = TransferSyntaxes
const NATIVE = [explicitVrLittleEndian, implicitVrLittleEndian]
const ORIGIN = { kind: 'import' } as const

let it_: TestArchive
beforeAll(async () => {
  it_ = await testArchive()
})

async function stored(bytes: Uint8Array): Promise<PlacedInstance> {
  const outcome = await it_.archive.ingest.file(ORIGIN, inChunks(bytes, 1_000))
  if (outcome.kind !== 'stored') throw new Error(outcome.kind)
  const [instance] = await it_.archive.instancesOf(outcome.studyId)
  if (instance === undefined) throw new Error('no instance')
  return instance
}

async function joined(parts: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = []
  for await (const part of parts) all.push(Buffer.from(part))
  return Buffer.concat(all)
}

async function made(instance: PlacedInstance, form: TransferSyntax): Promise<Buffer> {
  const outcome = await inForm(instance, form.uid, it_.blobs)
  return outcome.kind === 'made' ? joined(outcome.dataSet) : Promise.reject(new Error(outcome.reason))
}

/** Stored cells of the first frame. */
async function cellsOf({ dataSet, ...meta }: Image): Promise<unknown> {
  const file = imageFileOf({ dataSet, ...meta })
  const scanner = scanPart10()
  scanner.push(file)
  const { inflatedBulk, ...scan } = scanner.end()
  expect(inflatedBulk).toBeNull()
  const frame = await readFrame(scan, 0, (start, end) => Promise.resolve(file.subarray(start, end)))
  const decoded = frame && (await decodeFrame(scan.dataSet, scan.transferSyntax, frame))
  return decoded?.kind === 'decoded' ? [...decoded.cells] : decoded
}

async function compressed(image: Image): Promise<Image> {
  const file = imageFileOf(image)
  const scanner = scanPart10()
  scanner.push(file)
  const outcome = await transcode({ ...scanner.end(), read: (start, end) => Promise.resolve(file.subarray(start, end)) }, jpegLsLossless)
  if (outcome.kind === 'unsupported') throw new Error(outcome.reason)
  const whole = await joined(outcome.bytes)
  return { ...image, transferSyntaxUid: jpegLsLossless.uid, dataSet: whole.subarray(readPart10(whole).dataSetStart) }
}

describe('formsOf', () => {
  const kind = (syntax: TransferSyntax) => ({ sopClassUid: SopClasses.ctImageStorage, transferSyntaxUid: syntax.uid })
  it('prefers what is stored, then what most can read', () => {
    expect(formsOf(kind(implicitVrLittleEndian), false)).toEqual([implicitVrLittleEndian.uid, explicitVrLittleEndian.uid])
    expect(formsOf(kind(jpegLsLossless), false).slice(0, 2)).toEqual([jpegLsLossless.uid, explicitVrLittleEndian.uid])
  })
  it('offers nothing compressed to who wants it decompressed', () => {
    expect(formsOf(kind(jpegLsLossless), true)).not.toContain(jpegLsLossless.uid)
    expect(formsOf(kind(deflatedExplicitVrLittleEndian), true)).not.toContain(deflatedExplicitVrLittleEndian.uid)
    expect(formsOf(kind(explicitVrLittleEndian), true)[0]).toBe(explicitVrLittleEndian.uid)
  })
})

describe('inForm', () => {
  it('sends what is taken as it is stored, to the byte', async () => {
    const image = makeImage()
    expect(await made(await stored(imageFileOf(image)), explicitVrLittleEndian)).toEqual(Buffer.from(image.dataSet))
  })

  /** Elements behind the pixels and in sequences, private ones too. */
  const elements = {
    [Tags.RequestAttributesSequence]: [{ [Tags.RequestedProcedureID]: 'R1', [Tags.ScheduledProtocolCodeSequence]: [{ [Tags.CodeValue]: 'C1' }] }],
    0x00090010: { vr: 'LO', value: 'MAKER' }, 0x00091001: { vr: 'UN', value: new Uint8Array([1, 2, 3, 4]) },
    [Tags.DataSetTrailingPadding]: { vr: 'OB', value: new Uint8Array(10) },
  } as const
  for (const from of [...NATIVE, explicitVrBigEndian, deflatedExplicitVrLittleEndian]) {
    for (const to of NATIVE.filter(({ uid }) => uid !== from.uid)) {
      const isAlike = !from.deflated && from.littleEndian
      if (!isAlike && !formsOf({ sopClassUid: '', transferSyntaxUid: from.uid }, false).includes(to.uid)) continue
      if (!isAlike && !to.explicitVr) continue
      it(`writes ${from.name} as ${to.name}, with the same values`, async () => {
        const image = makeImage({ transferSyntax: from, elements, patientId: `P ${from.name}` })
        const dataSet = await made(await stored(imageFileOf(image)), to)
        const written = readDataSet(dataSet, to)
        const original = makeImage({ transferSyntax: to, elements, patientId: `P ${from.name}`, instanceUid: image.sopInstanceUid,
          studyUid: written.text(Tags.StudyInstanceUID) ?? '', seriesUid: written.text(Tags.SeriesInstanceUID) ?? '' })
        if (isAlike) expect(dataSet).toEqual(Buffer.from(original.dataSet))
        expect(await cellsOf({ ...image, transferSyntaxUid: to.uid, dataSet })).toEqual(await cellsOf(from.deflated ? original : image))
        expect(written.items(Tags.RequestAttributesSequence)[0]?.text(Tags.RequestedProcedureID)).toBe('R1')
      })
    }
  }

  it('decompresses', async () => {
    const image = makeImage({ patientId: 'P-compressed' })
    const instance = await stored(imageFileOf(await compressed(image)))
    expect(instance.transferSyntaxUid).toBe(jpegLsLossless.uid)
    const dataSet = await made(instance, explicitVrLittleEndian)
    expect(await cellsOf({ ...image, dataSet })).toEqual(await cellsOf(image))
  })

  for (const from of [explicitVrLittleEndian, explicitVrBigEndian, deflatedExplicitVrLittleEndian]) {
    it(`writes an object without pixels in ${from.name} anew`, async () => {
      const uid = `1.2.77.${from.uid.slice(-1)}`
      const report = {
        [Tags.SOPClassUID]: SopClasses.basicTextSr, [Tags.SOPInstanceUID]: `${uid}.1.1`, [Tags.StudyInstanceUID]: uid,
        [Tags.SeriesInstanceUID]: `${uid}.1`, [Tags.PatientID]: `P ${from.name}`, [Tags.PatientName]: 'Müller^Jörg', [Tags.Modality]: 'SR',
        [Tags.ContentSequence]: [{ [Tags.ValueType]: 'NUM', [Tags.MeasuredValueSequence]: [{ [Tags.NumericValue]: '7' }], [Tags.Rows]: 258 }],
      }
      const image = { sopClassUid: SopClasses.basicTextSr, sopInstanceUid: `${uid}.1.1`, transferSyntaxUid: from.uid, dataSet: encodeDataSet(report, from) }
      const instance = await stored(imageFileOf(image))
      expect(await made(instance, implicitVrLittleEndian)).toEqual(Buffer.from(encodeDataSet(report, implicitVrLittleEndian)))
    })
  }

  it('tells what it cannot make', async () => {
    const broken = { ...makeImage({ patientId: 'P-broken' }), transferSyntaxUid: jpegLsLossless.uid }
    const syntax = transferSyntaxOf(jpegLsLossless.uid)
    const dataSet = encodeDataSet({
      [Tags.SOPClassUID]: broken.sopClassUid, [Tags.SOPInstanceUID]: broken.sopInstanceUid, [Tags.StudyInstanceUID]: '1.2.88',
      [Tags.SeriesInstanceUID]: '1.2.88.1', [Tags.PatientID]: 'P-broken',
    }, syntax)
    // Pixel Data of one fragment that is no code stream.
    const pixels = Buffer.from('e07f10004f420000fffffffffeff00e000000000feff00e0040000000102030' + '4feffdde000000000', 'hex')
    const instance = await stored(imageFileOf({ ...broken, dataSet: Buffer.concat([dataSet, pixels]) }))
    expect((await inForm(instance, explicitVrLittleEndian.uid, it_.blobs)).kind).toBe('impossible')
  })
})
