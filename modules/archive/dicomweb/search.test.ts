import { Tags, type DicomJson } from '@filmjacket/dicom-data'
import { beforeAll, describe, expect, it } from 'vitest'
import { imageFile } from '../testing.ts'
import { ORIGIN, testWeb, type TestWeb } from './testing.ts'

let web: TestWeb
beforeAll(async () => {
  web = await testWeb()
  await web.store(...['A', 'B', 'C'].flatMap((letter, study) => [1, 2].map((number) => imageFile({
    [Tags.PatientID]: letter, [Tags.PatientName]: `Doe^${letter}=山田^太郎`, [Tags.SpecificCharacterSet]: 'ISO_IR 192',
    [Tags.StudyInstanceUID]: `1.2.${study}`, [Tags.SeriesInstanceUID]: `1.2.${study}.1`,
    [Tags.SOPInstanceUID]: `1.2.${study}.1.${number}`, [Tags.InstanceNumber]: number,
    [Tags.StudyDate]: `2026010${study + 1}`, [Tags.BodyPartExamined]: 'HEAD',
  }))))
})

async function uids(query: string): Promise<readonly unknown[]> {
  const answer = await web.ask(`/dicom-web/studies${query}`)
  expect(answer.status, answer.text).toBe(200)
  return answer.json<readonly DicomJson[]>().map((study) => study['0020000D']?.Value?.[0])
}

describe('QIDO-RS', () => {
  const found: readonly (readonly [string, readonly string[]])[] = [
    ['', ['1.2.2', '1.2.1', '1.2.0']],
    ['?PatientID=B', ['1.2.1']],
    ['?00100020=B', ['1.2.1']],
    ['?StudyDate=20260102-', ['1.2.2', '1.2.1']],
    ['?PatientName=doe*', ['1.2.0', '1.2.1', '1.2.2']],
    ['?PatientName=c+doe&fuzzymatching=true', ['1.2.2']],
    ['?StudyInstanceUID=1.2.0,1.2.2', ['1.2.2', '1.2.0']],
    ['?StudyInstanceUID=1.2.0%5C1.2.1', ['1.2.1', '1.2.0']],
    ['?limit=1', ['1.2.2']],
    ['?limit=1&offset=2', ['1.2.0']],
    ['?offset=3', []],
    ['?ModalitiesInStudy=MR', []],
    ['?limit=0', []],
  ]
  for (const [query, expected] of found) it(`/studies${query} finds ${expected.length}`, async () => expect(await uids(query)).toEqual(expected))

  it('tells of a study what the standard asks for', async () => {
    const [study] = (await web.ask('/dicom-web/studies?PatientID=A&includefield=BodyPartExamined')).json<readonly DicomJson[]>()
    expect(study).toMatchObject({
      '00080020': { vr: 'DA', Value: ['20260101'] }, '00080061': { vr: 'CS', Value: ['CT'] },
      '00081190': { vr: 'UR', Value: [`${ORIGIN}/dicom-web/studies/1.2.0`] },
      '00100010': { vr: 'PN', Value: [{ Alphabetic: 'Doe^A', Ideographic: '山田^太郎' }] },
      '00201206': { vr: 'IS', Value: [1] }, '00201208': { vr: 'IS', Value: [2] }, '00180015': { vr: 'CS', Value: ['HEAD'] },
    })
  })

  it('finds series and instances below an address, and everywhere', async () => {
    const count = async (path: string) => (await web.ask(`/dicom-web${path}`)).json<readonly DicomJson[]>().length
    expect(await count('/studies/1.2.0/series')).toBe(1)
    expect(await count('/studies/1.2.0/instances')).toBe(2)
    expect(await count('/studies/1.2.0/series/1.2.0.1/instances')).toBe(2)
    expect(await count('/series')).toBe(3)
    expect(await count('/instances?InstanceNumber=2')).toBe(3)
    expect(await count('/studies/1.2.0/instances?StudyInstanceUID=1.2.1')).toBe(0)
  })

  it('tells of an instance how large its picture is', async () => {
    const [first] = (await web.ask('/dicom-web/studies/1.2.0/series/1.2.0.1/instances?InstanceNumber=1')).json<readonly DicomJson[]>()
    expect(first).toMatchObject({ '00280010': { vr: 'US', Value: [16] }, '00080018': { vr: 'UI', Value: ['1.2.0.1.1'] } })
  })

  it('says which keys it did not look at, and that there is more', async () => {
    const answer = await web.ask('/dicom-web/studies?limit=2&BodyPartExamined=FOOT')
    expect(answer.headers['warning']).toContain('(0018,0015)')
    expect(answer.headers['warning']).toContain('additional results')
  })

  for (const query of ['?limit=x', '?Nonsense=1', '?StudyDate=yesterday', '?includefield=Nonsense', '?fuzzymatching=perhaps']) {
    it(`does not understand ${query}, and repeats no value`, async () => {
      const answer = await web.ask(`/dicom-web/studies${query}`)
      expect([answer.status, answer.json<{ code: string }>().code]).toEqual([400, 'wish-not-understood'])
      expect(answer.text).not.toMatch(/yesterday|perhaps/)
    })
  }

  it('is XML for who asks for it', async () => {
    const answer = await web.ask('/dicom-web/studies?PatientID=A', { headers: { accept: 'multipart/related; type="application/dicom+xml"' } })
    expect((await answer.parts())[0]?.bytes.toString()).toContain('<GivenName>A</GivenName>')
  })

  it('finds nothing for who may see nothing', async () => {
    expect((await web.ask('/dicom-web/studies', { as: 'stranger' })).json()).toEqual([])
    expect((await web.ask('/dicom-web/studies/1.2.0/series', { as: 'stranger' })).status).toBe(404)
  })
})
