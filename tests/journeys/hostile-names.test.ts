/** A modality, or who pretends to be one, chose these texts. They are kept as text, and never become anything else. */
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { newUid, Tags, TransferSyntaxes, type Element } from '@filmjacket/dicom-data'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, it } from 'vitest'
import yauzl from 'yauzl'
import { dicomSend, type Receiver } from '../setup/dicom-send.ts'
import { makeImage } from '../setup/images.ts'
import { runProgram, whyMissing } from '../setup/programs.ts'
import { askFor, examsOf, RunningProduct, whenReady } from '../setup/running-product.ts'
import { withFolder } from '../setup/scratch.ts'

const NOISE = randomBytes(60_000).toString('base64url')
const noise = (length: number) => NOISE.slice(0, length)

let product: RunningProduct
let scanner: Receiver

beforeAll(async () => {
  product = await RunningProduct.start()
  scanner = await product.device()
})
afterAll(() => product.stop())

/** What is sent, and what of it is text: a backslash separates values, and NUL is no character of any database. PS3.5 §6.2. */
const hostile: Readonly<Record<string, readonly [sent: string, text: string]>> = {
  'path characters': ['../../../etc/passwd', '../../../etc/passwd'],
  'an absolute path': ['/etc/cron.d/job', '/etc/cron.d/job'],
  'a path of Windows': ['C:\\Windows\\System32', 'C:'],
  'a device of Windows': ['CON', 'CON'],
  'new lines': ['one\r\nSet-Cookie: a=b\r\n\r\ntwo', 'one\r\nSet-Cookie: a=b\r\n\r\ntwo'],
  'a script': ['<script>alert(1)</script>', '<script>alert(1)</script>'],
  'an attribute': ['"><img src=x onerror=alert(1)>', '"><img src=x onerror=alert(1)>'],
  'right-to-left marks': ['\u202egpj.exe\u202c \u200fabc\u200e', '\u202egpj.exe\u202c \u200fabc\u200e'],
  'zero width and other invisible characters': ['a\u200b\ufeffb\u00adc\u2028d', 'a\u200b\ufeffb\u00adc\u2028d'],
  'NUL inside': ['before\0after', 'beforeafter'],
  'control characters': ['\u0001\u0007\u007f\u0085x', '\u0001\u0007\u007f\u0085x'],
  'SQL': ["'; drop table study; --", "'; drop table study; --"],
  'a format string': ['%s%n%d${7*7}{{7*7}}', '%s%n%d${7*7}{{7*7}}'],
  'a formula': ['=cmd|" /C calc"!A0', '=cmd|" /C calc"!A0'],
  'characters outside the basic plane': ['\u{1f9e0}\u{20000}', '\u{1f9e0}\u{20000}'],
  'combining marks': ['e\u0301'.repeat(40), 'e\u0301'.repeat(40)],
  'dots and spaces': ['. .. ...', '. .. ...'],
  'nothing': ['', ''],
  '64 KB of one character': ['x'.repeat(65_000), 'x'.repeat(65_000)],
  '64 KB that do not compress': [noise(65_000), noise(65_000)],
}

for (const [what, [sent, text]] of Object.entries(hostile)) {
  describe(what, () => {
    const patientId = `P${Object.keys(hostile).indexOf(what)}`

    it('in name, description and Accession Number is kept as it is, and shown as text', async () => {
      const elements = {
        [Tags.SpecificCharacterSet]: 'ISO_IR 192', [Tags.PatientName]: raw('PN', sent),
        [Tags.StudyDescription]: raw('LO', sent), [Tags.AccessionNumber]: raw('SH', sent), [Tags.SeriesDescription]: raw('LO', sent),
      }
      assert.deepEqual(await dicomSend([makeImage({ patientId, elements })], scanner), [0x0000])
      const { rows } = await sql<{ name: string; description: string; accession_number: string }>`
        select name, description, accession_number from study join patient on patient.id = study.patient_id
        where patient.patient_id = ${patientId}`.execute(product.db)
      assert.deepEqual(rows, [{ name: text, description: text, accession_number: text }])

      const { client } = await product.person('patient', patientId.toLowerCase(), patientId)
      const answer = await client.get('/api/exams')
      assert.match(answer.headers.get('content-type') ?? '', /^application\/json\b/)
      assert.equal(answer.headers.get('x-content-type-options'), 'nosniff')
      const [exam] = await examsOf(client)
      assert.deepEqual([exam?.description, exam?.accessionNumber], [text, text])
      const detail = (await client.get(`/api/exams/${exam?.id}`)).json as { series: readonly { description: string }[] }
      assert.equal(detail.series[0]?.description, text)
    })

    for (const format of ['zip', 'iso'] as const) {
      it(`leaves as ${format} under names that harm no system`, async (context) => {
        const account = await sql<{ id: string }>`select id from account where patient_id = ${patientId}`.execute(product.db)
        const client = await product.session(account.rows[0]?.id ?? '')
        const [exam] = await examsOf(client)
        const { id } = await askFor(client, exam?.id ?? '', format)
        await whenReady(client, id)
        const { status, headers, bytes } = await client.get(`/api/requests/${id}/file`)
        assert.equal(status, 200)
        assert.equal(headers.getSetCookie().length, 0)
        mustBeSafe(nameIn(headers.get('content-disposition') ?? ''), format)
        if (format === 'zip') { mustBeMediaNames(await namesInZip(bytes)); return; }
        const missing = whyMissing('isoinfo')
        if (missing !== null) return context.skip(missing)
        mustBeMediaNames(await namesInIso(bytes));
      })
    }
  })
}

