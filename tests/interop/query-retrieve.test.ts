/** The archive as others ask it: DCMTK's programs and Orthanc find, fetch and have sent to them (NET-20, NET-22). */
import assert from 'node:assert/strict'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readDataSet, readPart10, scanPart10, Tags, transferSyntaxOf, TransferSyntaxes, type TransferSyntax } from '@filmjacket/dicom-data'
import { associate, findContexts, moveContexts, type CommitmentReport } from '@filmjacket/dicom-net'
import { decodeFrame, readFrame, transcode } from '@filmjacket/dicom-pixel'
import { afterAll, beforeAll, describe, it } from 'vitest'
import type { NewDevice } from '../../modules/devices/contract.ts'
import { dicomSend } from '../setup/dicom-send.ts'
import { freePort } from '../../packages/dicom-net/src/interop/testing.ts'
import { eventually } from '../setup/eventually.ts'
import { ForeignServer, ORTHANC, startStorescp } from '../setup/foreign-server.ts'
import { fileOf, makeImage, type Image, type Recipe } from '../setup/images.ts'
import { runProgram, whyMissing, type ProgramResult } from '../setup/programs.ts'
import { RunningProduct } from '../setup/running-product.ts'
import { filesBelow, Scratch } from '../setup/scratch.ts'

const STUDY = '1.2.826.0.1.3680043.9.1'
const OTHER = '1.2.826.0.1.3680043.9.2'
const NAME = 'Müller^Jörg'
const UTF8 = { [Tags.SpecificCharacterSet]: 'ISO_IR 192', [Tags.PatientName]: NAME }

const scratch = new Scratch()
const foreign: ForeignServer[] = []
let product: RunningProduct
let images: readonly Image[]

beforeAll(async () => {
  product = await RunningProduct.start()
  const scanner = await product.device('SCANNER')
  for (const title of ['VIEWER', 'ORTHANC']) await device({ description: title, aeTitle: title, mayQuery: true, mayCall: true })
  const recipe = (n: number, more: Recipe = {}): Recipe =>
    ({ patientId: 'P-QR', studyUid: STUDY, seriesUid: `${STUDY}.1`, instanceUid: `${STUDY}.1.${n}`, seed: n, elements: UTF8, ...more })
  const explicit = [1, 2, 3].map((n) => makeImage(recipe(n)))
  const implicit = makeImage(recipe(4, { transferSyntax: TransferSyntaxes.implicitVrLittleEndian }))
  const compressed = await compress(makeImage(recipe(5)), TransferSyntaxes.jpegLsLossless)
  const series = { seriesUid: `${STUDY}.2`, elements: { ...UTF8, [Tags.Modality]: 'MR', [Tags.SeriesNumber]: 2 } }
  const other = makeImage({ patientId: 'P-OTHER', studyUid: OTHER, elements: { [Tags.PatientName]: 'Other^One', [Tags.StudyDate]: '20200101' } })
  images = [...explicit, implicit, compressed, makeImage(recipe(6, series))]
  assert.deepEqual(await dicomSend([...images, other], scanner), images.concat(other).map(() => 0))
})
afterAll(async () => {
  for (const each of foreign) await each.stop()
  await product.stop()
  scratch.remove()
})

async function device(given: NewDevice): Promise<void> {
  const added = await product.server.product.devices.add({ kind: 'anonymous' }, given)
  assert.equal(added.kind, 'added', JSON.stringify(added))
}

async function compress(image: Image, target: TransferSyntax): Promise<Image> {
  const file = fileOf(image)
  const scanner = scanPart10()
  scanner.push(file)
  const scan = scanner.end()
  const made = await transcode({ ...scan, read: (start, end) => Promise.resolve(file.subarray(start, end)) }, target)
  if (made.kind === 'unsupported') return assert.fail(made.reason)
  const parts: Uint8Array[] = []
  for await (const part of made.bytes) parts.push(part)
  const whole = Buffer.concat(parts)
  return { ...image, transferSyntaxUid: target.uid, dataSet: whole.subarray(readPart10(whole).dataSetStart) }
}

