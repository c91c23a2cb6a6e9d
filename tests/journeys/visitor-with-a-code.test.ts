/**
 * A patient without an account: staff prints a page, the person types its code and the date of birth, looks, and takes the images
 * home. POR-25, POR-26, POR-41. And how narrow that way in is.
 *
 * @module
 */
import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { newUid, Tags } from '@filmjacket/dicom-data'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { dicomSend, type Receiver } from '../setup/dicom-send.ts'
import { eventually } from '../setup/eventually.ts'
import type { Client } from '../setup/http-client.ts'
import { makeImage } from '../setup/images.ts'
import { runProgram, whyMissing } from '../setup/programs.ts'
import { download, examsOf, RunningProduct } from '../setup/running-product.ts'
import { Scratch } from '../setup/scratch.ts'

const BORN = '19640229'
const ABSENT = 'NONE-NONE-NONE-NONE'

let product: RunningProduct
let clerk: Client
let scanner: Receiver
const scratch = new Scratch()

beforeAll(async () => {
  product = await RunningProduct.start()
  clerk = (await product.person('clerk', 'clerk')).client
  scanner = await product.device()
})
afterAll(async () => {
  await product.stop()
  scratch.remove()
})

async function examFor(patientId: string, studyUid = newUid()): Promise<void> {
  const elements = { [Tags.PatientBirthDate]: BORN, [Tags.StudyDescription]: 'CT of the knee', [Tags.AccessionNumber]: 'ACC7' }
  await dicomSend([0, 1].map((seed) => makeImage({ patientId, studyUid, seed, side: 64, elements })), scanner)
}

/** Ids of a patient's exams, as staff finds them. */
async function studiesOf(patientId: string): Promise<readonly string[]> {
  return eventually('the exam is listed', async () => {
    const { studies } = (await clerk.get(`/api/studies?text=${patientId}`)).json as { studies: readonly { id: string }[] }
    return studies.length > 0 && studies.map(({ id }) => id)
  })
}

interface Made {
  readonly code: string
  readonly printout: string
  readonly view: { readonly id: string }
}

async function codeFor(of: object, language = 'en'): Promise<Made> {
  const { status, json, text } = await clerk.post('/api/access/codes', { of, language })
  assert.equal(status, 200, text)
  return json as Made
}

async function fetchWith(visitor: Client, code: string, birthDate = BORN) {
  return visitor.post('/api/fetch', { code, birthDate })
}

async function comeIn(code: string): Promise<Client> {
  const visitor = product.visitor()
  const { status, json, text } = await fetchWith(visitor, code)
  assert.deepEqual([status, (json as { state?: string }).state], [200, 'open'], text)
  return visitor
}

describe('a patient with a printout', () => {
  it('sees the exam of the code alone, and takes it home', async () => {
    await examFor('P-4401')
    await examFor('P-4401')
    const [studyId = ''] = await studiesOf('P-4401')
    const { code } = await codeFor({ studyId, scope: 'exam' })
    const visitor = await comeIn(code)
    const { json } = await visitor.get('/api/sessions/current')
    assert.equal((json as { role: string }).role, 'visitor')
    const exams = await examsOf(visitor)
    assert.deepEqual(exams.map(({ id }) => id), [studyId])
    assert.ok((await download(visitor, studyId, 'zip')).length > 1_000)
    assert.equal((await visitor.get(`/api/viewer/studies/${studyId}`)).status, 200)
    assert.equal(((await visitor.get('/dicom-web/studies')).json as readonly unknown[]).length, 1)
  })

  it('is told that results are not available yet while no image is here, and comes in when one is', async () => {
    const { code } = await codeFor({ patientId: 'P-4402', name: 'Later^Pat', birthDate: BORN })
    const early = await fetchWith(product.visitor(), code)
    assert.deepEqual([early.status, (early.json as { state: string }).state], [200, 'not-yet'])
    await examFor('P-4402')
    await studiesOf('P-4402')
    assert.equal((await examsOf(await comeIn(code))).length, 1)
  })

  it('is out at once when staff ends the code', async () => {
    const [studyId = ''] = await studiesOf('P-4401')
    const { code, view } = await codeFor({ studyId, scope: 'patient' })
    const visitor = await comeIn(code)
    assert.equal((await clerk.delete(`/api/access/codes/${view.id}`)).status, 204)
    assert.equal((await visitor.get('/api/exams')).code, 'sign-in-first')
    assert.equal((await fetchWith(product.visitor(), code)).code, 'access-code-over')
  })

  for (const [language, said] of [['en', 'Keep this page as safe as a key.'], ['nl', 'Bewaar deze bladzijde'], ['fr', 'Gardez cette page comme une clé.']] as const) {
    it.skipIf(whyMissing('pdftotext') !== null)(`has a page in ${language} with steps, exams, code and help desk, and without the birth date`, async () => {
      const admin = (await product.person('admin', `admin-${language}`)).client
      await admin.call('PATCH', '/api/settings/HelpDesk', { value: 'Help desk, 555-0100' })
      const [studyId = ''] = await studiesOf('P-4401')
      const { code, printout } = await codeFor({ studyId, scope: 'patient' }, language)
      const file = join(scratch.path, `${language}.pdf`)
      writeFileSync(file, Buffer.from(printout, 'base64'))
      const { stdout } = await runProgram('pdftotext', ['-layout', file, '-'])
      const text = stdout
      for (const part of [said, code, 'P-4401', 'CT of the knee', '/fetch', 'Help desk, 555-0100']) assert.ok(text.includes(part), `${part} in ${text}`)
      assert.equal((text.match(/\f/g) ?? []).length, 1, 'one sheet')
      for (const date of [BORN, '1964']) assert.ok(!text.includes(date), date)
    })
  }
})

