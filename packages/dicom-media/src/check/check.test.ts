/** Media as they should be, and each way in which they go wrong. */
import assert from 'node:assert/strict'
import { encodeDataSet, encodeFileMeta, readDataSet, SopClasses, Tags, TransferSyntaxes, type TransferSyntax } from '@filmjacket/dicom-data'
import { describe, it } from 'vitest'
import { fileSetOf } from '../file-set/file-set.ts'
import type { FileSetInstance } from '../file-set/instance.ts'
import { layOutIso } from '../iso/iso.ts'
import { bytesOf, text } from '../testing.ts'
import { literal } from '@filmjacket/bytes'
import { checkMedium } from './check.ts'
import { filesOfIso } from './iso-reader.ts'
import type { FoundFile } from './medium.ts'

const LITTLE = TransferSyntaxes.explicitVrLittleEndian

function instance(number: number, { patientId = 'P1', syntax = LITTLE }: { patientId?: string; syntax?: TransferSyntax } = {}): FileSetInstance {
  const sopInstanceUid = `1.2.3.4.${number}`
  const bytes = encodeDataSet({
    [Tags.SOPClassUID]: SopClasses.ctImageStorage, [Tags.SOPInstanceUID]: sopInstanceUid, [Tags.StudyDate]: '20260101', [Tags.StudyTime]: '101112',
    [Tags.Modality]: 'CT', [Tags.PatientID]: patientId, [Tags.PatientName]: 'Doe^Jane', [Tags.StudyInstanceUID]: `1.2.${patientId.length}`, [Tags.StudyID]: 'S',
    [Tags.SeriesInstanceUID]: `1.2.${patientId.length}.3`, [Tags.SeriesNumber]: 1, [Tags.InstanceNumber]: number,
  }, LITTLE)
  const meta = encodeFileMeta({ sopClassUid: SopClasses.ctImageStorage, sopInstanceUid, transferSyntaxUid: syntax.uid })
  return {
    dataSet: readDataSet(bytes, LITTLE), sopClassUid: SopClasses.ctImageStorage, sopInstanceUid, transferSyntaxUid: syntax.uid,
    content: [literal(Buffer.concat([meta, bytes]))],
  }
}

type Medium = Map<string, Buffer>

async function medium(...instances: readonly FileSetInstance[]): Promise<Medium> {
  const { files } = fileSetOf(instances, { fileSetId: 'TEST' })
  const found = await Promise.all(files.map(async ({ path, content }) => [path.join('/'), Buffer.from(await bytesOf(content))] as const))
  return new Map([...found, ['README.TXT', Buffer.from('read')], ['INDEX.HTM', Buffer.from('look')]])
}

function filesOf(found: Medium): readonly FoundFile[] {
  return [...found].map(([path, bytes]) => ({ path, sizeBytes: bytes.length, async* open() { yield await Promise.resolve(bytes) } }))
}

async function complaintsOf(found: Medium): Promise<readonly string[]> {
  return (await checkMedium(filesOf(found))).findings.map(({ level, text: said }) => `${level}: ${said}`)
}

const ONE = 'IMAGES/ST000001/SE000001/IM000001'
const TWO = 'IMAGES/ST000001/SE000001/IM000002'

function changed(found: Medium, path: string, change: (bytes: Buffer) => void): void {
  const bytes = found.get(path) ?? assert.fail(path)
  change(bytes)
}