/** Stored cells, whatever they are wrapped in. */
async function cellsOf(file: Buffer): Promise<unknown> {
  const scanner = scanPart10()
  scanner.push(file)
  const scan = scanner.end()
  const frame = await readFrame(scan, 0, (start, end) => Promise.resolve(file.subarray(start, end)))
  assert.ok(frame !== null)
  const decoded = await decodeFrame(scan.dataSet, scan.transferSyntax, frame)
  return decoded.kind === 'decoded' ? [...decoded.cells] : assert.fail(decoded.reason)
}

/** Where DCMTK's programs find us, as the device `VIEWER` unless told otherwise. */
function us(callingAe = 'VIEWER'): readonly string[] {
  return ['-aet', callingAe, '-aec', 'FILMJACKET', '127.0.0.1', String(product.server.dicomPort)]
}

function dcmtk(program: string, args: readonly string[], callingAe?: string): Promise<ProgramResult> {
  return runProgram(program, ['-v', ...args, ...us(callingAe)], { TCP_NODELAY: '1' })
}

const keys = (...all: readonly string[]) => all.flatMap((key) => ['-k', key])

/** All that findscu was told, by data set. */
async function findscu(args: readonly string[], callingAe?: string) {
  const folder = join(scratch.path, `found-${Math.random()}`)
  mkdirSync(folder)
  const { stdout, stderr, status } = await dcmtk('findscu', ['-X', '-od', folder, ...args], callingAe)
  const found = filesBelow(folder).map((path) => readPart10(readFileSync(path)).dataSet)
  return { found, words: stdout + stderr, status }
}

const dcmtkMissing = whyMissing('findscu', 'movescu', 'getscu', 'storescp')

