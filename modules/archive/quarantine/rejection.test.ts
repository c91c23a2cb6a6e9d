import { encodeDataSet, encodeFileMeta, SopClasses, Tags, type ElementMap } from '@filmjacket/dicom-data'
import { sql } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { systemClock } from '../../../platform/server/clock.ts'
import { readKey } from '../query.ts'
import { SETTLE_STUDY } from '../settle.ts'
import { inChunks, TEXT_SYNTAX } from '../testing.ts'
import { headerOf } from '../index.ts'
import { createRejecting } from './rejecting.ts'
import { rejectionIn } from './rejection.ts'
import { REJECTION_NOTES } from './settings.ts'
import { CLERK, madeStudy, testQuarantine, type Made, type TestQuarantine } from './testing.ts'

let it_: TestQuarantine
beforeEach(async () => {
  it_ = await testQuarantine()
})

const code = (value: string, meaning: string): ElementMap =>
  ({ [Tags.CodeValue]: value, [Tags.CodingSchemeDesignator]: 'DCM', [Tags.CodeMeaning]: meaning })

/** A Key Object Selection of the Study that names these of its images. PS3.3 §A.35.4. */
function noteOn({ studyUid }: Made, numbers: readonly number[], title = '113001', changes: Record<number, unknown> = {}): Uint8Array {
  const sopClassUid = SopClasses.keyObjectSelectionDocument
  const sopInstanceUid = `${studyUid}.9.${title}`
  const named = numbers.map((number) => ({ [Tags.ReferencedSOPClassUID]: SopClasses.ctImageStorage, [Tags.ReferencedSOPInstanceUID]: `${studyUid}.1.${number}` }))
  const elements = {
    [Tags.SOPClassUID]: sopClassUid, [Tags.SOPInstanceUID]: sopInstanceUid, [Tags.StudyInstanceUID]: studyUid,
    [Tags.SeriesInstanceUID]: `${studyUid}.9`, [Tags.PatientID]: `P-${studyUid}`, [Tags.PatientName]: 'Test^Image', [Tags.PatientBirthDate]: '19700101',
    [Tags.PatientSex]: 'O', [Tags.Modality]: 'KO',
    [Tags.ConceptNameCodeSequence]: [code(title, 'a title')],
    [Tags.CurrentRequestedProcedureEvidenceSequence]: [{
      [Tags.StudyInstanceUID]: studyUid,
      [Tags.ReferencedSeriesSequence]: [{ [Tags.SeriesInstanceUID]: `${studyUid}.1`, [Tags.ReferencedSOPSequence]: named }],
    }],
    ...changes,
  } as ElementMap
  return Buffer.concat([encodeFileMeta({ sopClassUid, sopInstanceUid, transferSyntaxUid: TEXT_SYNTAX.uid }), encodeDataSet(elements, TEXT_SYNTAX)])
}

/** By the end of their UIDs: what is found by C-FIND and QIDO-RS, which is what whoever fetches the Study gets. */
async function here({ studyUid }: Made): Promise<readonly string[]> {
  const short = (uid = '') => uid.slice(studyUid.length + 1)
  const study = await it_.archive.studyByUid(studyUid)
  const images = study === undefined ? [] : await it_.archive.instancesOf(study.id)
  const key = readKey('studyUid', [studyUid])
  if (key.kind !== 'match') throw new Error(key.kind)
  const page = await it_.archive.find({ level: 'instance', filter: { studyUid: key.match }, order: 'newest', limit: 100 })
  const found = (page.kind === 'page' ? page.entries : []).map(({ instance }) => short(instance?.uid)).sort()
  expect(images.map(({ instanceUid }) => short(instanceUid)).sort()).toEqual(found)
  return found
}

async function settle({ studyUid }: Made): Promise<void> {
  const study = await it_.archive.studyByUid(studyUid)
  for (const { jobs, service } of it_.archive.module.jobs)
    await jobs.find(({ kind }) => kind === SETTLE_STUDY.kind)?.run(service as never, { studyId: study?.id } as never, {} as never)
}