describe('checkMedium', () => {
  it('has nothing to say of our own, and names its profile', async () => {
    const report = await checkMedium(filesOf(await medium(instance(1), instance(2), instance(1, { patientId: 'P22' }))))
    assert.deepEqual(report, { findings: [], instances: 3, profile: 'STD-GEN-CD' })
  })

  const wrong: Readonly<Record<string, readonly [(found: Medium) => void, RegExp]>> = {
    'no DICOMDIR': [(found) => void found.delete('DICOMDIR'), /^error: there is no DICOMDIR/],
    'a DICOMDIR that is none': [(found) => void found.set('DICOMDIR', Buffer.from('hello')), /^error: its DICOMDIR cannot be read/],
    'a DICOMDIR in small letters': [(found) => {
      found.set('dicomdir', found.get('DICOMDIR') ?? assert.fail())
      found.delete('DICOMDIR')
    }, /^warning: the DICOMDIR is called dicomdir/],
    'a file that is missing': [(found) => void found.delete(TWO), new RegExp(`^error: ${TWO}: it is in the DICOMDIR and not on the medium`)],
    'a file in other letters': [(found) => {
      found.set(TWO.toLowerCase(), found.get(TWO) ?? assert.fail())
      found.delete(TWO)
    }, /^warning: .*the file is called images/],
    'a file that is not listed': [(found) => void found.set('IMAGES/EXTRA', found.get(ONE) ?? assert.fail()), /^error: IMAGES\/EXTRA: it is a DICOM file that the DICOMDIR does not list/],
    'a file that is another': [(found) => void found.set(TWO, found.get(ONE) ?? assert.fail()), /another SOP Instance UID/],
    'a file cut short': [(found) => void found.set(TWO, (found.get(TWO) ?? assert.fail()).subarray(0, -3)), /it cannot be read/],
    'a preamble with something in it': [(found) => changed(found, ONE, (bytes) => bytes.write('MZ')), /first 128 bytes of 1 files are not empty/],
    'offsets that lead nowhere': [(found) => changed(found, 'DICOMDIR', (bytes) => {
      const at = bytes.indexOf(Buffer.from('04002014', 'hex'))
      bytes.writeUInt32LE(bytes.readUInt32LE(at + 8) + 2, at + 8)
    }), /where no record begins/],
    'no README.TXT': [(found) => void found.delete('README.TXT'), /^warning: there is no README.TXT/],
    'a program that starts by itself': [(found) => void found.set('AUTORUN.INF', Buffer.from('[autorun]')), /AUTORUN.INF/],
    'names that are too long': [(found) => void found.set('a long name.txt', Buffer.from('')), /not 8.3/],
  }
  for (const [what, [spoil, said]] of Object.entries(wrong)) {
    it(`finds ${what}`, async () => {
      const found = await medium(instance(1), instance(2))
      spoil(found)
      const complaints = await complaintsOf(found)
      assert.ok(complaints.some((each) => said.test(each)), complaints.join('\n'))
    })
  }

  it('names the transfer syntaxes for which no profile has a place', async () => {
    const report = await checkMedium(filesOf(await medium(instance(1, { syntax: TransferSyntaxes.rle }))))
    assert.equal(report.profile, null)
    assert.match(report.findings.map(({ text: said }) => said).join(), /RLE Lossless/)
  })

  it('finds two records of one Patient ID', async () => {
    const born = (date: string, number: number): FileSetInstance => ({
      ...instance(number), dataSet: readDataSet(encodeDataSet({
        [Tags.PatientID]: 'P1', [Tags.PatientBirthDate]: date, [Tags.StudyInstanceUID]: `1.9.${number}`, [Tags.SeriesInstanceUID]: `1.9.${number}.1`,
      }, LITTLE), LITTLE),
    })
    assert.match((await complaintsOf(await medium(born('19700101', 1), born('19800101', 2)))).join(), /1 patient records share a Patient ID/)
  })
})

describe('filesOfIso', () => {
  it('finds every file of an image under its name of level 1, empty ones too', async () => {
    const files = [
      { path: ['DICOMDIR'], content: [text('directory')] }, { path: ['A', 'B', 'NAME'], content: [text('x'.repeat(5000))] },
      { path: ['README.TXT'], content: [text('read')], longName: 'Read me.txt' }, { path: ['EMPTY'], content: [] },
    ]
    const bytes = Buffer.from(await bytesOf(layOutIso(files, { volumeId: 'X', modified: { date: '20260101', time: '000000' } })))
    const found = await filesOfIso({ sizeBytes: bytes.length, read: (start, end) => Promise.resolve(bytes.subarray(start, end)) })
    const contents = await Promise.all(found.map(async (file) => {
      const parts: Uint8Array[] = []
      for await (const part of file.open()) parts.push(part)
      return `${file.path} ${Buffer.concat(parts).length}`
    }))
    assert.deepEqual(contents.sort(), ['A/B/NAME 5000', 'DICOMDIR 9', 'EMPTY 0', 'README.TXT 4'])
  })
  it('refuses what is no image', async () => {
    const bytes = Buffer.alloc(40_000)
    await assert.rejects(filesOfIso({ sizeBytes: bytes.length, read: (start, end) => Promise.resolve(bytes.subarray(start, end)) }), /no ISO 9660/)
  })
})
