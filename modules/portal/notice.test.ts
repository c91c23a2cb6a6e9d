import { beforeAll, describe, expect, it } from 'vitest'
import { check } from '../../platform/server/settings/index.ts'
import { MAIL_HTML, paragraphs, TYPE_ZIP } from './paragraphs.ts'
import { ADMIN, calmly, TestPortal } from './testing.ts'

let portal: TestPortal

beforeAll(async () => {
  portal = await TestPortal.open()
})

async function smsTo(number: string): Promise<Record<string, string> | undefined> {
  return (await portal.jobs('notify.send-sms')).map(({ payload }) => payload).find(({ to }) => to === number)
}

async function mailTo(address: string): Promise<Record<string, string> | undefined> {
  return (await portal.jobs('notify.send-mail')).map(({ payload }) => payload).find(({ to }) => to === address)
}

describe('the notice', () => {
  it('is asked for with the same transaction, in the language of the request, and names nobody', async () => {
    const { caller, examId } = await portal.patientWithExam()
    const id = await portal.ask(caller, examId, { notifyAddress: 'a@example.org', language: 'nl' })
    await portal.preparing().prepare(id, calmly())
    const mail = await mailTo('a@example.org')
    const address = `https://images.example.org/exams/${examId}?show=download`
    expect(mail).toMatchObject({ subject: 'Beelden klaar om te downloaden.' })
    expect(mail?.['text']).toBe(`Uw beelden staan klaar om te downloaden in het portaal: ${address}\n`)
    expect(mail?.['html']).toContain(`<a href="${address}">`)
    expect(JSON.stringify(mail)).not.toMatch(/Test|CT of|A1/)
  })

  it('is a text message where the address is a number, in the language of the request, and names nobody', async () => {
    const { caller, examId } = await portal.patientWithExam()
    const id = await portal.ask(caller, examId, { notifyAddress: '+32470123456', language: 'fr' })
    await portal.preparing().prepare(id, calmly())
    const address = `https://images.example.org/exams/${examId}?show=download`
    expect(await smsTo('+32470123456')).toEqual({ to: '+32470123456', text: `Vos images sont prêtes à être téléchargées : ${address}` })
    expect(await mailTo('+32470123456')).toBeUndefined()
  })

  it('may be asked for afterwards, and taken back', async () => {
    const { caller, examId } = await portal.patientWithExam()
    const id = await portal.ask(caller, examId)
    await portal.requests.notify(caller, id, { notifyAddress: 'b@example.org', language: 'fr' }, 'en')
    await portal.preparing().prepare(id, calmly())
    expect((await mailTo('b@example.org'))?.['subject']).toBe('Images prêtes à être téléchargées.')
    const other = await portal.ask(caller, examId, { notifyAddress: 'c@example.org' })
    await portal.requests.notify(caller, other, { notifyAddress: null }, 'en')
    await portal.preparing().prepare(other, calmly())
    expect(await mailTo('c@example.org')).toBeUndefined()
  })

  it('goes out at once where the file has become ready meanwhile', async () => {
    const { caller, examId } = await portal.patientWithExam()
    const id = await portal.ready(caller, examId)
    await portal.requests.notify(caller, id, { notifyAddress: 'd@example.org' }, 'en')
    expect((await mailTo('d@example.org'))?.['subject']).toBe('Images ready for download.')
  })

  it('speaks in the site\'s own words, with nothing in them that is not text', async () => {
    await portal.settings.changeWords(ADMIN, MAIL_HTML, 'en', '<p>From <b>Saint Luke &amp; Co</b>: {your images}, {0}</p>')
    const { caller, examId } = await portal.patientWithExam()
    const id = await portal.ready(caller, examId)
    await portal.requests.notify(caller, id, { notifyAddress: 'e@example.org' }, 'en')
    const href = `https://images.example.org/exams/${examId}?show=download`
    expect((await mailTo('e@example.org'))?.['html']).toBe(
      `<p>From <strong>Saint Luke &amp; Co</strong>: <a href="${href}">your images</a>, <a href="${href}">${href}</a></p>`)
  })
})

describe('texts of the portal', () => {
  for (const paragraph of paragraphs) {
    it(`${paragraph.key} may be used as it is, in every language, with the same places filled`, () => {
      const filled = (words: string) => [...words.matchAll(/\{\d\}/g)].map(String).sort()
      for (const words of Object.values(paragraph.default)) {
        expect(check(paragraph, words).findings).toEqual([])
        expect(filled(words)).toEqual(filled(paragraph.default.en))
      }
    })
  }

  it('have one meaning for each code', () => {
    const names = paragraphs.flatMap(({ key, aliases = [] }) => [key, ...aliases].map((name) => name.toLowerCase()))
    expect(new Set(names).size).toBe(names.length)
    expect(TYPE_ZIP.key).toBe('PortalDicomFileTypeZIP')
  })
})
