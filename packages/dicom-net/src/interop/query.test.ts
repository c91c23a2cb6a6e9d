/**
 * Query and retrieve with DCMTK and Orthanc as peers, both ways, and worklists. Skipped where they are not
 * installed.
 *
 * @module
 */
import assert from 'node:assert/strict'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { once } from '@filmjacket/bytes'
import {
  encodeDataSet, encodeFileMeta, readPart10, Tags, TransferSyntaxes, type DataSet, type ElementMap,
} from '@filmjacket/dicom-data'
import { afterAll, afterEach, beforeAll, describe, it } from 'vitest'
import type { RequestorOptions } from '../association-request.ts'
import { findContexts, getContexts, moveContexts, storageContexts, worklistContexts } from '../contexts.ts'
import type { StoreInstance } from '../messages/store.ts'
import type { QueryModel } from '../query-retrieve.ts'
import { associate, type Association } from '../requestor.ts'
import { sendInstances } from '../send-instances.ts'
import { serveDicom, type DicomServer } from '../server.ts'
import type { FindStep, RetrieveStep } from '../services.ts'
import { collect, CT_IMAGE_STORAGE, EXPLICIT_LE } from '../testing.ts'
import { ForeignServer, freePort, hasDcmtk, isInstalled, run } from './testing.ts'

const ORTHANC = '/usr/sbin/Orthanc'
const hasOrthanc = existsSync(ORTHANC)
const hasArchive = hasDcmtk && isInstalled('dcmqrscp') && isInstalled('getscu')
const hasWorklist = hasDcmtk && isInstalled('wlmscpfs')
const samples = join(process.env['FILMJACKET_SAMPLES'] ?? join(import.meta.dirname, '../../../../../shared/data'), 'dicom-worklist')

const STUDY = '1.2.826.0.1.3680043.2.1'
const NAME = 'Grün^Ännchen'

/** A study of three images. */
const images: readonly ElementMap[] = [1, 2, 3].map((n) => ({
  [Tags.SpecificCharacterSet]: 'ISO_IR 100', [Tags.SOPClassUID]: CT_IMAGE_STORAGE, [Tags.SOPInstanceUID]: `${STUDY}.1.${n}`,
  [Tags.StudyDate]: '20240229', [Tags.StudyTime]: '101500', [Tags.AccessionNumber]: 'A1', [Tags.Modality]: 'CT',
  [Tags.PatientName]: NAME, [Tags.PatientID]: 'P1', [Tags.PatientBirthDate]: '19700101', [Tags.PatientSex]: 'F',
  [Tags.StudyInstanceUID]: STUDY, [Tags.SeriesInstanceUID]: `${STUDY}.1`, [Tags.StudyID]: '1', [Tags.SeriesNumber]: 1,
  [Tags.InstanceNumber]: n, [Tags.SamplesPerPixel]: 1, [Tags.PhotometricInterpretation]: 'MONOCHROME2', [Tags.Rows]: 64,
  [Tags.Columns]: 64, [Tags.BitsAllocated]: 16, [Tags.BitsStored]: 16, [Tags.HighBit]: 15, [Tags.PixelRepresentation]: 0,
  [Tags.PixelData]: Buffer.alloc(8_192, n),
}))

const { explicitVrLittleEndian: syntax } = TransferSyntaxes
const encoded = images.map((image) => Buffer.from(encodeDataSet(image, syntax)))

function instances(): StoreInstance[] {
  return encoded.map((bytes, n) => ({
    sopClassUid: CT_IMAGE_STORAGE, sopInstanceUid: `${STUDY}.1.${n + 1}`, transferSyntaxUid: EXPLICIT_LE, dataSet: once(bytes),
  }))
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = []
  for await (const item of items) found.push(item)
  return found
}

let folder = ''
const foreign: ForeignServer[] = []
let server: DicomServer | null = null
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'dicom-query-'))))
afterAll(() => rmSync(folder, { recursive: true }))
afterEach(async () => {
  for (const each of foreign.splice(0)) await each.stop()
  await server?.close()
  server = null
})

function newFolder(name: string): string {
  const path = join(folder, name)
  rmSync(path, { recursive: true, force: true })
  mkdirSync(path, { recursive: true })
  return path
}

const stored: string[] = []

