import assert from 'node:assert/strict'
import { open } from '@filmjacket/bytes'
import {
  encodeDataSet, encodeFileMeta, readPart10, SopClasses, Tags, TransferSyntaxes, type DataSet, type DicomJson, type ElementMap,
} from '@filmjacket/dicom-data'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import type { AccountCaller } from '../../../platform/server/auth/caller.ts'
import { addJobTables } from '../../../platform/server/database/testing.ts'
import { testWeb, type TestWeb } from '../dicomweb/testing.ts'
import { fileOf, type StoredInstance } from '../index.ts'
import { imageElements, imageFile, inChunks } from '../testing.ts'
import { createCards } from './card.ts'
import { createCorrections, type Correction, type Corrections } from './corrections.ts'
import { asOrdered, type Changed, type Identity } from './identity.ts'

const caller: AccountCaller = { kind: 'account', accountId: 'acc_clerk', role: 'clerk', sessionId: 'ses_1' }
const by = { caller, address: '127.0.0.1' }

const CAME: Identity = {
  patientId: 'P1', issuer: '', patientName: 'Test^Image', birthDate: '19700101', sex: 'O', accessionNumber: 'A1',
}

interface Bench extends TestWeb {
  readonly corrections: Corrections
  correct(studyId: string, changed: Changed, more?: Partial<Correction>): ReturnType<Corrections['correct']>
  idOf(studyUid: string): Promise<string>
  one(studyId: string): Promise<StoredInstance>
  /** The file as it leaves. */
  leaving(instance: StoredInstance): Promise<Buffer>
}

async function bench(...files: readonly Uint8Array[]): Promise<Bench> {
  const web = await testWeb()
  await addJobTables(web.url)
  await web.store(...files)
  const corrections = createCorrections({ db: web.db, clock: { now: () => Date.now() }, changed: () => undefined })
  return {
    ...web, corrections,
    correct: (studyId, changed, more) =>
      corrections.correct(by, studyId, { identity: { ...CAME, ...changed }, reason: 'correct', note: 'wrong card', joins: false, ...more }),
    idOf: async (studyUid) =>
      (await web.db.selectFrom('study').select('id').where('study_uid', '=', studyUid).executeTakeFirstOrThrow()).id,
    one: async (studyId) => (await web.archive.instancesOf(studyId))[0] ?? assert.fail('no instance'),
    async leaving(instance) {
      const parts: Uint8Array[] = []
      for await (const part of open(fileOf(instance), web.blobs)) parts.push(part)
      return Buffer.concat(parts)
    },
  }
}

function original(dataSet: DataSet) {
  return dataSet.items(Tags.OriginalAttributesSequence).map((item) => ({
    reason: item.text(Tags.ReasonForTheAttributeModification), system: item.text(Tags.ModifyingSystem),
    when: item.text(Tags.AttributeModificationDateTime),
    before: Object.fromEntries(item.items(Tags.ModifiedAttributesSequence).flatMap((before) =>
      [...before.tags()].map((tag) => [tag, before.text(tag) ?? '']))),
  }))
}

const otherStudy = (changes: Record<number, unknown> = {}) => imageFile({
  [Tags.StudyInstanceUID]: '1.2.3.2', [Tags.SeriesInstanceUID]: '1.2.3.2.1', [Tags.SOPInstanceUID]: '1.2.3.2.1.1', ...changes,
})

