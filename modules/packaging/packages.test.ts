/** Packages on a real archive: what stands in them, and that their bytes are the same whenever they are asked for. */
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { open, sizeOf, slice } from '@filmjacket/bytes'
import { encodeDataSet, encodeFileMeta, readPart10, scanPart10, Tags, TransferSyntaxes, type Element, type TransferSyntax, type Value } from '@filmjacket/dicom-data'
import { checkMedium, filesOfIso } from '@filmjacket/dicom-media'
import { transcode } from '@filmjacket/dicom-pixel'
import { sql } from 'kysely'
import { beforeAll, describe, it } from 'vitest'
import { addJobTables } from '../../platform/server/database/testing.ts'
import type { Setting } from '../../platform/server/settings/index.ts'
import { createCorrections, type By } from '../archive/correction/corrections.ts'
import { imageElements, imageFile, inChunks, testArchive, type TestArchive } from '../archive/testing.ts'
import { discOf } from './disc.ts'
import { migrations } from './migrations/index.ts'
import { MEDIA_PICTURES } from './settings.ts'
import { createPackages, type PackageBytes, type Packages, type PackagesOptions } from './packages.ts'
import { madeBy, withoutFiles } from './testing.ts'

const ORIGIN = { kind: 'import' } as const
const { implicitVrLittleEndian: IMPLICIT, explicitVrLittleEndian: EXPLICIT, rle: RLE, jpegLsLossless: JPEG_LS } = TransferSyntaxes

const CLERK: By = { caller: { kind: 'account', accountId: 'acc_clerk', role: 'clerk', sessionId: 'ses_1' }, address: '127.0.0.1' }

const disc = discOf([
  { path: ['INDEX.HTM'], bytes: Buffer.from('<!doctype html><noscript><!--STUDIES--></noscript>') },
  { path: ['VIEWER', 'VIEWER.JS'], bytes: Buffer.from('look()') },
])

let store: TestArchive
let studies = 0
const clock = { time: Date.UTC(2026, 0, 2, 3, 4, 5), now() { return this.time } }

beforeAll(async () => {
  store = await testArchive(migrations)
})

function packagesOf(more: Partial<PackagesOptions> = {}): Packages {
  return createPackages({ db: store.db as unknown as PackagesOptions['db'], archive: store.archive, clock, blobs: store.blobs, version: '1', ...more })
}

/** A Study of its own. @returns its id. */
async function studyOf(...files: readonly ((uids: Record<number, unknown>) => Promise<Uint8Array> | Uint8Array)[]): Promise<string> {
  const study = `1.2.9.${++studies}`
  for (const [n, make] of files.entries()) {
    const uids = { [Tags.StudyInstanceUID]: study, [Tags.SeriesInstanceUID]: `${study}.1`, [Tags.SOPInstanceUID]: `${study}.1.${n + 1}`, [Tags.InstanceNumber]: n + 1 }
    const outcome = await store.archive.ingest.file(ORIGIN, inChunks(await make(uids), 4096))
    assert.equal(outcome.kind, 'stored')
  }
  await store.archive.instancesOf('')
  return (await store.archive.studyByUid(study))?.id ?? assert.fail('no study')
}

const noise = Uint8Array.from({ length: 512 }, (_, n) => (n % 2 === 0 ? (n * 37) % 256 : n % 16))
const plain = (uids: Record<number, unknown>) => imageFile({ ...uids, [Tags.PixelData]: noise })

/** Implicit VR, with a sender's own preamble. */
function implicit(uids: Record<number, unknown>): Uint8Array {
  const elements = imageElements({ ...uids, [Tags.PixelData]: noise })
  const file = Buffer.from(imageFile(uids))
  const { dataSetStart } = readPart10At(file)
  const head = Buffer.from(file.subarray(0, dataSetStart))
  // Padded to the same length, so that the group length holds.
  head.write('1.2.840.10008.1.2\0\0\0', head.indexOf('1.2.840.10008.1.2.1'), 'latin1')
  return Buffer.concat([head, encodeDataSet(elements, IMPLICIT)])
}

function readPart10At(bytes: Buffer) {
  const scanner = scanPart10()
  scanner.push(bytes)
  return scanner.end()
}

