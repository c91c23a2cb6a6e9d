import { beforeAll, describe, expect, it } from 'vitest'
import { FRIENDLY, friendlyDescription } from './friendly.ts'
import { ADMIN, calmly, TestPortal } from './testing.ts'

let portal: TestPortal

beforeAll(async () => {
  portal = await TestPortal.open()
})

describe('what exams are called for patients', () => {
  it('is what came, until the site has other words for it', async () => {
    const named = (description: string) => friendlyDescription(portal.settings, description)
    expect(named('CT THORAX W')).toBe('CT THORAX W')
    await portal.settings.change(ADMIN, FRIENDLY, 'CT THORAX W = CT scan of the chest\n= nothing\nMR =\nno equals sign\nA=b = c')
    expect([named(' ct  thorax w '), named('CT THORAX'), named('MR'), named(''), named('a')]).toEqual(['CT scan of the chest', 'CT THORAX', 'MR', '', 'b = c'])
    await portal.settings.change(ADMIN, FRIENDLY, null)
  })

  it('is in the name of the file', async () => {
    await portal.settings.change(ADMIN, FRIENDLY, 'CT of nothing = CT scan of the head')
    const { caller, examId } = await portal.patientWithExam()
    const id = await portal.ask(caller, examId)
    await portal.preparing().prepare(id, calmly())
    expect((await portal.row(id)).file_name).toBe('A1-CT scan of the head.zip')
    await portal.settings.change(ADMIN, FRIENDLY, null)
  })
})