describe('a correction', () => {
  it('is in the header that leaves, with what was there before, and leaves the stored bytes alone', async () => {
    const it_ = await bench(imageFile())
    const study = await it_.idOf('1.2.3.1')
    const before = await it_.one(study)
    expect(await it_.correct(study, { patientName: 'Müller^Jörg', accessionNumber: 'A2' })).toMatchObject({ kind: 'corrected', studies: 1 })
    const after = await it_.one(study)
    const { dataSet } = readPart10(await it_.leaving(after))
    expect([dataSet.text(Tags.PatientName), dataSet.text(Tags.AccessionNumber), dataSet.text(Tags.PatientID)]).toEqual(['Müller^Jörg', 'A2', 'P1'])
    expect(Buffer.from(dataSet.bytes(Tags.PixelData) ?? [])).toEqual(Buffer.alloc(512))
    const [told, ...more] = original(dataSet)
    expect(told).toMatchObject({
      reason: 'CORRECT', system: 'Filmjacket', before: { [Tags.PatientName]: 'Test^Image', [Tags.AccessionNumber]: 'A1' },
    })
    expect(told?.when).toMatch(/^\d{14}\.\d{6}\+0000$/)
    expect(more).toEqual([])
    expect(after.blobId).toBe(before.blobId)
    await it_.blobs.verify(after.blobId)
  })

  it('is found and told by DICOMweb: search, metadata, files; under another ETag', async () => {
    const it_ = await bench(imageFile())
    const study = await it_.idOf('1.2.3.1')
    await it_.settle('1.2.3.1')
    const tags = { before: (await it_.ask('/dicom-web/studies/1.2.3.1')).headers['etag'], metadata: (await it_.ask('/dicom-web/studies/1.2.3.1/metadata')).headers['etag'] }
    await it_.correct(study, { patientName: 'Right^Person', birthDate: '19800202' })
    const found = (await it_.ask('/dicom-web/studies?PatientName=right%20person&fuzzymatching=true')).json<DicomJson[]>()
    expect(found[0]?.['00100010']?.Value).toEqual([{ Alphabetic: 'Right^Person' }])
    expect((await it_.ask('/dicom-web/studies?PatientName=test*')).text).toBe('[]')
    const metadata = await it_.ask('/dicom-web/studies/1.2.3.1/metadata')
    const [json] = metadata.json<DicomJson[]>()
    expect(json?.['00100030']?.Value).toEqual(['19800202'])
    expect(json?.['04000561']?.Value).toHaveLength(1)
    const one = (await it_.ask('/dicom-web/studies/1.2.3.1/series/1.2.3.1.1/instances/1.2.3.1.1.1/metadata')).json<DicomJson[]>()
    expect(one[0]?.['00100010']?.Value).toEqual([{ Alphabetic: 'Right^Person' }])
    const files = await it_.ask('/dicom-web/studies/1.2.3.1', { headers: { accept: 'multipart/related; type="application/dicom"' } })
    const [part] = await files.parts()
    expect(readPart10(part?.bytes ?? Buffer.alloc(0)).dataSet.text(Tags.PatientName)).toBe('Right^Person')
    expect([files.headers['etag'] === tags.before, metadata.headers['etag'] === tags.metadata]).toEqual([false, false])
    const pixels = await it_.ask('/dicom-web/studies/1.2.3.1/series/1.2.3.1.1/instances/1.2.3.1.1.1/frames/1', { headers: { accept: 'application/octet-stream' } })
    expect(pixels.bytes).toEqual(Buffer.alloc(512))
  })

  it('of an accession number holds within its requests too, but for those of other orders; taken back, the file is the stored one', async () => {
    const request = (accession: string) => ({ [Tags.AccessionNumber]: accession, [Tags.RequestedProcedureID]: `for ${accession}` })
    const file = imageFile({
      [Tags.RequestAttributesSequence]: [request('A1'), request('B7')], [Tags.ReferencedRequestSequence]: [request('A1')],
    })
    const it_ = await bench(file)
    const study = await it_.idOf('1.2.3.1')
    await it_.correct(study, { accessionNumber: 'A2' })
    await it_.correct(study, { accessionNumber: 'A3' })
    const { dataSet } = readPart10(await it_.leaving(await it_.one(study)))
    const within = (from: DataSet, tag: number) => from.items(tag).map((item) => [item.text(Tags.AccessionNumber), item.text(Tags.RequestedProcedureID)])
    expect([dataSet.text(Tags.AccessionNumber), within(dataSet, Tags.RequestAttributesSequence), within(dataSet, Tags.ReferencedRequestSequence)])
      .toEqual(['A3', [['A3', 'for A1'], ['B7', 'for B7']], [['A3', 'for A1']]])
    const before = dataSet.items(Tags.OriginalAttributesSequence).flatMap((item) => item.items(Tags.ModifiedAttributesSequence))
    expect(before.map((item) => within(item, Tags.RequestAttributesSequence))).toEqual([
      [['A1', 'for A1'], ['B7', 'for B7']], [['A2', 'for A1'], ['B7', 'for B7']],
    ])
    const { rows: made } = await sql<{ id: string }>`select id from correction order by made_at desc, id desc`.execute(it_.db)
    for (const { id } of made) await it_.corrections.undo(by, study, id)
    expect(await it_.leaving(await it_.one(study))).toEqual(Buffer.from(file))
  })

  it('of a Patient holds for all of their Studies, those to come included', async () => {
    const it_ = await bench(imageFile(), otherStudy({ [Tags.AccessionNumber]: 'A9' }))
    const [one, other] = [await it_.idOf('1.2.3.1'), await it_.idOf('1.2.3.2')]
    expect(await it_.correct(one, { patientName: 'Right^Person', accessionNumber: 'A2' })).toMatchObject({ kind: 'corrected', studies: 2 })
    const { dataSet } = readPart10(await it_.leaving(await it_.one(other)))
    expect([dataSet.text(Tags.PatientName), dataSet.text(Tags.AccessionNumber)]).toEqual(['Right^Person', 'A9'])
    await it_.store(otherStudy({ [Tags.StudyInstanceUID]: '1.2.3.3', [Tags.SeriesInstanceUID]: '1.2.3.3.1', [Tags.SOPInstanceUID]: '1.2.3.3.1.1' }))
    const third = await it_.idOf('1.2.3.3')
    expect(readPart10(await it_.leaving(await it_.one(third))).dataSet.text(Tags.PatientName)).toBe('Right^Person')
    const [made] = await sql<{ id: string }>`select id from correction`.execute(it_.db).then(({ rows }) => rows)
    expect(await it_.corrections.undo(by, third, made?.id ?? '')).toEqual({ kind: 'undone', studies: 3 })
    for (const study of [one, other, third])
      expect(readPart10(await it_.leaving(await it_.one(study))).dataSet.text(Tags.PatientName)).toBe('Test^Image')
    expect(await it_.db.selectFrom('patient').select(['name']).execute()).toEqual([{ name: 'Test^Image' }])
  })

  it('moves an exam to another Patient, whose it then is and nobody else\'s', async () => {
    const it_ = await bench(imageFile(), otherStudy())
    const study = await it_.idOf('1.2.3.1')
    await it_.correct(study, { patientId: 'P2', patientName: 'Other^Person' })
    const uids = async (patientId: string) => (await it_.archive.studiesOfPatient({ patientId, issuer: '' })).map(({ id }) => id)
    expect([await uids('P1'), await uids('P2')]).toEqual([[await it_.idOf('1.2.3.2')], [study]])
    expect(await it_.archive.patientOf(study)).toEqual({ patientId: 'P2', issuer: '' })
  })

  it('joins a Patient who is here only if that is said, and takes their name', async () => {
    const it_ = await bench(imageFile(), otherStudy({ [Tags.PatientID]: 'P2', [Tags.PatientName]: 'Known^Person', [Tags.PatientSex]: 'F' }))
    const study = await it_.idOf('1.2.3.1')
    expect(await it_.correct(study, { patientId: 'P2' })).toEqual({
      kind: 'known-patient', person: { patientName: 'Known^Person', birthDate: '19700101', sex: 'F' },
    })
    expect(await it_.archive.patientOf(study)).toEqual({ patientId: 'P1', issuer: '' })
    await it_.correct(study, { patientId: 'P2' }, { joins: true })
    const { dataSet } = readPart10(await it_.leaving(await it_.one(study)))
    expect([dataSet.text(Tags.PatientName), dataSet.text(Tags.PatientSex)]).toEqual(['Known^Person', 'F'])
    expect(await it_.db.selectFrom('patient').select('patient_id').execute()).toEqual([{ patient_id: 'P2' }])
  })

  it('holds for what arrives later, under the old identity or the right one', async () => {
    const it_ = await bench(imageFile())
    const study = await it_.idOf('1.2.3.1')
    await it_.correct(study, { patientId: 'P2', patientName: 'Other^Person' })
    const old = imageFile({ [Tags.SOPInstanceUID]: '1.2.3.1.1.2', [Tags.InstanceNumber]: 2 })
    const right = imageFile({ [Tags.SOPInstanceUID]: '1.2.3.1.1.3', [Tags.InstanceNumber]: 3, [Tags.PatientID]: 'P2', [Tags.PatientName]: 'Other^Person' })
    await it_.store(old, right)
    const stranger = imageFile({ [Tags.SOPInstanceUID]: '1.2.3.1.1.4', [Tags.PatientID]: 'P3' })
    expect((await it_.archive.ingest.file({ kind: 'import' }, inChunks(stranger))).kind).not.toBe('stored')
    const sets: DataSet[] = []
    for (const instance of await it_.archive.instancesOf(study)) sets.push(readPart10(await it_.leaving(instance)).dataSet)
    expect(sets.map((dataSet) => [dataSet.text(Tags.PatientID), dataSet.text(Tags.PatientName), original(dataSet).length])).toEqual([
      ['P2', 'Other^Person', 1], ['P2', 'Other^Person', 1], ['P2', 'Other^Person', 0],
    ])
  })

  it('is undone whole, in the middle of others too', async () => {
    const it_ = await bench(imageFile())
    const study = await it_.idOf('1.2.3.1')
    const first = await it_.correct(study, { accessionNumber: 'A2' })
    const second = await it_.correct(study, { accessionNumber: 'A2', patientName: 'Right^Person' }, { reason: 'coerce' })
    if (first.kind !== 'corrected' || second.kind !== 'corrected') return assert.fail('not corrected')
    expect(original(readPart10(await it_.leaving(await it_.one(study))).dataSet).map(({ reason }) => reason)).toEqual(['CORRECT', 'COERCE'])
    await it_.corrections.undo(by, study, first.correctionId)
    const { dataSet } = readPart10(await it_.leaving(await it_.one(study)))
    expect([dataSet.text(Tags.AccessionNumber), dataSet.text(Tags.PatientName)]).toEqual(['A1', 'Right^Person'])
    await it_.corrections.undo(by, study, second.correctionId)
    expect(await it_.corrections.undo(by, study, second.correctionId)).toEqual({ kind: 'not-found' })
    expect(await it_.leaving(await it_.one(study))).toEqual(Buffer.from(imageFile()))
    const audited = await sql<{ action: string }>`select action from audit where subject = ${study} and action like 'archive.correct%' order by id`.execute(it_.db)
    expect(audited.rows.map(({ action }) => action)).toEqual([
      'archive.corrected', 'archive.corrected', 'archive.correction-undone', 'archive.correction-undone'])
  })

  it('that gives an exam to another Patient does not tell them, who may take it home, under whose name it was', async () => {
    const theirs: ElementMap = { [Tags.ModifyingSystem]: 'RIS', [Tags.ModifiedAttributesSequence]: [{ [Tags.PatientName]: 'Tset^Image' }] }
    const it_ = await bench(imageFile({ [Tags.OriginalAttributesSequence]: [theirs] }))
    const study = await it_.idOf('1.2.3.1')
    await it_.correct(study, { patientId: 'P2', patientName: 'Other^Person', accessionNumber: 'A2' })
    const home = await it_.leaving(await it_.one(study))
    const [told, ...more] = original(readPart10(home).dataSet)
    expect(told?.before).toEqual({ [Tags.AccessionNumber]: 'A1', [Tags.PatientName]: '', [Tags.PatientID]: '' })
    expect(more).toEqual([])
    for (const text of [home.toString('latin1'), (await it_.ask('/dicom-web/studies/1.2.3.1/metadata')).text]) {
      expect(text).not.toMatch(/Test\^Image|Tset\^Image|P1\b/)
      expect(text).toContain('Other^Person')
    }
  })

  it('keeps what other systems noted before, in its own item', async () => {
    const theirs: ElementMap = { [Tags.ModifyingSystem]: 'Système', [Tags.ModifiedAttributesSequence]: [{ [Tags.PatientID]: 'P0' }] }
    const it_ = await bench(imageFile({ [Tags.OriginalAttributesSequence]: [theirs], [Tags.SpecificCharacterSet]: 'ISO_IR 100' }))
    const study = await it_.idOf('1.2.3.1')
    await it_.correct(study, { patientName: 'Κανένας' })
    const { dataSet } = readPart10(await it_.leaving(await it_.one(study)))
    expect(original(dataSet).map(({ system, before }) => [system, before[Tags.PatientID]])).toEqual([['Système', 'P0'], ['Filmjacket', undefined]])
    expect(dataSet.text(Tags.PatientName)).toBe('Κανένας')
  })

  const forms = [TransferSyntaxes.implicitVrLittleEndian, TransferSyntaxes.explicitVrBigEndian, TransferSyntaxes.deflatedExplicitVrLittleEndian]
  for (const syntax of forms) {
    it(`is in objects of ${syntax.name}, whose large values stay what they are`, async () => {
      const elements = imageElements({
        [Tags.SOPClassUID]: SopClasses.ctImageStorage, 0x00090010: 'ACME', 0x00091001: { vr: 'OB', value: new Uint8Array(3_000_000).fill(7) },
      })
      const meta = encodeFileMeta({ sopClassUid: SopClasses.ctImageStorage, sopInstanceUid: '1.2.3.1.1.1', transferSyntaxUid: syntax.uid })
      const it_ = await bench(Buffer.concat([meta, encodeDataSet(elements, syntax)]))
      const study = await it_.idOf('1.2.3.1')
      await it_.correct(study, { patientName: 'A longer name^Than before' })
      const { dataSet, transferSyntax } = readPart10(await it_.leaving(await it_.one(study)), { valueBytes: 10_000_000 })
      expect([transferSyntax.uid, dataSet.text(Tags.PatientName)]).toEqual([syntax.uid, 'A longer name^Than before'])
      expect(dataSet.bytes(0x00091001)?.length).toBe(3_000_000)
      expect(dataSet.bytes(Tags.PixelData)?.length).toBe(512)
    })
  }

  it('tells the address of a large value that is still there', async () => {
    const it_ = await bench(imageFile({ 0x00090010: 'ACME', 0x00091001: { vr: 'OB', value: new Uint8Array(3_000_000).fill(7) } }))
    await it_.correct(await it_.idOf('1.2.3.1'), { patientName: 'Right^Person' })
    const [json] = (await it_.ask('/dicom-web/studies/1.2.3.1/metadata')).json<DicomJson[]>()
    const uri = json?.['00091001']?.BulkDataURI
    const value = await it_.ask(new URL(uri ?? assert.fail('no address')).pathname, { headers: { accept: 'application/octet-stream' } })
    expect(value.bytes.equals(Buffer.alloc(3_000_000, 7))).toBe(true)
  })
})

