import { beforeAll, describe, expect, it } from 'vitest'
import { createNaming, FRIENDLY } from './friendly.ts'
import { ADMIN, calmly, TestPortal } from './testing.ts'

const EXAM = { description: 'CT THORAX W', accessionNumber: 'A1', patientId: 'P1' }

let portal: TestPortal

beforeAll(async () => {
  portal = await TestPortal.open()
})

describe('what exams are called for patients', () => {
  it('is what came, until the site has other words for it', async () => {
    const names = async (...descriptions: readonly string[]) =>
      [...(await portal.naming.of(descriptions.map((description) => ({ ...EXAM, description })))).values()]
    expect(await names('CT THORAX W')).toEqual(['CT THORAX W'])
    await portal.settings.change(ADMIN, FRIENDLY, 'CT THORAX W = CT scan of the chest\n= nothing\nMR =\nno equals sign\nA=b = c')
    expect(await names(' ct  thorax w ', 'CT THORAX', 'MR', '', 'a')).toEqual(['CT scan of the chest', 'CT THORAX', 'MR', '', 'b = c'])
    await portal.settings.change(ADMIN, FRIENDLY, null)
  })

  it('is what was ordered, of the same patient, where the site has no words for it', async () => {
    const orders = [{ ...EXAM, description: 'Something of somebody', patientId: 'P2' }, { ...EXAM, description: 'Chest, with contrast' }]
    const asked: (readonly string[])[] = []
    const naming = createNaming({
      settings: portal.settings, archive: portal.store.archive,
      ordered(numbers) {
        asked.push(numbers)
        return Promise.resolve(orders)
      },
    })
    const exams = [EXAM, { ...EXAM, patientId: 'P3' }, { ...EXAM, accessionNumber: '' }]
    expect([...(await naming.of(exams)).values()]).toEqual(['Chest, with contrast', 'CT THORAX W', 'CT THORAX W'])
    await portal.settings.change(ADMIN, FRIENDLY, 'CT THORAX W = CT scan of the chest')
    expect([...(await naming.of(exams)).values()]).toEqual(['CT scan of the chest', 'CT scan of the chest', 'CT scan of the chest'])
    await portal.settings.change(ADMIN, FRIENDLY, 'Chest, with contrast = Scan of the chest')
    expect([...(await naming.of([EXAM])).values()]).toEqual(['Scan of the chest'])
    await portal.settings.change(ADMIN, FRIENDLY, null)
    expect(asked).toEqual([['A1'], ['A1']])
  })

  it('is in the name of the file', async () => {
    await portal.settings.change(ADMIN, FRIENDLY, 'CT of nothing = CT scan of the head')
    const { caller, examId } = await portal.patientWithExam()
    const id = await portal.ask(caller, examId)
    await portal.preparing().prepare(id, calmly())
    expect(await portal.row(id)).toMatchObject({ file_name: 'A1-CT scan of the head.zip', exam_description: 'CT scan of the head' })
    await portal.settings.change(ADMIN, FRIENDLY, null)
    const other = await portal.patientWithExam()
    portal.orders.push({ accessionNumber: 'A1', patientId: other.patientId, description: 'Head, without contrast' })
    expect((await portal.row(await portal.ready(other.caller, other.examId))).file_name).toBe('A1-Head, without contrast.zip')
  })
})