describe.skipIf(dcmtkMissing !== null)(`DCMTK ${dcmtkMissing ?? ''}`, () => {
  it('finds a Study by its Patient, with counts and modalities', async () => {
    const { found } = await findscu(['-S', ...keys('QueryRetrieveLevel=STUDY', 'PatientName=MULLER*', 'StudyInstanceUID',
      'ModalitiesInStudy', 'NumberOfStudyRelatedSeries', 'NumberOfStudyRelatedInstances', 'PatientSize', 'StudyDate')])
    assert.equal(found.length, 1)
    const [study] = found
    assert.equal(study?.text(Tags.StudyInstanceUID), STUDY)
    assert.equal(study.text(Tags.PatientName), NAME)
    assert.deepEqual(study.texts(Tags.ModalitiesInStudy), ['CT', 'MR'])
    assert.equal(study.number(Tags.NumberOfStudyRelatedSeries), 2)
    assert.equal(study.number(Tags.NumberOfStudyRelatedInstances), 6)
    assert.equal(study.text(Tags.RetrieveAETitle), 'FILMJACKET')
    assert.ok(study.has(Tags.PatientSize))
  })

  const levels: readonly [model: string, args: readonly string[], matches: number][] = [
    ['-P', keys('QueryRetrieveLevel=PATIENT', 'PatientID=P-*', 'NumberOfPatientRelatedInstances'), 2],
    ['-P', keys('QueryRetrieveLevel=STUDY', 'PatientID=P-QR', 'StudyInstanceUID'), 1],
    ['-S', keys('QueryRetrieveLevel=STUDY', 'StudyDate=20260101-20261231'), 1],
    ['-S', keys('QueryRetrieveLevel=STUDY', 'ModalitiesInStudy=MR'), 1],
    ['-S', keys('QueryRetrieveLevel=STUDY', `StudyInstanceUID=${STUDY}\\${OTHER}`), 2],
    ['-S', keys('QueryRetrieveLevel=STUDY', 'PatientName=Nobody'), 0],
    ['-S', keys('QueryRetrieveLevel=SERIES', `StudyInstanceUID=${STUDY}`, 'Modality', 'SeriesInstanceUID'), 2],
    ['-S', keys('QueryRetrieveLevel=IMAGE', `StudyInstanceUID=${STUDY}`, `SeriesInstanceUID=${STUDY}.1`, 'Rows', 'SOPInstanceUID'), 5],
    ['-O', keys('QueryRetrieveLevel=STUDY', 'PatientID=P-QR', 'StudyInstanceUID'), 1],
  ]
  for (const [model, args, matches] of levels) {
    it(`findscu ${model} ${args.filter((arg) => arg !== '-k').join(' ')} finds ${matches}`, async () => {
      const { found, status, words } = await findscu([model, ...args])
      assert.equal(found.length, matches, words)
      assert.equal(status, 0)
    })
  }

  it('is answered in the character set in which it asks, or in UTF-8', async () => {
    const ask = async (...more: readonly string[]) =>
      (await findscu(['-S', ...keys('QueryRetrieveLevel=STUDY', 'PatientID=P-QR', 'PatientName', ...more)])).found[0]
    const [plain, latin, cyrillic] = [await ask(), await ask('SpecificCharacterSet=ISO_IR 100'), await ask('SpecificCharacterSet=ISO_IR 144')]
    assert.deepEqual([plain, latin, cyrillic].map((each) => each?.text(Tags.SpecificCharacterSet)), ['ISO_IR 192', 'ISO_IR 100', 'ISO_IR 192'])
    for (const each of [plain, latin, cyrillic]) assert.equal(each?.text(Tags.PatientName), NAME)
  })

  it('hears that a key is not known at a level, and of what is wrong', async () => {
    const unsupported = await findscu(['-d', '-S', ...keys('QueryRetrieveLevel=STUDY', 'PatientID=P-QR', 'SliceThickness')])
    assert.match(unsupported.words, /0xff01/)
    for (const wrong of ['QueryRetrieveLevel=NONSENSE', 'StudyDate=20261399']) {
      const { found, words } = await findscu(['-d', '-S', ...keys('QueryRetrieveLevel=STUDY', wrong)])
      assert.equal(found.length, 0)
      assert.match(words, /0xa900/)
    }
  })

  it('is refused as a stranger, and as a device that may only send', async () => {
    const query = ['-d', '-S', ...keys('QueryRetrieveLevel=STUDY', 'PatientName')]
    const stranger = await findscu(query, 'STRANGER')
    assert.notEqual(stranger.status, 0)
    assert.match(stranger.words, /Calling AE Title Not Recognized/)
    const scanner = await findscu(query, 'SCANNER')
    assert.deepEqual(scanner.found, [])
    assert.match(scanner.words, /0x0124/)
    const { stdout, stderr } = await dcmtk('getscu', ['-d', '-S', ...keys('QueryRetrieveLevel=STUDY', `StudyInstanceUID=${STUDY}`)], 'SCANNER')
    assert.match(stdout + stderr, /0x0124/)
  })

  it('cancels a query', async () => {
    const { words } = await findscu(['--cancel', '1', '-S', ...keys('QueryRetrieveLevel=IMAGE', 'SOPInstanceUID')])
    assert.match(words, /Sending Cancel/i)
  })

  const wholeStudy = keys('QueryRetrieveLevel=STUDY', `StudyInstanceUID=${STUDY}`)

  it('getscu gets what is stored, byte for byte', async () => {
    const folder = join(scratch.path, 'got')
    mkdirSync(folder)
    await dcmtk('getscu', ['-S', '+B', '-od', folder, ...wholeStudy])
    const files = filesBelow(folder).map((path) => readFileSync(path))
    // It proposes no JPEG-LS: that image is decompressed for it.
    assert.equal(files.length, images.length)
    for (const file of files) {
      const { dataSet, dataSetStart, meta } = readPart10(file)
      const sent = images.find(({ sopInstanceUid }) => sopInstanceUid === dataSet.text(Tags.SOPInstanceUID))
      assert.ok(sent !== undefined)
      if (meta?.text(Tags.TransferSyntaxUID) === sent.transferSyntaxUid) assert.deepEqual(file.subarray(dataSetStart), Buffer.from(sent.dataSet))
      assert.deepEqual(await cellsOf(file), await cellsOf(fileOf(sent)))
    }
  })

  async function destination(aeTitle: string, options: readonly string[]): Promise<string> {
    const folder = join(scratch.path, aeTitle)
    const storescp = await startStorescp(folder, options)
    foreign.push(storescp)
    await device({ description: aeTitle, aeTitle, host: '127.0.0.1', port: storescp.port, roles: ['store'] })
    return folder
  }

  const receivers: Record<string, [options: readonly string[], compressed: string]> = {
    ANY: [['--accept-all', '--bit-preserving'], TransferSyntaxes.jpegLsLossless.uid],
    PLAIN: [['--bit-preserving'], TransferSyntaxes.explicitVrLittleEndian.uid],
  }
  for (const [aeTitle, [options, compressed]] of Object.entries(receivers)) {
    it(`movescu has all sent to ${aeTitle}, in forms that it takes`, async () => {
      const folder = await destination(aeTitle, options)
      const { stdout, stderr, status } = await dcmtk('movescu', ['-d', '-S', '-aem', aeTitle, ...wholeStudy])
      assert.equal(status, 0, stdout + stderr)
      assert.match(stdout + stderr, /Completed Suboperations +: 6/i)
      const files = filesBelow(folder).map((path) => readFileSync(path))
      assert.equal(files.length, images.length)
      for (const file of files) {
        const { dataSet, meta } = readPart10(file)
        const sent = images.find(({ sopInstanceUid }) => sopInstanceUid === dataSet.text(Tags.SOPInstanceUID))
        assert.ok(sent !== undefined)
        const isCompressed = sent.transferSyntaxUid === TransferSyntaxes.jpegLsLossless.uid
        assert.equal(meta?.text(Tags.TransferSyntaxUID), isCompressed ? compressed : sent.transferSyntaxUid)
        assert.deepEqual(await cellsOf(file), await cellsOf(fileOf(sent)))
        assert.equal(dataSet.text(Tags.PatientName), NAME)
      }
    })
  }

  it('movescu has native images sent to a receiver that takes implicit VR alone', async () => {
    const folder = await destination('IMPLICIT', ['--implicit', '--bit-preserving'])
    const { stdout, stderr } = await dcmtk('movescu', ['-d', '-S', '-aem', 'IMPLICIT', ...keys('QueryRetrieveLevel=IMAGE',
      `StudyInstanceUID=${STUDY}`, `SeriesInstanceUID=${STUDY}.1`, `SOPInstanceUID=${STUDY}.1.1\\${STUDY}.1.4`)])
    const files = filesBelow(folder).map((path) => readFileSync(path))
    assert.equal(files.length, 2, stdout + stderr)
    for (const file of files) {
      const { dataSet, meta, dataSetStart } = readPart10(file)
      assert.equal(meta?.text(Tags.TransferSyntaxUID), TransferSyntaxes.implicitVrLittleEndian.uid)
      const sent = images.find(({ sopInstanceUid }) => sopInstanceUid === dataSet.text(Tags.SOPInstanceUID))
      assert.ok(sent !== undefined)
      const original = readDataSet(sent.dataSet, transferSyntaxOf(sent.transferSyntaxUid))
      const written = readDataSet(file.subarray(dataSetStart), TransferSyntaxes.implicitVrLittleEndian)
      assert.deepEqual([...written.tags()], [...original.tags()])
      for (const tag of original.tags()) assert.deepEqual(written.bytes(tag), original.bytes(tag), tag.toString(16))
    }
  })

  it('movescu hears of an unknown destination, of one that is not there, and of what it must name', async () => {
    await device({ description: 'away', aeTitle: 'AWAY', host: '127.0.0.1', port: await freePort(), roles: ['store'] })
    const move = async (...args: readonly string[]) => {
      const { stdout, stderr } = await dcmtk('movescu', ['-d', '-S', ...args])
      return stdout + stderr
    }
    assert.match(await move('-aem', 'NOWHERE', ...wholeStudy), /0xa801/)
    assert.match(await move('-aem', 'SCANNER', ...wholeStudy), /0xa801/)
    const away = await move('-aem', 'AWAY', ...wholeStudy)
    assert.match(away, /0xa702/)
    assert.match(away, /Failed Suboperations +: 6/i)
    assert.match(await move('-aem', 'AWAY', ...keys('QueryRetrieveLevel=STUDY', 'StudyInstanceUID')), /0xa900/)
    assert.match(await move('-aem', 'AWAY', ...keys('QueryRetrieveLevel=STUDY', 'StudyInstanceUID=1.2.3.4')), /0x0000/)
  })

  it('movescu cancels in the middle', async () => {
    await destination('SLOW', ['--accept-all', '--sleep-during', '1'])
    const { stdout, stderr } = await dcmtk('movescu', ['-d', '-S', '--cancel', '1', '-aem', 'SLOW', ...wholeStudy])
    assert.match(stdout + stderr, /0xfe00/)
  })
})