const coded = (syntax: TransferSyntax) => async (uids: Record<number, unknown>): Promise<Uint8Array> => {
  const bytes = Buffer.from(plain(uids))
  const made = await transcode({ ...readPart10At(bytes), read: (start, end) => Promise.resolve(bytes.subarray(start, end)) }, syntax)
  assert.equal(made.kind, 'transcoded')
  const parts: Uint8Array[] = []
  for await (const part of made.bytes) parts.push(Buffer.from(part))
  return Buffer.concat(parts)
}

function withPreamble(uids: Record<number, unknown>): Uint8Array {
  const file = Buffer.from(plain(uids))
  file.write('MZ this is a program')
  return file
}

const BASIC_TEXT_SR = '1.2.840.10008.5.1.4.1.1.88.11'
const ENCAPSULATED_PDF = '1.2.840.10008.5.1.4.1.1.104.1'

type Elements = Readonly<Record<number, Value | Element>>

const named = (meaning: string): Elements => ({ [Tags.CodeValue]: 'X', [Tags.CodingSchemeDesignator]: '99', [Tags.CodeMeaning]: meaning })

/** Without pixels, in a Series of its own. */
function objectFile(uids: Record<number, unknown>, sopClassUid: string, elements: Elements): Uint8Array {
  const others = Object.fromEntries(Object.entries(imageElements(uids)).filter(([tag]) => Number(tag) !== Tags.PixelData && Number(tag) !== Tags.Rows)) as Elements
  const instanceUid = String(uids[Tags.SOPInstanceUID])
  const meta = encodeFileMeta({ sopClassUid, sopInstanceUid: instanceUid, transferSyntaxUid: EXPLICIT.uid })
  const dataSet = encodeDataSet({ ...others, [Tags.SOPClassUID]: sopClassUid, [Tags.SeriesInstanceUID]: `${instanceUid}.9`, ...elements }, EXPLICIT)
  return Buffer.concat([meta, dataSet])
}

const structured = (uids: Record<number, unknown>) => objectFile(uids, BASIC_TEXT_SR, {
  [Tags.Modality]: 'SR', [Tags.ConceptNameCodeSequence]: [named('Chest report')], [Tags.CompletionFlag]: 'COMPLETE', [Tags.VerificationFlag]: 'VERIFIED',
  [Tags.ContentDate]: '20260102', [Tags.ContentTime]: '101112',
  [Tags.ContentSequence]: [
    { [Tags.ValueType]: 'TEXT', [Tags.ConceptNameCodeSequence]: [named('Finding')], [Tags.TextValue]: 'Solid nodule' },
    { [Tags.ValueType]: 'IMAGE', [Tags.ReferencedSOPSequence]: [{ [Tags.ReferencedSOPInstanceUID]: `${String(uids[Tags.StudyInstanceUID])}.1.1` }] },
  ],
})

const document = (uids: Record<number, unknown>) => objectFile(uids, ENCAPSULATED_PDF, {
  [Tags.Modality]: 'DOC', [Tags.DocumentTitle]: 'Letter', [Tags.MIMETypeOfEncapsulatedDocument]: 'application/pdf',
  [Tags.EncapsulatedDocument]: Buffer.from('%PDF-1.4 of a letter'),
})

async function bytesOf({ list, blobs }: Pick<PackageBytes, 'list' | 'blobs'>): Promise<Buffer> {
  const parts: Uint8Array[] = []
  for await (const part of open(list, blobs)) parts.push(Buffer.from(part))
  return Buffer.concat(parts)
}

async function isoOf(packages: Packages, studyId: string, options: Parameters<Packages['prepare']>[2] = {}) {
  const made = await madeBy(packages.prepare(studyId, 'iso', options))
  const bytes = await bytesOf((await packages.serve(made.id)) ?? assert.fail('not served'))
  assert.equal(bytes.length, made.sizeBytes)
  return { made, ...(await readIso(bytes)) }
}

async function readIso(bytes: Buffer) {
  const files = await filesOfIso({ sizeBytes: bytes.length, read: (start, end) => Promise.resolve(bytes.subarray(start, end)) })
  const contents = new Map<string, Buffer>()
  for (const file of files) {
    const parts: Uint8Array[] = []
    for await (const part of file.open()) parts.push(part)
    contents.set(file.path, Buffer.concat(parts))
  }
  return { contents, report: await checkMedium(files) }
}