describe('the identity of an order', () => {
  it('is put forward where it is another; what the order leaves open, and another spelling, stay', () => {
    const order: Identity = { patientId: 'P1', issuer: '', patientName: 'TEST^IMAGE', birthDate: '', sex: '', accessionNumber: '' }
    expect(asOrdered({ ...CAME, issuer: 'HERE' }, order)).toBeNull()
    expect(asOrdered(CAME, { ...order, accessionNumber: 'A2', sex: 'F' })).toEqual({ ...CAME, accessionNumber: 'A2', sex: 'F' })
    expect(asOrdered({ ...CAME, issuer: 'HERE' }, { ...order, patientId: 'P2', patientName: 'Other^Person' }))
      .toEqual({ ...CAME, patientId: 'P2', issuer: '', patientName: 'Other^Person' })
  })

  it('is taken as any correction is: the card offers it until then, and what came is kept', async () => {
    const it_ = await bench(imageFile({ [Tags.StudyInstanceUID]: '1.2.7' }))
    const study = await it_.idOf('1.2.7')
    await it_.archive.expectations.expect(it_.db, {
      source: 'ord_1', studyUid: '1.2.7', ...CAME, patientId: 'P2', patientName: 'Ordered^Person', accessionNumber: 'A7',
    })
    const cards = createCards(it_.db, { known: () => Promise.resolve(new Map()) })
    const card = await cards.one(study)
    const ordered = card !== undefined && card !== 'removed' ? card.ordered : assert.fail('no card')
    expect(ordered).toEqual({ ...CAME, patientId: 'P2', patientName: 'Ordered^Person', accessionNumber: 'A7' })
    await it_.correct(study, ordered ?? {}, { reason: 'coerce' })
    expect(await cards.one(study)).toMatchObject({ identity: { patientId: 'P2', accessionNumber: 'A7' }, came: { patientId: 'P1' }, ordered: null })
    const [item] = original(readPart10(await it_.leaving(await it_.one(study))).dataSet)
    // A person who takes the file home is not told whose it was before.
    expect([item?.reason, item?.before[Tags.PatientID], item?.before[Tags.AccessionNumber]]).toEqual(['COERCE', '', 'A1'])
  })
})
