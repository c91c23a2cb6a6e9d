/** `filmjacket dicom render` and `dicom transcode`, as somebody types them. */
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  encodeDataSet, encodeElementHeader, encodeFileMeta, encodeItemHeader, readPart10, SopClasses, Tags, TransferSyntaxes, UNDEFINED_LENGTH,
  type ElementMap, type TransferSyntax,
} from '@filmjacket/dicom-data'
import sharp from 'sharp'
import { describe, it } from 'vitest'
import { withFolder, type Scratch } from '../setup/scratch.ts'
import { dicomCommand, linesOf, whyNotBuilt } from './command.ts'

const [SIDE, FRAMES] = [16, 2]
const { explicitVrLittleEndian: explicit, jpegXlLossless, htj2kLossless } = TransferSyntaxes
const uids = { sopClassUid: SopClasses.multiFrameGrayscaleByteSecondaryCaptureImageStorage, sopInstanceUid: '1.2.3' }

const image = {
  [Tags.SOPClassUID]: uids.sopClassUid, [Tags.SOPInstanceUID]: uids.sopInstanceUid, [Tags.PatientName]: 'Müller^Jörg',
  [Tags.Rows]: SIDE, [Tags.Columns]: SIDE, [Tags.NumberOfFrames]: FRAMES, [Tags.SamplesPerPixel]: 1, [Tags.BitsAllocated]: 8,
  [Tags.BitsStored]: 8, [Tags.HighBit]: 7, [Tags.PixelRepresentation]: 0, [Tags.PhotometricInterpretation]: 'MONOCHROME2',
} satisfies ElementMap
const pixels = Uint8Array.from({ length: SIDE * SIDE * FRAMES }, (_, at) => at % 256)

function put(folder: Scratch, name: string, syntax: TransferSyntax, elements: ElementMap, behind = new Uint8Array(0)): string {
  const meta = encodeFileMeta({ ...uids, transferSyntaxUid: syntax.uid })
  return folder.put(name, Buffer.concat([meta, encodeDataSet(elements, syntax), behind]))
}

function good(folder: Scratch, name = 'good.dcm'): string {
  return put(folder, name, explicit, { ...image, [Tags.PixelData]: pixels })
}

/** What nothing here can decode. */
function jpegXl(folder: Scratch): string {
  const stream = Uint8Array.of(0xff, 0x0a, 0, 0)
  const fragments = [new Uint8Array(0), stream, stream].flatMap((bytes) => [encodeItemHeader(0xfffee000, bytes.length, jpegXlLossless), bytes])
  return put(folder, 'xl.dcm', jpegXlLossless, image, Buffer.concat([
    encodeElementHeader(Tags.PixelData, 'OB', UNDEFINED_LENGTH, jpegXlLossless), ...fragments, encodeItemHeader(0xfffee0dd, 0, jpegXlLossless),
  ]))
}

/** One of each kind that cannot be used, and what is said of it. */
function wrong(folder: Scratch): readonly (readonly [string, string])[] {
  return [
    [folder.put('letter.dcm', 'Dear colleague, '.repeat(50)), 'neither a DICOM prefix nor a data set at the start'],
    [folder.put('cut.dcm', readFileSync(good(folder, 'whole.dcm')).subarray(0, 700)), 'ends within a value'],
    [join(folder.path, 'none.dcm'), 'there is no such file'],
    [folder.path, 'it is a folder'],
    [put(folder, 'report.dcm', explicit, { [Tags.SOPInstanceUID]: uids.sopInstanceUid, [Tags.Modality]: 'SR' }), 'not an image'],
    [jpegXl(folder), 'no decoder for JPEG XL Lossless: no codec for JPEG XL'],
  ]
}

function sentences(stderr: string): readonly string[] {
  return stderr.trimEnd().split('\n').sort()
}

function expected(files: readonly (readonly [string, string])[]): readonly string[] {
  return files.map(([file, reason]) => `${file}: ${reason}`).sort()
}

