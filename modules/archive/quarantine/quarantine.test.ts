import { open } from '@filmjacket/bytes'
import { readPart10, Tags } from '@filmjacket/dicom-data'
import { beforeEach, describe, expect, it } from 'vitest'
import { fileOf, headerOf, type StoredInstance } from '../index.ts'
import { asCorrected, correctedHeaders } from '../correction/leaving.ts'
import { instancesOfStudy } from '../store/instances.ts'
import { classesOf } from '../store/commitment.ts'
import { inChunks } from '../testing.ts'
import { CLERK, madeStudy, testQuarantine, type TestQuarantine } from './testing.ts'

const BY = { caller: CLERK, address: '10.0.0.1' }
const NOBODY = { patientId: '', issuer: '', patientName: '', birthDate: '', sex: '', accessionNumber: '' } as const

let it_: TestQuarantine
beforeEach(async () => {
  it_ = await testQuarantine()
})

async function images(studyUid: string): Promise<readonly StoredInstance[]> {
  const study = await it_.archive.studyByUid(studyUid)
  return study === undefined ? [] : it_.archive.instancesOf(study.id)
}

async function headerFor(reader: 'device' | 'person', studyId: string) {
  const [stored] = await asCorrected({ ...it_, reader }, studyId, await instancesOfStudy(it_.db, studyId))
  return headerOf(stored!)
}

async function bytesOf(instance: StoredInstance): Promise<Buffer> {
  const parts: Uint8Array[] = []
  for await (const part of open(fileOf(instance), it_.blobs)) parts.push(part)
  return Buffer.concat(parts)
}

async function onlyCase() {
  const [only, ...others] = await it_.waiting()
  if (only === undefined || others.length > 0) throw new Error(`${others.length + 1} cases`)
  return only
}

const caseId = async () => (await onlyCase()).first.case_id