/** We as archive of one study; as the destination of a C-MOVE, too. */
async function serve(destinationPort = 0): Promise<number> {
  stored.length = 0
  server = await serveDicom({
    host: '127.0.0.1', port: 0, admit: () => ({ kind: 'accepted' }),
    async store(_peer, { sopInstanceUid, dataSet }) {
      await collect(dataSet)
      stored.push(sopInstanceUid)
      return { status: 0 }
    },
    find: (_peer, { identifier, level }) => found(identifier, level),
    worklist: (_peer, { identifier }) => scheduled(identifier),
    async *get(_peer, { store }): AsyncGenerator<RetrieveStep> {
      yield { kind: 'planned', count: encoded.length }
      for (const each of instances()) yield await store(each)
    },
    async *move({ calledAe }, { destination, moveOriginator, signal }): AsyncGenerator<RetrieveStep> {
      if (destination !== 'DEST') {
        yield { kind: 'refused', status: 0xa801 }
        return
      }
      yield { kind: 'planned', count: encoded.length }
      const to = { host: '127.0.0.1', port: destinationPort, callingAe: calledAe, calledAe: destination, signal }
      yield* sendInstances({ ...to, instances: instances().map((each) => ({ ...each, moveOriginator })) })
    },
  })
  return server.port
}

async function* found(identifier: DataSet, level: string): AsyncGenerator<FindStep> {
  await Promise.resolve()
  const name = identifier.text(Tags.PatientName) ?? '*'
  if (name !== '*' && name !== NAME) return
  for (const image of level === 'IMAGE' ? images : images.slice(0, 1)) {
    const all = image as { readonly [tag: number]: string }
    const wanted = [...identifier.tags()].filter((tag) => tag in image && tag !== Tags.QueryRetrieveLevel)
    yield {
      kind: 'match',
      identifier: {
        [Tags.SpecificCharacterSet]: 'ISO_IR 100', [Tags.QueryRetrieveLevel]: level,
        ...Object.fromEntries(wanted.map((tag) => [tag, all[tag] ?? ''])),
      },
    }
  }
}

async function* scheduled(identifier: DataSet): AsyncGenerator<FindStep> {
  await Promise.resolve()
  const [step] = identifier.items(Tags.ScheduledProcedureStepSequence)
  const station = step?.text(Tags.ScheduledStationAETitle) ?? 'ANY'
  yield {
    kind: 'match',
    identifier: {
      [Tags.PatientName]: 'Doe^Jane', [Tags.ScheduledProcedureStepSequence]: [{ [Tags.ScheduledStationAETitle]: station }],
    },
  }
}

function to(port: number, calledAe: string, contexts: RequestorOptions['contexts'], more: Partial<RequestorOptions> = {}) {
  return associate({ host: '127.0.0.1', port, callingAe: 'US', calledAe, contexts, timeoutMs: 5_000, ...more })
}

/** What every archive must do: keep our study, find it at each level, send it by both ways, and tell of nothing. */
async function useArchive(port: number, calledAe: string, model: QueryModel): Promise<void> {
  const sending = await to(port, calledAe, storageContexts(instances()))
  for (const each of instances()) assert.deepEqual(await sending.store(each), { status: 0 })
  await sending.release()
  const finding = await to(port, calledAe, findContexts(model))
  const keys = { [Tags.PatientName]: NAME, [Tags.StudyInstanceUID]: '', [Tags.PatientID]: '' }
  const studies = await all(finding.find({ model, level: 'STUDY', keys, characterSet: 'ISO_IR 100' }))
  assert.deepEqual(studies.map(({ dataSet }) => [dataSet.text(Tags.StudyInstanceUID), dataSet.text(Tags.PatientName)]), [[STUDY, NAME]])
  const below = { [Tags.StudyInstanceUID]: STUDY, [Tags.SeriesInstanceUID]: `${STUDY}.1`, [Tags.SOPInstanceUID]: '', [Tags.PatientID]: 'P1' }
  assert.equal((await all(finding.find({ model, level: 'IMAGE', keys: below }))).length, 3)
  assert.equal((await all(finding.find({ model, level: 'STUDY', keys: { ...keys, [Tags.PatientName]: 'Nobody' } }))).length, 0)
  await finding.release()
}

async function getStudy(association: Association, model: QueryModel) {
  const keys = { [Tags.StudyInstanceUID]: STUDY, ...(model === 'patient-root' && { [Tags.PatientID]: 'P1' }) }
  const last = (await all(association.get({ model, level: 'STUDY', keys }))).at(-1)
  await association.release()
  return last
}