describe('guessing', () => {
  it('finds the same answer for a wrong code and a wrong date, byte for byte', async () => {
    const { code } = await codeFor({ patientId: 'P-4403', name: 'Guess', birthDate: BORN })
    const told = async (typed: string) => {
      const { status, text, headers } = await fetchWith(product.visitor(), typed, '19640301')
      return [status, text, headers.get('content-type'), headers.get('cache-control')]
    }
    assert.deepEqual(await told(code), await told(ABSENT))
    assert.equal((await told(code))[0], 403)
  })

  it('is heard twenty times a minute from one address', async () => {
    const statuses: number[] = []
    for (let n = 0; n < 22; n++) statuses.push((await fetchWith(product.visitor(), ABSENT)).status)
    assert.equal(statuses.at(-1), 429)
    assert.ok(!statuses.includes(200))
  })
})

const document = readFileSync(join(import.meta.dirname, '../../docs/access.md'), 'utf8')

/** The document's list: a method and a path, or the beginning of paths. */
function allowed(route: string): boolean {
  const section = document.split('## Visitors with an access code')[1]?.split('\n## ')[0] ?? ''
  const rules = [...section.matchAll(/^- `([^`]+)`(,?.*)$/gm)].map(([, what = '', rest = '']) => ({ what, rest }))
  assert.ok(rules.length > 5)
  return rules.some(({ what, rest }) => {
    if (what.includes(' ')) return route === what
    const [method = '', path = ''] = route.split(' ')
    return path.startsWith(what) && (!rest.includes('reads') || method === 'GET')
  })
}

describe('the session of a visitor', () => {
  it('reaches what docs/access.md lists, and nothing else', async () => {
    const [studyId = ''] = await studiesOf('P-4401')
    const { view } = await codeFor({ studyId, scope: 'exam' })
    const { rows } = await sql<{ account_id: string }>`select account_id from access_code where id = ${view.id}`.execute(product.db)
    const accountId = rows[0]?.account_id ?? ''
    const { paths } = (await product.visitor().get('/api/openapi.json')).json as { paths: Record<string, Record<string, unknown>> }
    const routes = Object.entries(paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`))
    const open = new Set([...document.matchAll(/^\| `([^`]+)` \| yes \|/gm)].map(([, route]) => route))
    for (const route of routes.filter((each) => !each.startsWith('HEAD ') && !open.has(each) && each !== 'GET /api/events')) {
      const visitor = await product.session(accountId)
      const [method = '', path = ''] = route.split(' ')
      const { status, code } = await visitor.call(method, path.replace(/\{[^}]*\}/g, 'none'), method === 'GET' ? undefined : {})
      const isRefused = status === 403 && code === 'not-allowed'
      assert.equal(isRefused, !allowed(route), `${route}: ${status} ${code ?? ''}`)
    }
  })
})