describe('what cannot be indexed', () => {
  it('is kept to the byte where it begins as DICOM, with why', async () => {
    const cut = madeStudy().image(1).subarray(0, -100)
    expect(await it_.take(cut)).toMatchObject({ kind: 'unreadable', isKept: true })
    const { first, actions } = await onlyCase()
    expect(first).toMatchObject({ why: 'unreadable', state: 'open', size_bytes: cut.length })
    expect(actions).toEqual(['requeue', 'discard'])
    const served = await it_.archive.quarantine.file(BY, first.id)
    const parts: Uint8Array[] = []
    for await (const part of open(served!.list, it_.blobs)) parts.push(part)
    expect(Buffer.concat(parts)).toEqual(Buffer.from(cut))
  })

  const flawed: Record<string, Record<number, unknown>> = {
    'no SOP Instance UID': { [Tags.SOPInstanceUID]: '' },
    'a Study Instance UID that is a path': { [Tags.StudyInstanceUID]: '../../etc/passwd' },
    'a Series Instance UID with letters': { [Tags.SeriesInstanceUID]: '1.2.X' },
  }
  for (const [what, changes] of Object.entries(flawed)) {
    it(`is repaired: ${what}`, async () => {
      await it_.take(madeStudy().image(1, changes))
      const { first } = await onlyCase()
      expect(first.why).toBe('no-identity')
      const given = { ...NOBODY, patientId: 'P7', patientName: 'Known^Now', birthDate: '19700101', sex: 'O', newUids: 'wrong' } as const
      expect(await it_.decide(first.case_id, { action: 'repair', repair: given })).toEqual({ kind: 'taken' })
      expect(await it_.waiting()).toEqual([])
      const [overview] = await it_.archive.studiesOfPatient({ patientId: 'P7', issuer: '' })
      const [stored] = await it_.archive.instancesOf(overview!.id)
      const header = await headerFor('device', overview!.id)
      const [item] = header.items(Tags.OriginalAttributesSequence)
      expect(header.text(Tags.PatientID)).toBe('P7')
      expect(item?.text(Tags.ReasonForTheAttributeModification)).toBe('CORRECT')
      expect(item?.items(Tags.ModifiedAttributesSequence)[0]?.text(Tags.PatientID)).toMatch(/^P-/)
      expect(header.items(Tags.OriginalAttributesSequence)).toHaveLength(2)
      expect(readPart10(await bytesOf(stored!)).dataSet.bytes(Tags.PixelData)).toHaveLength(512)
    })
  }

  it('does not tell a person, once repaired, about the stranger whose it was; a device of the house is told', async () => {
    const elsewhere = { [Tags.ModifyingSystem]: 'Elsewhere', [Tags.ModifiedAttributesSequence]: [{ [Tags.PatientID]: 'P-STRANGER-2' }] }
    const stranger = { [Tags.PatientID]: 'P-STRANGER', [Tags.PatientName]: 'Stranger^Sam', [Tags.PatientBirthDate]: '19551231' }
    await it_.take(madeStudy({ ...stranger, [Tags.OriginalAttributesSequence]: [elsewhere] }).image(1, { [Tags.SOPInstanceUID]: '' }))
    const given = { ...NOBODY, patientId: 'P9', patientName: 'Known^Now', birthDate: '19700101', sex: 'O', newUids: 'wrong' } as const
    await it_.decide(await caseId(), { action: 'repair', repair: given })
    const [overview] = await it_.archive.studiesOfPatient({ patientId: 'P9', issuer: '' })
    const [stored] = await it_.archive.instancesOf(overview!.id)
    const [inFiles, inMetadata] = [await bytesOf(stored!), (await correctedHeaders(it_.db, overview!.id, [stored!])).get(stored!.id)!.header]
    for (const bytes of [inFiles, inMetadata]) expect(Buffer.from(bytes).toString('latin1')).not.toMatch(/STRANGER|Stranger|19551231/)
    expect(readPart10(inFiles).dataSet.bytes(Tags.PixelData)).toHaveLength(512)
    const told = headerOf(stored!).items(Tags.OriginalAttributesSequence)
    expect(told.map((item) => item.items(Tags.ModifiedAttributesSequence)[0]?.has(Tags.PatientID))).toEqual([true, false])
    const before = (await headerFor('device', overview!.id)).items(Tags.OriginalAttributesSequence).map((item) => item.items(Tags.ModifiedAttributesSequence)[0]?.text(Tags.PatientID))
    expect(before).toEqual(['P-STRANGER-2', 'P-STRANGER', undefined])
  })

  it('keeps its Study and Series together when its UIDs are made anew', async () => {
    const study = madeStudy({ [Tags.StudyInstanceUID]: '1.2.X' })
    for (const number of [1, 2, 3]) await it_.take(study.image(number))
    expect(await onlyCase()).toMatchObject({ instances: 3 })
    await it_.decide(await caseId(), { action: 'repair', repair: { ...NOBODY, patientId: 'P8', newUids: 'wrong' } })
    expect(await it_.archive.studiesOfPatient({ patientId: 'P8', issuer: '' })).toMatchObject([{ instances: 3, series: 1 }])
  })

  it('is one case however often it is sent', async () => {
    const cut = madeStudy().image(1).subarray(0, -100)
    for (let sent = 0; sent < 3; sent++) await it_.take(cut)
    expect((await onlyCase()).first.arrivals).toBe(3)
    expect(await it_.audited('archive.quarantined')).toBe(1)
  })

  it('is gone when it is discarded, with a trace, and not brought back by a restart', async () => {
    await it_.take(madeStudy().image(1).subarray(0, -100))
    const { first } = await onlyCase()
    expect(await it_.decide(first.case_id, { action: 'discard' })).toEqual({ kind: 'taken' })
    expect(await it_.archive.quarantine.file(BY, first.id)).toBeUndefined()
    expect(await it_.db.selectFrom('blob').selectAll().execute()).toEqual([])
    expect(await it_.db.selectFrom('removed_record' as never).selectAll().execute()).toHaveLength(1)
    expect(await it_.audited('archive.held-discarded')).toBe(1)
    expect(await it_.decide(first.case_id, { action: 'requeue' })).toEqual({ kind: 'not-found' })
  })

  it('is in no search', async () => {
    const { image, studyUid } = madeStudy()
    await it_.take(image(1, { [Tags.SOPInstanceUID]: '' }))
    expect(await it_.archive.studyByUid(studyUid)).toBeUndefined()
    expect(await it_.archive.studiesOfPatient({ patientId: `P-${studyUid}`, issuer: '' })).toEqual([])
  })

  it('shows the header that came', async () => {
    await it_.take(madeStudy().image(1, { [Tags.SOPInstanceUID]: '' }))
    const header = await it_.archive.quarantine.header(BY, (await onlyCase()).first.id)
    expect(header?.came).toContainEqual({ tag: '(0010,0010)', name: 'PatientName', vr: 'PN', value: 'Test^Image', depth: 0 })
    expect(header?.here).toBeNull()
    expect(await it_.audited('archive.held-viewed')).toBe(1)
  })
})