async function retrieveFrom(port: number, calledAe: string, model: QueryModel): Promise<void> {
  const got: Buffer[] = []
  const getting = await to(port, calledAe, getContexts(model, [CT_IMAGE_STORAGE], [EXPLICIT_LE]), {
    async store(_peer, { dataSet }) {
      got.push(await collect(dataSet))
      return { status: 0 }
    },
  })
  const outcome = await getStudy(getting, model)
  assert.deepEqual([outcome?.kind, outcome?.completed], ['success', 3])
  assert.ok(got.every((each) => each.includes(Buffer.alloc(8_192, 1)) || each.length > 8_192))
  const moving = await to(port, calledAe, moveContexts(model))
  const keys = { [Tags.StudyInstanceUID]: STUDY, ...(model === 'patient-root' && { [Tags.PatientID]: 'P1' }) }
  const moved = (await all(moving.move({ model, level: 'STUDY', keys, destination: 'US' }))).at(-1)
  assert.deepEqual([moved?.kind, stored.length], ['success', 3])
  const nowhere = (await all(moving.move({ model, level: 'STUDY', keys, destination: 'NOWHERE' }))).at(-1)
  assert.equal(nowhere?.kind, 'failure')
  await moving.release()
}

describe.skipIf(!hasArchive)(hasArchive ? 'with DCMTK' : 'with DCMTK (skipped: not installed)', () => {
  const query = ['-S', '-k', 'QueryRetrieveLevel=STUDY', '-k', `StudyInstanceUID=${STUDY}`]

  it('findscu finds, in the character set of the archive', async () => {
    const port = String(await serve())
    const text = await run('findscu', ['-v', '-S', '-k', 'QueryRetrieveLevel=STUDY', '-k', 'PatientName', '-k', 'StudyInstanceUID', '127.0.0.1', port])
    assert.match(text, /\(0020,000d\) UI \[1\.2\.826\.0\.1\.3680043\.2\.1\0?\]/)
    assert.match(text, /ISO_IR 100/)
    const none = await run('findscu', ['-v', '-P', '-k', 'QueryRetrieveLevel=PATIENT', '-k', 'PatientName=Nobody', '127.0.0.1', port])
    assert.match(none, /Received Final Find Response \(Success\)/)
  })
  it('findscu cancels', async () => {
    const port = String(await serve())
    const level = ['-k', 'QueryRetrieveLevel=IMAGE', '-k', 'SOPInstanceUID']
    const text = await run('findscu', ['-v', '-S', '--cancel', '1', ...level, '127.0.0.1', port])
    assert.match(text, /Sending Cancel/i)
  })
  it('findscu -W finds a worklist', async () => {
    const key = 'ScheduledProcedureStepSequence[0].ScheduledStationAETitle=CT1'
    const text = await run('findscu', ['-v', '-W', '-k', 'PatientName', '-k', key, '127.0.0.1', String(await serve())])
    assert.match(text, /Doe\^Jane/)
    assert.match(text, /CT1/)
  })
  it('getscu gets what is stored, byte for byte', async () => {
    const path = newFolder('got')
    await run('getscu', ['-od', path, '+B', ...query, '127.0.0.1', String(await serve())])
    const names = readdirSync(path)
    assert.equal(names.length, 3)
    const whole = readPart10(readFileSync(join(path, names[0] ?? '')))
    assert.equal(whole.dataSet.text(Tags.PatientName), NAME)
  })
  it('movescu has it sent to storescp and to itself', async () => {
    const path = newFolder('moved')
    const destination = await freePort()
    const port = String(await serve(destination))
    await run('movescu', ['-aem', 'DEST', '+P', String(destination), '-od', path, ...query, '127.0.0.1', port])
    assert.equal(readdirSync(path).length, 3)
    await assert.rejects(run('movescu', ['-aem', 'NOWHERE', ...query, '127.0.0.1', port]))
  })

  it('dcmqrscp is found, got and moved from', async () => {
    const port = await freePort()
    const ours = await serve()
    const config = join(newFolder('qr'), 'dcmqrscp.cfg')
    writeFileSync(config, [
      `NetworkTCPPort = ${port}`, 'MaxPDUSize = 131072', 'MaxAssociations = 16',
      'HostTable BEGIN', `us = (US, 127.0.0.1, ${ours})`, 'HostTable END', 'VendorTable BEGIN', 'VendorTable END',
      'AETable BEGIN', `ARCHIVE ${newFolder('qr/archive')} RW (200, 1024mb) ANY`, 'AETable END', '',
    ].join('\n'))
    const archive = new ForeignServer('dcmqrscp', ['-c', config])
    foreign.push(archive)
    await archive.listening(port)
    await useArchive(port, 'ARCHIVE', 'study-root')
    await retrieveFrom(port, 'ARCHIVE', 'study-root')
  })
})