describe('filmjacket dicom render', { timeout: 60_000, skip: whyNotBuilt !== null }, () => {
  it('draws each frame, and says where it is', async () => {
    await withFolder(async (folder) => {
      const out = join(folder.path, 'out/pictures')
      const { status, stdout, stderr } = await dicomCommand('render', good(folder), '--out', out, '--frame', 'all', '--window', '128/256')
      const names = [join(out, 'good.1.png'), join(out, 'good.2.png')]
      assert.deepEqual([status, stderr, stdout.trimEnd().split('\n')], [0, '', names])
      const { data, info } = await sharp(names[1]).extractChannel(0).raw().toBuffer({ resolveWithObject: true })
      assert.deepEqual([info.width, info.height, info.channels], [SIDE, SIDE, 1])
      assert.deepEqual([...data.subarray(0, 3)], [0, 1, 2])
    })
  })

  it('tells of each picture in one line of JSON, and of each file that gives none in one sentence; ends with 2', async () => {
    await withFolder(async (folder) => {
      const [files, out] = [wrong(folder), join(folder.path, 'out')]
      const { status, stdout, stderr } = await dicomCommand(
        'render', '--json', '--jpeg', '--size', '8', '--out', out, good(folder), ...files.map(([file]) => file),
      )
      assert.equal(status, 2)
      assert.deepEqual(sentences(stderr), expected(files))
      const output = join(out, 'good.jpg')
      assert.deepEqual(linesOf(stdout), [{
        file: join(folder.path, 'good.dcm'), frame: 1, output, mediaType: 'image/jpeg', width: 8, height: 8, bytes: readFileSync(output).length,
      }])
    })
  })

  it('refuses a frame that is not there, and a place where nothing can be written, in one sentence', async () => {
    await withFolder(async (folder) => {
      const file = good(folder)
      const beyond = await dicomCommand('render', file, '--frame', '3', '--out', folder.path)
      assert.deepEqual([beyond.status, beyond.stdout, beyond.stderr], [2, '', `${file}: there is no frame 3\n`])
      const nowhere = await dicomCommand('render', file, '--out', file)
      assert.deepEqual([nowhere.status, nowhere.stderr], [2, `${file}: no folder can be made here\n`])
    })
  })
})

describe('filmjacket dicom transcode', { timeout: 60_000, skip: whyNotBuilt !== null }, () => {
  it('writes each image in another transfer syntax, and back: the pixels are the same', async () => {
    await withFolder(async (folder) => {
      const [there, back] = [join(folder.path, 'there'), join(folder.path, 'back')]
      const file = good(folder)
      const first = await dicomCommand('transcode', '--to', 'htj2k', '--out', there, '--json', file)
      const packed = join(there, 'good.dcm')
      assert.deepEqual([first.status, first.stderr], [0, ''])
      assert.deepEqual(linesOf(first.stdout), [{ file, output: packed, transferSyntax: htj2kLossless.uid, bytes: readFileSync(packed).length }])
      const second = await dicomCommand('transcode', '--to', 'explicit', '--out', back, packed)
      assert.deepEqual([second.status, second.stdout], [0, `${join(back, 'good.dcm')}\n`])
      const { dataSet, transferSyntax } = readPart10(readFileSync(join(back, 'good.dcm')))
      assert.equal(transferSyntax.uid, explicit.uid)
      assert.deepEqual([...dataSet.bytes(Tags.PixelData) ?? []], [...pixels])
      assert.equal(dataSet.text(Tags.PatientName), 'Müller^Jörg')
    })
  })

  it('says in one sentence what it cannot write, leaves nothing of it, goes on, and ends with 2', async () => {
    await withFolder(async (folder) => {
      const [files, out] = [wrong(folder), join(folder.path, 'out')]
      const { status, stdout, stderr } = await dicomCommand('transcode', '--to', 'rle', '--out', out, ...files.map(([file]) => file), good(folder))
      assert.deepEqual([status, stdout], [2, `${join(out, 'good.dcm')}\n`])
      assert.deepEqual(sentences(stderr), expected(files))
      for (const name of ['cut.dcm', 'xl.dcm', 'xl.dcm.part', 'good.dcm.part']) assert.ok(!existsSync(join(out, name)), name)
    })
  })

  it('does not write over the file that it reads', async () => {
    await withFolder(async (folder) => {
      const file = good(folder)
      const before = readFileSync(file)
      const { status, stderr } = await dicomCommand('transcode', '--to', 'rle', '--out', folder.path, file)
      assert.deepEqual([status, stderr], [2, `${file}: it would be written over\n`])
      assert.deepEqual(readFileSync(file), before)
    })
  })
})