describe('the same SOP Instance UID with other content', () => {
  const two = () => {
    const { image, studyUid } = madeStudy()
    return { studyUid, one: image(1), other: image(1, { [Tags.StudyDescription]: 'another' }) }
  }

  it('is refused and audited where the first is kept', async () => {
    const { one, other, studyUid } = two()
    await it_.take(one)
    expect(await it_.take(other)).toEqual({ kind: 'conflict' })
    expect(await it_.waiting()).toEqual([])
    expect(await it_.audited('archive.same-uid-refused')).toBe(1)
    expect(await bytesOf((await images(studyUid))[0]!)).toEqual(Buffer.from(one))
  })

  it('takes the place of the first where the site wants that, which is kept apart', async () => {
    const { one, other, studyUid } = two()
    await it_.set({ sameUid: 'replace' })
    await it_.take(one)
    expect((await it_.take(other)).kind).toBe('stored')
    const stored = await images(studyUid)
    expect(stored).toHaveLength(1)
    expect(await bytesOf(stored[0]!)).toEqual(Buffer.from(other))
    const { cases } = await it_.archive.quarantine.page({ is: 'decided' })
    expect(cases).toMatchObject([{ first: { state: 'replaced', why: 'same-uid' }, actions: ['discard'] }])
    expect(await it_.audited('archive.replaced')).toBe(1)
    expect(await it_.archive.study(stored[0]!.id)).toBeUndefined()
    expect(await it_.db.selectFrom('study').select(['instances', 'size_bytes']).execute()).toEqual([{ instances: 1, size_bytes: other.length }])
  })

  it('waits for a person under review, both readable; the person lets it take the place', async () => {
    const { one, other, studyUid } = two()
    await it_.set({ sameUid: 'review' })
    await it_.take(one)
    expect(await it_.take(other)).toEqual({ kind: 'held', why: 'same-uid' })
    expect((await classesOf(it_.db, [`${studyUid}.1.1`])).size, 'nothing is promised of it').toBe(0)
    const { first, here } = await onlyCase()
    expect(here).toMatchObject({ patientId: `P-${studyUid}` })
    const { came, here: headerHere } = (await it_.archive.quarantine.header(BY, first.id))!
    const descriptions = [came, headerHere].map((lines) => lines?.find(({ name }) => name === 'StudyDescription')?.value)
    expect(descriptions).toEqual(['another', 'CT of nothing'])
    await it_.decide(first.case_id, { action: 'accept' })
    expect(await bytesOf((await images(studyUid))[0]!)).toEqual(Buffer.from(other))
    expect(await it_.waiting()).toEqual([])
  })

  it('stays beside the first under a UID of its own, if a person wants both', async () => {
    const { one, other, studyUid } = two()
    await it_.set({ sameUid: 'review' })
    await it_.take(one)
    await it_.take(other)
    const identity = { patientId: `P-${studyUid}`, issuer: '', patientName: 'Test^Image', birthDate: '19700101', sex: 'O', accessionNumber: 'A1' } as const
    await it_.decide(await caseId(), { action: 'repair', repair: { ...identity, newUids: 'images' } })
    expect(await images(studyUid)).toHaveLength(2)
  })

  it('changes nothing when it is the same content, whatever the site wants', async () => {
    const { one } = two()
    for (const sameUid of ['first', 'replace', 'review'] as const) {
      await it_.set({ sameUid })
      await it_.take(one)
      expect(await it_.take(one)).toEqual({ kind: 'duplicate' })
    }
    expect(await it_.db.selectFrom('quarantined').selectAll().execute()).toEqual([])
  })
})

describe('after a crash', () => {
  it('what was judged is not judged again, and a decision that broke off is done once', async () => {
    await it_.set({ sameUid: 'replace' })
    const { image, studyUid } = madeStudy()
    const [one, other] = [image(1), image(1, { [Tags.StudyDescription]: 'another' })]
    await it_.take(one)
    await it_.take(other)
    const places = await it_.db.selectFrom('blob').selectAll().execute()
    for (const place of places) {
      const bytes = it_.blobs.read(place.id as never, 0, place.length)
      await it_.archive.ingest.replay({ place: place as never, origin: { kind: 'import' }, bytes })
    }
    expect(await bytesOf((await images(studyUid))[0]!)).toEqual(Buffer.from(other))
    await it_.archive.quarantine.work('case_absent', new AbortController().signal)
    expect(await it_.waiting()).toEqual([])
  })

  it('a repair that is done twice stores one image', async () => {
    await it_.take(madeStudy().image(1, { [Tags.SOPInstanceUID]: '' }))
    const { first } = await onlyCase()
    await it_.decide(first.case_id, { action: 'repair', repair: { ...NOBODY, patientId: 'P9', newUids: 'wrong' } })
    const before = await it_.db.selectFrom('quarantined').selectAll().executeTakeFirstOrThrow()
    await it_.db.updateTable('quarantined')
      .set({ state: 'in-work', decision: JSON.stringify({ action: 'repair', repair: { ...NOBODY, patientId: 'P9', newUids: 'wrong' } }) })
      .where('id', '=', before.id).execute()
    await it_.archive.quarantine.work(first.case_id, new AbortController().signal)
    expect(await it_.archive.studiesOfPatient({ patientId: 'P9', issuer: '' })).toMatchObject([{ instances: 1 }])
  })

  it('what came is held by the start where its row was not written yet', async () => {
    const { image } = madeStudy()
    await it_.take(image(1).subarray(0, -100))
    const place = await it_.db.selectFrom('blob').selectAll().executeTakeFirstOrThrow()
    await it_.db.deleteFrom('quarantined').execute()
    const bytes = it_.blobs.read(place.id as never, 0, place.length)
    await it_.archive.ingest.replay({ place: place as never, origin: { kind: 'import' }, bytes })
    expect(await onlyCase()).toMatchObject({ first: { why: 'unreadable' } })
  })
})

describe('an image without anything of DICOM', () => {
  it('leaves nothing', async () => {
    expect(await it_.archive.ingest.file({ kind: 'import' }, inChunks(Buffer.alloc(5_000, 0x20)))).toMatchObject({ kind: 'unreadable', isKept: false })
    expect(await it_.waiting()).toEqual([])
  })
})
