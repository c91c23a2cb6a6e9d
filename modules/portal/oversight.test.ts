import { beforeAll, describe, expect, it } from 'vitest'
import { PAGE_ROWS } from './oversight.ts'
import { ADMIN, TestPortal } from './testing.ts'

let portal: TestPortal

beforeAll(async () => {
  portal = await TestPortal.open()
})

describe('who looks after the portal', () => {
  it('sees everybody\'s requests, newest first, a page at a time', async () => {
    const { caller, examId } = await portal.patientWithExam()
    const ids: string[] = []
    for (let made = 0; made < PAGE_ROWS + 2; made++) {
      portal.clock.time += 1
      const id = await portal.ask(caller, examId)
      await portal.requests.remove(caller, id)
      ids.unshift(id)
    }
    const first = await portal.oversight.page({})
    const second = await portal.oversight.page({ before: first.next ?? '' })
    expect([...first.requests, ...second.requests].map(({ request }) => request.row.id)).toEqual(ids)
    expect([first.requests.length, second.next]).toEqual([PAGE_ROWS, null])
  })

  it('finds by person, exam and state, and takes signs of a pattern for what they are', async () => {
    const { caller, examId, patientId } = await portal.patientWithExam()
    const id = await portal.ready(caller, examId)
    const found = async (text: string) => (await portal.oversight.page({ text, state: 'ready' })).requests.map(({ request }) => request.row.id)
    expect(await found(`PATIENT-${patientId}`)).toEqual([id])
    expect(await found('ct OF')).toEqual([id])
    expect([await found('%'), await found('_'), await found('\\')]).toEqual([[], [], []])
    expect((await portal.oversight.page({ state: 'waiting' })).requests).toEqual([])
  })

  it('ends another\'s request, and the audit says who did', async () => {
    const { caller, examId } = await portal.patientWithExam()
    const id = await portal.ask(caller, examId)
    expect(await portal.oversight.end(ADMIN, id)).toBe(true)
    expect((await portal.row(id)).state).toBe('cancelled')
    expect(await portal.oversight.end(ADMIN, 'req_absent')).toBe(false)
  })
})