describe.skipIf(!existsSync(ORTHANC))(`Orthanc ${existsSync(ORTHANC) ? '' : '(not installed)'}`, () => {
  it('finds our Study and has it sent to itself', async () => {
    const [port, http] = [await freePort(), await freePort()]
    const folder = join(scratch.path, 'orthanc')
    const config = scratch.put('orthanc.json', JSON.stringify({
      StorageDirectory: folder, IndexDirectory: folder, DicomPort: port, HttpPort: http, DicomAet: 'ORTHANC', Plugins: [],
      RemoteAccessAllowed: false, AuthenticationEnabled: false, DicomCheckModalityHost: false,
      DicomModalities: { us: ['FILMJACKET', '127.0.0.1', product.server.dicomPort] },
    }))
    const orthanc = await ForeignServer.start(ORTHANC, [config], port)
    foreign.push(orthanc)
    const { id } = (await product.server.product.devices.byAeTitle('ORTHANC')) ?? assert.fail('no such device')
    const changed = await product.server.product.devices.change({ kind: 'anonymous' }, id, { host: '127.0.0.1', port })
    assert.equal(changed.kind, 'changed')
    const asked = async (path: string, body?: unknown): Promise<unknown> => {
      const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }
      const response = await fetch(`http://127.0.0.1:${http}${path}`, init)
      assert.equal(response.status, 200, path)
      return response.json()
    }
    const { Path } = (await asked('/modalities/us/query', { Level: 'Study', Query: { PatientName: 'mül*' } })) as { Path: string }
    assert.deepEqual(await asked(`${Path}/answers`), ['0'])
    assert.equal(((await asked(`${Path}/answers/0/content?simplify`)) as { PatientName: string }).PatientName, NAME)
    await asked(`${Path}/answers/0/retrieve`, { TargetAet: 'ORTHANC', Synchronous: true })
    await eventually('all images are in Orthanc', async () => (await asked('/instances') as readonly string[]).length === images.length)
  })
})

