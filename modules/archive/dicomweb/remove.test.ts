import { Tags } from '@filmjacket/dicom-data'
import { sql } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { imageFile } from '../testing.ts'
import { testWeb, type TestWeb } from './testing.ts'

const STUDY = '/dicom-web/studies/1.2.3.1'
const files = [['1', '1'], ['1', '2'], ['2', '1']].map(([series = '', number = '']) => imageFile({
  [Tags.SeriesInstanceUID]: `1.2.3.1.${series}`, [Tags.SOPInstanceUID]: `1.2.3.1.${series}.${number}`, [Tags.InstanceNumber]: number,
}))

let web: TestWeb
beforeEach(async () => {
  web = await testWeb()
  await web.store(...files)
})

const remove = (url: string, as = 'admin') => web.ask(url, { method: 'DELETE', as })

async function counts() {
  const { rows } = await sql<Record<string, number>>`
    select (select count(*) from patient) as patients, (select count(*) from study) as studies, (select count(*) from series) as series,
      (select count(*) from instance) as instances, (select count(*) from instance_header) as headers, (select count(*) from blob) as blobs,
      (select coalesce(sum(instances), 0) from study) as counted`.execute(web.db)
  return rows[0]
}

describe('DELETE', () => {
  it('removes an instance, and its series when it was the last', async () => {
    expect((await remove(`${STUDY}/series/1.2.3.1.2/instances/1.2.3.1.2.1`)).status).toBe(204)
    expect(await counts()).toEqual({ patients: 1, studies: 1, series: 1, instances: 2, headers: 2, blobs: 2, counted: 2 })
    expect((await web.ask(`${STUDY}/metadata`)).json()).toHaveLength(2)
  })

  it('removes a study, and leaves nothing of it but a line in the audit', async () => {
    await web.settle('1.2.3.1')
    expect((await remove(STUDY)).status).toBe(204)
    expect(await counts()).toEqual({ patients: 0, studies: 0, series: 0, instances: 0, headers: 0, blobs: 0, counted: 0 })
    expect((await web.ask(STUDY)).status).toBe(404)
    const { rows } = await sql<{ actor: string; instances: number }>`
      select actor, (detail->>'instances')::integer as instances from audit where action = 'archive.removed'`.execute(web.db)
    expect(rows).toEqual([{ actor: 'acc_1', instances: 3 }])
  })

  it('is not undone by a restart after a crash', async () => {
    await remove(`${STUDY}/series/1.2.3.1.1`)
    await sql`update blob_segment set owner = 'somebody who died'`.execute(web.db)
    expect(await web.archive.recover()).toBeGreaterThan(0)
    expect(await counts()).toMatchObject({ instances: 1 })
  })

  it('lets the same images in again, and those survive a crash', async () => {
    await remove(STUDY)
    await web.store(...files)
    await sql`delete from instance`.execute(web.db)
    await sql`update blob_segment set owner = 'somebody who died'`.execute(web.db)
    await web.archive.recover()
    expect(await counts()).toMatchObject({ instances: 3 })
  })

  it('refuses while somebody\'s row stands on the study', async () => {
    await sql`create table held (study_id text collate "C" references study)`.execute(web.db)
    await sql`insert into held select id from study`.execute(web.db)
    const answer = await remove(STUDY)
    expect([answer.status, answer.json<{ code: string }>().code]).toEqual([409, 'images-held'])
    expect(await counts()).toMatchObject({ instances: 3 })
  })

  it('is for administrators, of what is there', async () => {
    expect((await remove(STUDY, 'stranger')).status).toBe(403)
    expect((await remove('/dicom-web/studies/9.9')).status).toBe(404)
    expect((await remove(`${STUDY}/series/9.9`)).status).toBe(404)
    expect(await counts()).toMatchObject({ instances: 3 })
  })
})
