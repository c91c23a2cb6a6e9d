/**
 * No name, birth date, id of a patient or text of an exam is in the log, in a problem, in an answer to a device or in
 * the audit's details: whatever is done with them, and whatever goes wrong.
 *
 * Each element holds a word that stands nowhere else, so that a leak tells where it came from.
 *
 * @module
 */
import assert from 'node:assert/strict'
import { newUid, Tags, TransferSyntaxes, type Element, type Value } from '@filmjacket/dicom-data'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { associateFor, dicomSend, inParts, storeOn, type Receiver } from '../setup/dicom-send.ts'
import { eventually } from '../setup/eventually.ts'
import type { Answer, Client } from '../setup/http-client.ts'
import { makeImage, type Image, type Recipe } from '../setup/images.ts'
import { askFor, examsOf, RunningProduct, whenReady } from '../setup/running-product.ts'
import { filesBelow } from '../setup/scratch.ts'

const words = {
  [Tags.PatientName]: 'Canarybird^Nora', [Tags.PatientID]: 'CANARYID0815', [Tags.PatientBirthDate]: '19370423',
  [Tags.AccessionNumber]: 'CANARYACC', [Tags.StudyDescription]: 'Canarystudy', [Tags.SeriesDescription]: 'Canaryseries',
  [Tags.ReferringPhysicianName]: 'Canarydoctor^Otto', [Tags.StudyID]: 'CANARYSTUDYID', [Tags.InstitutionName]: 'Canaryhospital',
  [Tags.PatientComments]: 'Canarycomment', [Tags.PatientAddress]: 'Canarystreet', [Tags.OtherPatientNames]: 'Canaryother',
  [Tags.ProtocolName]: 'Canaryprotocol',
} satisfies Record<number, string>

/** Person names also come apart. */
const forbidden = [...Object.values(words).flatMap((word) => word.split('^')), 'canary']
const secrets = ['Canarycloudberry1', 'Canarycloudberry2', 'canary.person']

let product: RunningProduct
let scanner: Receiver
let admin: Client
let patient: Client
const answers: Answer[] = []
const comments: string[] = []
const study = { patientId: words[Tags.PatientID], studyUid: newUid(), seriesUid: newUid() }

beforeAll(async () => {
  product = await RunningProduct.start()
  scanner = await product.device()
  admin = await product.firstAdministrator(secrets[0])
})
afterAll(() => product.stop())

function canary(recipe: Recipe = {}, changes: Readonly<Record<number, Value | Element>> = {}): Image {
  const { patientId = study.patientId } = recipe
  return makeImage({ ...study, ...recipe, elements: { ...words, [Tags.PatientID]: patientId, ...changes } })
}

/** Keeps what was answered, refusals above all. */
async function say(answer: Promise<Answer>): Promise<Answer> {
  const said = await answer
  answers.push(said)
  return said
}

async function send(image: Image): Promise<number> {
  const association = await associateFor([image], scanner)
  const { status, comment } = await storeOn(association, image)
  comments.push(comment ?? '')
  await association.release()
  return status
}