describe('Storage Commitment', () => {
  const [kept, missing] = [`${STUDY}.1.1`, '1.2.3.4.5.6']

  it('tells on the same association what is kept, what is not, and what is another class', async () => {
    const reports: CommitmentReport[] = []
    const association = await associate({
      host: '127.0.0.1', port: product.server.dicomPort, callingAe: 'SCANNER', calledAe: 'FILMJACKET',
      contexts: [{ abstractSyntax: '1.2.840.10008.1.20.1', transferSyntaxes: [TransferSyntaxes.implicitVrLittleEndian.uid] }],
      committed: (_peer, report) => {
        reports.push(report)
        return Promise.resolve({ status: 0 })
      },
    })
    const sopClassUid = images[0]?.sopClassUid ?? ''
    const references = [kept, missing].map((sopInstanceUid) => ({ sopClassUid, sopInstanceUid }))
    const question = { transactionUid: '1.2.3.77', references: [...references, { sopClassUid: '1.2.840.10008.5.1.4.1.1.4', sopInstanceUid: `${STUDY}.1.2` }] }
    assert.equal((await association.requestCommitment(question)).status, 0)
    await eventually('the report has come', () => Promise.resolve(reports.length > 0))
    const [report] = reports
    assert.ok(report !== undefined)
    assert.deepEqual(report.stored.map(({ sopInstanceUid }) => sopInstanceUid), [kept])
    assert.deepEqual(report.failed.map(({ sopInstanceUid, reason }) => [sopInstanceUid, reason]), [[missing, 0x0112], [`${STUDY}.1.2`, 0x0119]])
    await eventually('the promise is kept', async () => (await product.count('commitment_report')) === 0)
    await association.release()
  })
})

describe('whoever asks for much', () => {
  const STARS = '*'.repeat(100_000)
  it('gets an answer to any wildcard soon, or none', async () => {
    const association = await associate({
      host: '127.0.0.1', port: product.server.dicomPort, callingAe: 'VIEWER', calledAe: 'FILMJACKET',
      contexts: [...findContexts('study-root'), ...moveContexts('study-root')],
    })
    const ask = async (key: string): Promise<number> => {
      let matches = 0
      const find = association.find({ model: 'study-root', level: 'STUDY', keys: { [Tags.PatientName]: key, [Tags.StudyInstanceUID]: '' } })
      while ((await find.next()).done !== true) matches++
      return matches
    }
    assert.equal(await ask(STARS), 2)
    assert.equal(await ask(`${'*a'.repeat(400)}*`), 0)
    await assert.rejects(ask(`x${STARS}`))
    assert.equal(await ask('Other*'), 1)
    await association.release()
  })
})