describe('an index of the database', () => {
  for (const [name, tag] of Object.entries({
    'Patient ID': Tags.PatientID, 'Issuer of Patient ID': Tags.IssuerOfPatientID, 'Study Date': Tags.StudyDate,
  })) {
    it(`takes no ${name} of 60 KB: the instance is refused as unreadable, and is no image`, async () => {
      const before = [await product.count('instance'), await product.count('study')]
      const elements = { [tag]: raw('LO', noise(60_000)) }
      assert.deepEqual(await dicomSend([makeImage({ elements })], scanner), [0xc000])
      assert.deepEqual([await product.count('instance'), await product.count('study')], before)
    })
  }

  it('does not fail on numbers that are none', async () => {
    const elements = { [Tags.SeriesNumber]: raw('IS', '99999999999'), [Tags.InstanceNumber]: raw('IS', '1e400') }
    assert.deepEqual(await dicomSend([makeImage({ elements })], scanner), [0x0000])
  })
})

describe('a UID that is none', () => {
  for (const uid of ['', '../../etc/x', '1.2.3/4', '1..2', '1.2.'.repeat(30), 'x'.repeat(64)]) {
    it(`${JSON.stringify(uid.slice(0, 20))} is refused`, async () => {
      const image = makeImage({ elements: { [Tags.StudyInstanceUID]: raw('UI', uid) } })
      assert.deepEqual(await dicomSend([image], scanner), [0xc000])
    })
  }

  it('in implicit VR, with 70,000 bytes of name besides, changes nothing of that', async () => {
    const transferSyntax = TransferSyntaxes.implicitVrLittleEndian
    const elements = { [Tags.PatientName]: 'x'.repeat(70_000), [Tags.SeriesInstanceUID]: raw('UI', newUid().replace('.', '/')) }
    assert.deepEqual(await dicomSend([makeImage({ transferSyntax, elements })], scanner), [0xc000])
  })
})

it('none of it was a fault', () => {
  assert.deepEqual(product.log.filter((line) => line.includes('"level":"error"')), [])
})

/** Bytes on the wire as a careless or hostile encoder writes them. */
function raw(vr: Element['vr'], text: string): Element {
  const bytes = Buffer.from(text)
  return { vr, value: bytes.length % 2 === 0 ? bytes : Buffer.concat([bytes, Buffer.from(vr === 'UI' ? '\0' : ' ')]) }
}

/** RFC 8187. */
function nameIn(disposition: string): string {
  assert.match(disposition, /^attachment; (filename="[ !#-[\]-~]*"; )?filename\*=UTF-8''[A-Za-z0-9!#$&+.^_`|~%-]+$/)
  const plain = /filename="([^"]*)"/.exec(disposition)?.[1]
  if (plain !== undefined) mustBeSafe(plain)
  return decodeURIComponent(disposition.split("UTF-8''")[1] ?? '')
}

function mustBeSafe(name: string, extension?: string): void {
  assert.doesNotMatch(name, /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}/\\:*?"<>|]/u)
  assert.doesNotMatch(name, /^\.|^ |\.$| $/)
  assert.doesNotMatch(name, /^(CON|PRN|AUX|NUL|COM\d|LPT\d)(\.|$)/i)
  assert.ok(Buffer.byteLength(name) <= 255, `${Buffer.byteLength(name)} bytes`)
  if (extension !== undefined) assert.ok(name.endsWith(`.${extension}`), name)
}

/** PS3.10 §8.2: components of at most eight of A-Z, 0-9 and _; what is no DICOM file has an extension. */
function mustBeMediaNames(names: readonly string[]): void {
  assert.ok(names.includes('DICOMDIR'), names.join())
  assert.ok(names.length >= 2)
  for (const name of names) assert.match(name, /^[A-Z0-9_]{1,8}(\/[A-Z0-9_]{1,8}){0,7}(\.[A-Z0-9_]{1,3})?\/?$/)
}

async function namesInZip(bytes: Buffer): Promise<readonly string[]> {
  const zip = await yauzl.fromBufferPromise(bytes, { lazyEntries: true, strictFileNames: true })
  const names: string[] = []
  for await (const { fileName } of zip.eachEntry()) names.push(fileName)
  return names
}

function namesInIso(bytes: Buffer): Promise<readonly string[]> {
  return withFolder(async (folder) => {
    const iso = folder.put('medium.iso', bytes)
    const { status, stdout } = await runProgram('isoinfo', ['-f', '-i', iso])
    assert.equal(status, 0)
    const lines = stdout.split('\n').filter((line) => line !== '')
    return lines.map((line) => line.replace(/^\//, '').replace(/\.?;1$/, ''))
  })
}