describe('a rejection note', () => {
  for (const title of ['113001', '113037', '113038', '113039']) {
    it(`of title ${title} takes what it names out before its sender hears that it is stored; a person brings it back for good`, async () => {
      const study = madeStudy()
      for (const number of [1, 2, 3]) await it_.take(study.image(number))
      expect((await it_.archive.ingest.file({ kind: 'import' }, inChunks(noteOn(study, [1, 3], title)))).kind).toBe('stored')
      expect(await here(study)).toEqual(['1.2', `9.${title}`])
      expect(await it_.archive.studyByUid(study.studyUid)).toMatchObject({ instances: 2 })
      const [held] = await it_.waiting()
      expect(held).toMatchObject({ instances: 2, first: { why: 'rejected' }, actions: ['accept', 'discard'] })
      expect(await it_.audited('archive.rejected')).toBe(1)
      await it_.decide(held!.first.case_id, { action: 'accept' })
      await it_.archive.recover()
      expect(await here(study)).toEqual(['1.1', '1.2', '1.3', `9.${title}`])
      expect(await it_.audited('archive.held-accepted')).toBe(1)
    })
  }

  it('that came first, or whose images are sent again, holds when the Study is quiet', async () => {
    const study = madeStudy()
    await it_.take(noteOn(study, [1]))
    for (const number of [1, 2]) await it_.take(study.image(number))
    await settle(study)
    expect(await here(study)).toEqual(['1.2', '9.113001'])
    expect((await it_.take(study.image(1))).kind).toBe('stored')
    await settle(study)
    expect(await here(study)).toEqual(['1.2', '9.113001'])
    await it_.decide((await it_.waiting())[0]!.first.case_id, { action: 'accept' })
    await settle(study)
    expect(await here(study)).toEqual(['1.1', '1.2', '9.113001'])
  })

  it('says nothing about another Patient\'s images, and one of another title nothing at all', async () => {
    const [study, other] = [madeStudy(), madeStudy()]
    for (const each of [study, other]) await it_.take(each.image(1))
    await it_.take(noteOn(study, [1], '113000'))
    const evidence = [{
      [Tags.ReferencedSeriesSequence]: [{ [Tags.ReferencedSOPSequence]: [{ [Tags.ReferencedSOPInstanceUID]: `${other.studyUid}.1.1` }] }],
    }]
    await it_.take(noteOn(study, [], '113037', { [Tags.CurrentRequestedProcedureEvidenceSequence]: evidence }))
    expect([await here(study), await here(other)]).toEqual([['1.1', '9.113000', '9.113037'], ['1.1']])
  })

  it('is an object like any other where the site wants that', async () => {
    await it_.settings.change(CLERK, REJECTION_NOTES, false)
    const study = madeStudy()
    await it_.take(study.image(1))
    await it_.take(noteOn(study, [1]))
    expect(await here(study)).toEqual(['1.1', '9.113001'])
    expect((await sql`select from rejection`.execute(it_.db)).rows).toEqual([])
  })
})

describe('a study that staff reject', () => {
  const by = { caller: CLERK, address: '10.0.0.1' }
  const rejecting = (isOn = true) => createRejecting({ db: it_.db, clock: systemClock, ingest: it_.archive.ingest, isOn: () => isOn })
  const idOf = async ({ studyUid }: Made) => (await it_.archive.studyByUid(studyUid))?.id ?? expect.fail('no study')

  it('holds its images, and keeps a note that says why and names each of them; a person brings them back', async () => {
    const study = madeStudy()
    for (const number of [1, 2]) await it_.take(study.image(number, number === 2 ? { [Tags.SeriesInstanceUID]: `${study.studyUid}.2` } : {}))
    const id = await idOf(study)
    expect(await rejecting().study(by, id, 'patient-safety')).toEqual({ kind: 'rejected', instances: 2 })
    const [note, ...more] = await it_.archive.instancesOf(id)
    expect([note?.sopClassUid, more]).toEqual([SopClasses.keyObjectSelectionDocument, []])
    const header = note === undefined ? expect.fail('no note') : headerOf(note)
    const read = rejectionIn(header)
    expect([read?.title, ...(read?.instanceUids.toSorted() ?? [])]).toEqual(['patient-safety', `${study.studyUid}.1.1`, `${study.studyUid}.1.2`])
    expect([header.text(Tags.PatientID), header.items(Tags.ContentSequence).map((item) => item.text(Tags.ValueType))]).toEqual([`P-${study.studyUid}`, ['IMAGE', 'IMAGE']])
    const [held] = await it_.waiting()
    expect(held).toMatchObject({ instances: 2, first: { why: 'rejected' } })
    await it_.decide(held!.first.case_id, { action: 'accept' })
    expect(await it_.archive.instancesOf(id)).toHaveLength(3)
    expect(await it_.audited('archive.rejection-made')).toBe(1)
    // Notes alone are nothing to reject.
    await rejecting().study(by, id, 'quality')
    expect(await rejecting().study(by, id, 'quality')).toEqual({ kind: 'not-found' })
  })

  it('stays where the site takes notes as objects like others', async () => {
    const study = madeStudy()
    await it_.take(study.image(1))
    expect(await rejecting(false).study(by, await idOf(study), 'quality')).toEqual({ kind: 'off' })
    expect(await here(study)).toEqual(['1.1'])
  })
})