describe.skipIf(!hasWorklist)(hasWorklist ? 'with wlmscpfs' : 'with wlmscpfs (skipped: not installed)', () => {
  const files = existsSync(samples)
    ? readdirSync(samples, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.wl')).map((name) => join(samples, name))
    : []

  async function worklistOf(prepare: (path: string) => void): Promise<DataSet[]> {
    const path = newFolder('worklist')
    mkdirSync(join(path, 'WL'))
    writeFileSync(join(path, 'WL', 'lockfile'), '')
    prepare(join(path, 'WL'))
    const port = await freePort()
    const program = new ForeignServer('wlmscpfs', ['--single-process', '-dfr', '-csk', '-dfp', path, String(port)])
    foreign.push(program)
    await program.listening(port)
    const association = await to(port, 'WL', worklistContexts())
    const keys = { [Tags.PatientName]: '', [Tags.PatientID]: '', [Tags.ScheduledProcedureStepSequence]: [{ [Tags.Modality]: '' }] }
    const entries = await all(association.find({ model: 'worklist', keys }))
    await association.release()
    return entries.map(({ dataSet }) => dataSet)
  }

  it('gives an entry that is made here', async () => {
    const [entry, ...others] = await worklistOf((path) => {
      const uid = '1.2.3.9'
      const meta = encodeFileMeta({ sopClassUid: '1.2.276.0.7230010.3.1.0.1', sopInstanceUid: uid, transferSyntaxUid: syntax.uid })
      const body = encodeDataSet({
        [Tags.PatientName]: 'Doe^Jane', [Tags.PatientID]: 'W1', [Tags.StudyInstanceUID]: uid,
        [Tags.ScheduledProcedureStepSequence]: [{ [Tags.Modality]: 'MR' }],
      }, syntax)
      writeFileSync(join(path, 'one.wl'), Buffer.concat([meta, body]))
    })
    assert.equal(others.length, 0)
    assert.equal(entry?.text(Tags.PatientName), 'Doe^Jane')
    assert.equal(entry.items(Tags.ScheduledProcedureStepSequence)[0]?.text(Tags.Modality), 'MR')
  })
  it.skipIf(files.length === 0)('gives real ones', async () => {
    const entries = await worklistOf((path) => files.forEach((file, n) => copyFileSync(file, join(path, `${n}.wl`))))
    assert.equal(entries.length, files.length)
    assert.ok(entries.every((entry) => entry.has(Tags.PatientName)))
  })
})

describe.skipIf(!hasOrthanc)(hasOrthanc ? 'with Orthanc' : 'with Orthanc (skipped: not installed)', () => {
  it('it is found, got and moved from', async () => {
    const ours = await serve()
    const [dicomPort, httpPort] = [await freePort(), await freePort()]
    const path = newFolder('orthanc')
    const config = join(path, 'orthanc.json')
    writeFileSync(config, JSON.stringify({
      StorageDirectory: join(path, 'storage'), IndexDirectory: join(path, 'storage'), DicomPort: dicomPort, HttpPort: httpPort,
      DicomAet: 'ORTHANC', RemoteAccessAllowed: false, AuthenticationEnabled: false, StorageCompression: false, Plugins: [],
      DicomAlwaysAllowFind: true, DicomAlwaysAllowGet: true, DicomAlwaysAllowMove: true, DicomCheckModalityHost: false,
      DicomModalities: { us: ['US', '127.0.0.1', ours] }, DefaultEncoding: 'Latin1',
    }))
    const orthanc = new ForeignServer(ORTHANC, [config])
    foreign.push(orthanc)
    await orthanc.listening(dicomPort)
    await useArchive(dicomPort, 'ORTHANC', 'patient-root')
    await retrieveFrom(dicomPort, 'ORTHANC', 'study-root')
  })
})