describe('all of this is done', () => {
  it('images arrive, again, with other content, of another patient, cut short', async () => {
    const first = canary()
    assert.equal(await send(first), 0x0000)
    assert.equal(await send(first), 0x0000)
    assert.equal(await send(canary({ instanceUid: first.sopInstanceUid, seed: 7 })), 0x0111)
    assert.equal(await send(canary({ patientId: 'CANARYID4711' })), 0xa900)
    assert.equal(await send(canary({ studyUid: newUid() })), 0xa900)
    assert.equal(await send({ ...canary(), sopInstanceUid: newUid() }), 0xa900)
    const whole = canary()
    assert.equal(await send({ ...whole, dataSet: whole.dataSet.subarray(0, 300) }), 0xc000)
  })

  it('instances that cannot be read arrive', async () => {
    const text = (vr: Element['vr'], value: string): Element => ({ vr, value: Buffer.from(value) })
    for (const changes of [
      { [Tags.StudyInstanceUID]: text('UI', 'Canaryuids') }, { [Tags.SOPInstanceUID]: text('UI', 'Canaryuids') },
      { [Tags.SpecificCharacterSet]: 'Canarycharset', [Tags.SeriesInstanceUID]: text('UI', 'Canaryuids') },
      { [Tags.PatientID]: text('LO', `Canary${noise()}`) },
    ]) assert.ok([0xa900, 0xc000].includes(await send(canary({ studyUid: newUid() }, changes))))
    for (const changes of [
      { [Tags.InstanceNumber]: text('IS', 'Canarynumber') }, { [Tags.StudyDate]: text('DA', 'Canaryda') },
      { [Tags.SpecificCharacterSet]: 'Canarycharset' }, { [Tags.Rows]: 0 }, { [Tags.PhotometricInterpretation]: 'CANARYPHOTO' },
    ]) assert.equal(await send(canary({}, changes)), 0x0000)
  })

  it('pixels that cannot be drawn arrive', async () => {
    const image = canary({ seriesUid: newUid(), transferSyntax: TransferSyntaxes.explicitVrLittleEndian }, { [Tags.BitsAllocated]: 77 })
    assert.equal(await send(image), 0x0000)
  })

  it('a sender breaks off', async () => {
    const image = canary()
    const association = await associateFor([image], scanner)
    const breaking = (async function* () {
      yield* inParts(image.dataSet.subarray(0, 500))
      throw new Error('unplugged')
    })()
    await assert.rejects(association.store({ ...image, dataSet: breaking }))
  })

  it('a person is added, signs in, mistypes, changes the password', async () => {
    const account = { username: 'canary.person', displayName: 'Nora Canarybird', role: 'patient', patientId: study.patientId }
    const added = await say(admin.post('/api/accounts', account))
    const { token } = added.json as { token: string }
    await say(admin.post('/api/accounts', account))
    await say(admin.post('/api/accounts', { ...account, username: 'Canary Person!' }))
    patient = product.visitor()
    await say(patient.post('/api/invitations/open', { token: 'CANARYTOKEN' }))
    assert.equal((await say(patient.post('/api/invitations/redeem', { token, password: secrets[0] }))).status, 200)
    await say(product.visitor().post('/api/sessions', { username: 'canary.person', password: 'Canarywrong' }))
    await say(product.visitor().post('/api/sessions', { username: 'canary.nobody', password: 'Canarywrong' }))
    await say(patient.post('/api/password', { current: 'Canarywrong', next: secrets[1] }))
    await say(patient.post('/api/password', { current: secrets[0], next: secrets[1] }))
  })

  it('images are looked at, asked for, downloaded, broken off, removed', async () => {
    const exam = await eventually('the exam', async () => (await examsOf(patient)).at(0))
    await eventually('the study settles', async () => (await sql`select from study where settled_at >= changed_at`.execute(product.db)).rows.length > 0)
    await say(patient.get(`/api/exams/${exam.id}`))
    const { id } = await askFor(patient, exam.id, 'zip')
    await whenReady(patient, id)
    await say(patient.get(`/api/requests/${id}/file`))
    await say(patient.get(`/api/requests/${id}/file`, { range: 'bytes=999999999-' }))
    await say(patient.delete(`/api/requests/${id}`))
    await say(patient.get(`/api/requests/${id}/file`))
  })

  it('nonsense is asked for', async () => {
    for (const path of ['/api/exams/Canarybird', '/api/requests/Canarybird/file', '/api/Canarybird', `/api/exams/${'Canarybird'.repeat(12)}`])
      await say(patient.get(path))
    for (const body of [{ examId: 'Canarybird', format: 'zip', consent: true }, { examId: 'Canarybird', format: 'Canaryformat' }, 'Canarybird', ['Canarybird']])
      await say(patient.post('/api/requests', body))
    await say(patient.get('/api/requests?Canaryquery=Canarybird', { range: 'Canaryrange', 'if-none-match': 'Canarytag' }))
    const { status } = await fetch(`${product.url}/api/requests`, { method: 'POST', body: '{"Canarybird"', headers: { 'content-type': 'application/json' } })
    assert.ok(status >= 400)
  })

  it('the database does not do what it should', async () => {
    await sql`alter table portal_request rename to portal_request_gone`.execute(product.db)
    assert.equal((await say(patient.get('/api/requests'))).status, 500)
    await sql`alter table portal_request_gone rename to portal_request`.execute(product.db)
    await sql`create function fail() returns trigger language plpgsql as
      $$ begin raise exception 'no room for %', new.id; end $$`.execute(product.db)
    await sql`create trigger fail before insert on instance for each row execute function fail()`.execute(product.db)
    assert.equal(await send(canary({ seriesUid: newUid() })), 0x0110)
    await sql`drop trigger fail on instance`.execute(product.db)
  })

  it('a constraint refuses a value, and the database says which', async () => {
    await sql`alter table study add constraint strict_study check (description <> 'Canarystudy') not valid`.execute(product.db)
    assert.equal(await send(canary({ studyUid: newUid(), seriesUid: newUid() })), 0x0110)
    await sql`alter table study drop constraint strict_study`.execute(product.db)
  })

  it('a server starts again on all of it', async () => {
    product = await product.restart()
    await dicomSend([makeImage()], { ...scanner, port: product.server.dicomPort })
  })
})

describe('and nothing of it can be read', () => {
  it('in the log, at any level', () => {
    assert.ok(product.log.length > 0)
    mustBeSilent('log', product.log.join(''))
  })

  it('in a refusal', () => {
    const refusals = answers.filter(({ status }) => status >= 400)
    assert.ok(refusals.length >= 15)
    for (const { text } of refusals) mustBeSilent('problem', text)
  })

  it('in an answer to a device', () => {
    assert.ok(comments.filter((comment) => comment !== '').length >= 5)
    mustBeSilent('error comments', comments.join(' '))
  })

  it('in the audit\'s details', async () => {
    const { rows } = await sql<{ line: string }>`select (audit.*)::text as line from audit`.execute(product.db)
    assert.ok(rows.length > 5)
    mustBeSilent('audit', rows.map(({ line }) => line).join('\n'))
  })

  it('in the names of files in the data folder', () => {
    mustBeSilent('data folder', filesBelow(product.dataFolder).join('\n'))
  })
})

function mustBeSilent(where: string, text: string): void {
  const folded = text.toLowerCase()
  const leaked = [...forbidden, ...secrets].filter((word) => folded.includes(word.toLowerCase()))
  const line = folded.split('\n').find((each) => leaked.some((word) => each.includes(word.toLowerCase())))
  assert.deepEqual(leaked, [], `${where}: ${line}`)
}

/** Longer than any index takes, and it does not compress. */
function noise(): string {
  return Array.from({ length: 300 }, () => newUid()).join('')
}