const image = (contents: ReadonlyMap<string, Buffer>, number = 1) => contents.get(`IMAGES/ST000001/SE000001/IM00000${number}`) ?? assert.fail(`no image ${number}`)

describe('a package', () => {
  it('is a medium about which there is nothing to say, with label and profile', async () => {
    const { made, report, contents } = await isoOf(packagesOf(), await studyOf(plain, plain))
    assert.deepEqual(report, { findings: [], instances: 2, profile: 'STD-GEN-CD' })
    assert.equal(made.profile, 'STD-GEN-CD')
    assert.deepEqual(made.label, ['Image Test', '2026-01-02', 'DICOM ONLY - STD-GEN-CD'])
    assert.deepEqual([...contents.keys()].slice(0, 1), ['DICOMDIR'])
  })

  it('leaves behind what a sender put into the preamble', async () => {
    const { contents, report } = await isoOf(packagesOf(), await studyOf(withPreamble))
    assert.deepEqual(report.findings, [])
    const file = image(contents)
    assert.ok(file.subarray(0, 128).every((byte) => byte === 0))
    assert.deepEqual(Buffer.from(readPart10(file).dataSet.bytes(Tags.PixelData) ?? []), Buffer.from(noise))
  })

  it('writes Implicit VR as Explicit VR, its values untouched', async () => {
    const { contents, report, made } = await isoOf(packagesOf(), await studyOf(implicit))
    assert.deepEqual([report.findings, made.profile], [[], 'STD-GEN-CD'])
    const { dataSet, transferSyntax } = readPart10(image(contents))
    assert.equal(transferSyntax.uid, EXPLICIT.uid)
    assert.deepEqual(Buffer.from(dataSet.bytes(Tags.PixelData) ?? []), Buffer.from(noise))
  })

  it('decompresses what no profile takes', async () => {
    const { contents, report, made } = await isoOf(packagesOf(), await studyOf(coded(RLE), plain))
    assert.deepEqual([report.findings, made.profile], [[], 'STD-GEN-CD'])
    assert.deepEqual(Buffer.from(readPart10(image(contents)).dataSet.bytes(Tags.PixelData) ?? []), Buffer.from(noise))
  })

  it('keeps all as it is where that is wished, and claims no profile then', async () => {
    const { contents, made } = await isoOf(packagesOf(), await studyOf(coded(JPEG_LS)), { wish: 'kept' })
    assert.equal(made.profile, null)
    assert.equal(readPart10(image(contents)).transferSyntax.uid, JPEG_LS.uid)
  })

  it('holds the viewer, its page with the list and what tells it of the Studies', async () => {
    const { contents, report } = await isoOf(packagesOf({ disc }), await studyOf(plain))
    assert.deepEqual(report.findings, [])
    assert.equal(contents.get('VIEWER/VIEWER.JS')?.toString(), 'look()')
    assert.match(contents.get('INDEX.HTM')?.toString() ?? '', /<noscript><h2>Patient: Image Test<\/h2>/)
    const script = contents.get('VIEWER/STUDIES.JS')?.toString() ?? ''
    assert.match(script, /^window\.FILMJACKET_DISC = \{/)
    assert.match(script, /"instances":\[\{"file":"IMAGES\/ST000001\/SE000001\/IM000001","frames":1\}\]/)
  })

  it('ends no script element with a value', async () => {
    const studyId = await studyOf((uids) => imageFile({ ...uids, [Tags.StudyDescription]: '</script><script>alert(1)</script>' }))
    const { contents } = await isoOf(packagesOf({ disc }), studyId)
    assert.doesNotMatch(contents.get('VIEWER/STUDIES.JS')?.toString() ?? '', /</)
  })

  it('has pictures of the series in IHE_PDI', async () => {
    const studyId = await studyOf(plain)
    const packages = packagesOf({ disc })
    const early = await madeBy(packages.prepare(studyId, 'iso'))
    const before = (await packages.serve(early.id))?.etag
    await sql`insert into series_preview (series_id, media_type, bytes) select id, 'image/jpeg', '\\xffd8'::bytea from series where study_id = ${studyId}`.execute(store.db)
    assert.equal((await packagesOf({ disc }).serve(early.id))?.etag, before, 'what was drawn later changes nothing of what was promised')
    const { contents, made } = await isoOf(packages, studyId)
    assert.deepEqual([...(contents.get('IHE_PDI/PV000001.JPG') ?? [])], [0xff, 0xd8])
    assert.match(contents.get('VIEWER/STUDIES.JS')?.toString() ?? '', /"preview":"IHE_PDI\/PV000001.JPG"/)
    assert.match(made.label.at(-1) ?? '', /^DICOM PLUS WEB/)
  })

  it('has reports as pages, documents as they came, and tells the viewer of both', async () => {
    const { contents, made, report } = await isoOf(packagesOf({ disc }), await studyOf(plain, structured, document))
    assert.deepEqual(report.findings, [])
    assert.match(contents.get('IHE_PDI/RP000001.HTM')?.toString() ?? '', /<h1>Chest report<\/h1>[\s\S]*Solid nodule/)
    assert.equal(contents.get('IHE_PDI/DC000001.PDF')?.toString(), '%PDF-1.4 of a letter')
    assert.match(contents.get('VIEWER/STUDIES.JS')?.toString() ?? '', /"documents":\[\{"title":"Chest report","file":"IHE_PDI\/RP000001.HTM"\}\]/)
    assert.match(made.label.at(-1) ?? '', /^DICOM PLUS WEB/)
  })

  it('has some pictures of each Series, and those that a report points at, where the site wants them; the same whoever serves them', async () => {
    const value = (setting: Setting) => (setting === MEDIA_PICTURES ? true : setting.default)
    const packages = packagesOf({ settings: { value } as unknown as NonNullable<PackagesOptions['settings']> })
    const { contents, made } = await isoOf(packages, await studyOf(...Array.from({ length: 20 }, () => plain), structured))
    const pictures = [...contents.keys()].filter((path) => path.startsWith('IHE_PDI/IM'))
    // Eight evenly spread over the twenty, and the first, at which the report points.
    assert.equal(pictures.length, 9)
    for (const path of pictures) assert.deepEqual([...(contents.get(path) ?? [])].slice(0, 2), [0xff, 0xd8])
    assert.match(contents.get('IHE_PDI/RP000001.HTM')?.toString() ?? '', /src="IM000001.JPG"/)
    const [again, other] = await Promise.all([packages, packagesOf()].map(async (each) => bytesOf((await each.serve(made.id)) ?? assert.fail())))
    assert.ok(again !== undefined && other !== undefined && again.equals(other))
  })

  it('gives the same bytes from two servers, joined from 50 random cuts', async () => {
    const studyId = await studyOf(plain, implicit, coded(RLE), withPreamble)
    const made = await madeBy(packagesOf({ disc }).prepare(studyId, 'zip'))
    const [one, other] = await Promise.all([1, 2].map(async () => (await packagesOf({ disc }).serve(made.id)) ?? assert.fail()))
    assert.ok(one !== undefined && other !== undefined)
    assert.equal(one.etag, other.etag)
    const whole = await bytesOf(one)
    let random = 7
    const cuts = Array.from({ length: 50 }, () => (random = (random * 48_271) % 2_147_483_647) % whole.length).sort((a, b) => a - b)
    const parts = await Promise.all([0, ...cuts].map((start, n) =>
      bytesOf({ list: slice(other.list, start, cuts[n] ?? sizeOf(other.list)), blobs: other.blobs })))
    const digest = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
    assert.equal(digest(Buffer.concat(parts)), digest(whole))
  })

  it('is laid out anew under another tag where the viewer is another', async () => {
    const made = await madeBy(packagesOf({ disc }).prepare(await studyOf(plain), 'zip'))
    const first = (await packagesOf({ disc }).serve(made.id)) ?? assert.fail()
    const second = (await packagesOf({ disc, version: '2' }).serve(made.id)) ?? assert.fail()
    assert.notEqual(second.etag, first.etag)
    assert.equal((await packagesOf({ disc, version: '2' }).serve(made.id))?.etag, second.etag)
  })

  it('has the corrected name everywhere, under another tag, once its Study was corrected', async () => {
    const studyId = await studyOf(plain, implicit, coded(RLE), withPreamble)
    const packages = packagesOf({ disc })
    const made = await madeBy(packages.prepare(studyId, 'iso'))
    const before = (await packages.serve(made.id)) ?? assert.fail()
    await addJobTables(store.url)
    const outcome = await createCorrections({ db: store.db, clock, changed: () => undefined }).correct(CLERK, studyId, {
      identity: { patientId: 'P99', issuer: '', patientName: 'Right^Name', birthDate: '19700101', sex: 'O', accessionNumber: 'A1' },
      reason: 'correct', note: 'wrong card', joins: false,
    })
    assert.equal(outcome.kind, 'corrected')
    const after = (await packages.serve(made.id)) ?? assert.fail()
    assert.notEqual(after.etag, before.etag)
    const { contents, report } = await readIso(await bytesOf(after))
    assert.deepEqual(report.findings, [])
    for (const n of [1, 2, 3, 4]) assert.equal(readPart10(image(contents, n)).dataSet.text(Tags.PatientName), 'Right^Name')
  })

  it('is gone when one of its images is', async () => {
    const studyId = await studyOf(plain, plain)
    const made = await madeBy(packagesOf().prepare(studyId, 'zip'))
    await sql`delete from instance where instance_uid = (select max(instance_uid) from instance join series on series.id = series_id where study_id = ${studyId})`.execute(store.db)
    assert.equal(await packagesOf().serve(made.id), undefined)
  })

  it('is neither prepared nor begun while a stored file is gone, which is told to who looks after the disk; and is served again when it is back', async () => {
    await addJobTables(store.url)
    const packages = packagesOf()
    const studyId = await studyOf(plain)
    const made = await madeBy(packages.prepare(studyId, 'zip'))
    await withoutFiles(store.folder, async () => {
      assert.equal(await packages.serve(made.id), undefined)
      assert.equal(await packages.serve(made.id), undefined)
      assert.deepEqual(await packages.prepare(studyId, 'zip'), { kind: 'missing' })
    })
    const { rows: [told] } = await sql<{ missing: number; events: number }>`
      select (select count(*)::int from damaged_blob where is_missing) as missing,
        (select count(*)::int from graphile_worker._private_jobs where payload->>'name' = 'files.missing') as events`.execute(store.db)
    assert.deepEqual(told, { missing: 1, events: 1 })
    assert.equal((await bytesOf((await packages.serve(made.id)) ?? assert.fail())).length, made.sizeBytes)
  })

  it('of before recipes is served still', async () => {
    const made = await madeBy(packagesOf().prepare(await studyOf(plain), 'zip'))
    await sql`update package set recipe = null where id = ${made.id}`.execute(store.db)
    assert.ok((await packagesOf().serve(made.id)) !== undefined)
  })

  it('has its images in the order in which people look as ISO, and as they came, which is how they are stored, as ZIP', async () => {
    const numbered = (number: number) => (uids: Record<number, unknown>) => plain({ ...uids, [Tags.InstanceNumber]: number })
    const studyId = await studyOf(numbered(3), numbered(1), numbered(2))
    const composed = (await packagesOf().compose([studyId])) ?? assert.fail()
    const instances = await store.archive.instancesOf(studyId)
    const blobs = (format: 'zip' | 'iso') => composed.as(format).flatMap((extent) => (extent.kind === 'range' ? [extent.blob] : []))
    assert.deepEqual(blobs('iso'), instances.map(({ blobId }) => blobId))
    assert.deepEqual(blobs('zip'), instances.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map(({ blobId }) => blobId))
    assert.notEqual(instances[0]?.instanceUid.at(-1), '1')
  })

  it('of several Studies is one medium', async () => {
    const composed = (await packagesOf().compose([await studyOf(plain), await studyOf(plain)])) ?? assert.fail()
    assert.equal(composed.instances, 2)
    assert.deepEqual(composed.files.map(({ path }) => path.join('/')).filter((path) => path.startsWith('IMAGES')),
      ['IMAGES/ST000001/SE000001/IM000001', 'IMAGES/ST000002/SE000001/IM000001'])
  })
})
