/** Orthanc's DICOMweb plugin in both roles: it asks, fetches from and sends to ours; ours does the same with it; both answer alike. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { newUid, type DicomJson, type JsonElement } from '@filmjacket/dicom-data'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { eventually } from '../setup/eventually.ts'
import type { Client } from '../setup/http-client.ts'
import { fileOf, makeImage } from '../setup/images.ts'
import { OrthancWeb, whyNoOrthancWeb } from '../setup/orthanc-web.ts'
import { RunningProduct } from '../setup/running-product.ts'
import { SAMPLES_MISSING, samplesIn } from '../setup/samples.ts'
import { Scratch } from '../setup/scratch.ts'

const scratch = new Scratch()
let product: RunningProduct
let admin: Client
let orthanc: OrthancWeb

beforeAll(async () => {
  if (whyNoOrthancWeb !== null) return
  product = await RunningProduct.start()
  admin = await product.firstAdministrator()
  const { json } = await admin.post('/api/tokens', { name: 'Orthanc', actions: ['read', 'store'], lifetimeDays: 1 })
  const { secret } = json as { secret: string }
  orthanc = await OrthancWeb.start(scratch.path, { url: `${product.url}/dicom-web/`, authorization: `Bearer ${secret}` })
}, 60_000)
afterAll(async () => {
  if (whyNoOrthancWeb !== null) return
  await orthanc.stop()
  await product.stop()
  scratch.remove()
})

function studyOf(studyUid: string, count: number): readonly Buffer[] {
  const seriesUid = newUid()
  return Array.from({ length: count }, (_, seed) => fileOf(makeImage({ studyUid, seriesUid, seed, patientId: `OW-${studyUid.slice(-8)}` })))
}

async function store(files: readonly Buffer[]): Promise<void> {
  for (const file of files) {
    const body = Buffer.concat([Buffer.from('--part\r\nContent-Type: application/dicom\r\n\r\n'), file, Buffer.from('\r\n--part--\r\n')])
    const response = await fetch(`${product.url}/dicom-web/studies`, {
      method: 'POST', body, headers: { ...(await token()), 'content-type': 'multipart/related; type="application/dicom"; boundary=part' },
    })
    assert.ok(response.ok || response.status === 409, String(response.status))
  }
}

let authorization: string | undefined

async function token(): Promise<Record<string, string>> {
  if (authorization === undefined) {
    const { json } = await admin.post('/api/tokens', { name: 'Test', actions: ['read', 'store'], lifetimeDays: 1 })
    authorization = `Bearer ${(json as { secret: string }).secret}`
  }
  return { authorization }
}

async function ours(path: string): Promise<readonly DicomJson[]> {
  const { status, json, text } = await admin.get(`/dicom-web${path}`, { accept: 'application/dicom+json' })
  assert.ok(status === 200 || status === 204, text)
  return (json ?? []) as readonly DicomJson[]
}

const uidIn = (answer: DicomJson, tag: string) => answer[tag]?.Value?.[0] as string | undefined
const uidsIn = (answers: readonly DicomJson[], tag: string) => [...new Set(answers.map((one) => uidIn(one, tag) ?? ''))].sort()

describe.skipIf(whyNoOrthancWeb !== null)(`Orthanc's DICOMweb plugin as a client of ours${whyNoOrthancWeb === null ? '' : ` (${whyNoOrthancWeb})`}`, () => {
  const studyUid = newUid()

  it('searches', async () => {
    await store(studyOf(studyUid, 3))
    const found = (await orthanc.ask('qido', { Uri: '/studies', Arguments: { StudyInstanceUID: studyUid } })) as readonly DicomJson[]
    assert.equal(found.length, 1)
  })

  it('retrieves a Study', async () => {
    await orthanc.ask('retrieve', { Resources: [{ Study: studyUid }] })
    assert.equal(((await orthanc.get(`/dicom-web/instances?StudyInstanceUID=${studyUid}`)) as unknown[]).length, 3)
  })

  it('sends a Study', async () => {
    const sent = newUid()
    const ids = await Promise.all(studyOf(sent, 3).map((file) => orthanc.put(file)))
    await orthanc.ask('stow', { Resources: [ids[0]] })
    assert.equal((await ours(`/studies/${sent}/instances`)).length, 3)
  })
})

describe.skipIf(whyNoOrthancWeb !== null)(`Orthanc's DICOMweb plugin as a device of ours${whyNoOrthancWeb === null ? '' : ` (${whyNoOrthancWeb})`}`, () => {
  async function transfer(direction: 'retrieve' | 'send', deviceId: string, studyUid: string) {
    const { json, text } = await admin.post('/api/transfers', { direction, deviceId, studyUid })
    return eventually(`the transfer is over: ${text}`, async () => {
      const { transfer: it } = (await admin.get(`/api/transfers/${(json as { id: string }).id}`)).json as
        { transfer: { state: string; total: number; moved: number; problem: string | null } }
      return !['queued', 'running'].includes(it.state) && it
    })
  }

  it('is searched, retrieved from and sent to', async () => {
    const { json } = await admin.post('/api/devices', {
      description: 'Orthanc', aeTitle: 'ORTHANCWEB', roles: ['store', 'query', 'dicomweb'], dicomwebUrl: orthanc.dicomWeb,
    })
    const deviceId = (json as { id: string }).id
    assert.equal(((await admin.post(`/api/devices/${deviceId}/echo`)).json as { outcome: string }).outcome, 'answered')

    const [theirs, own] = [newUid(), newUid()]
    for (const file of studyOf(theirs, 4)) await orthanc.put(file)
    const { json: answer } = await admin.post('/api/remote/studies', { deviceId, patientId: `OW-${theirs.slice(-8)}` })
    assert.deepEqual((answer as { studies: readonly { studyUid: string }[] }).studies.map((one) => one.studyUid), [theirs])
    const got = await transfer('retrieve', deviceId, theirs)
    assert.deepEqual([got.state, got.total, got.moved, got.problem], ['done', 4, 4, null])

    await store(studyOf(own, 2))
    const sent = await transfer('send', deviceId, own)
    assert.deepEqual([sent.state, sent.total, sent.moved, sent.problem], ['done', 2, 2, null])
    assert.equal(((await orthanc.get(`/dicom-web/instances?StudyInstanceUID=${own}`)) as unknown[]).length, 2)
  })
})

const samples = samplesIn('dicom-core', 'dicom-charset', 'dicom-series', 'dicom-objects')
const whyNoSamples = whyNoOrthancWeb ?? (samples === null ? SAMPLES_MISSING : null)

/** What each server says of itself, or counts in its own way; and the palette descriptors, which Orthanc leaves out of some. */
const OWN = new Set(['00281101', '00281102', '00281103', '00081190', '00080056', '00080054', '00080061', '00201206', '00201208', '00201209', '00080005', '00083002'])

describe.skipIf(whyNoSamples !== null)(`the same real files in both${whyNoSamples === null ? '' : ` (${whyNoSamples})`}`, () => {
  const studies = new Set<string>()

  beforeAll(async () => {
    for (const path of samples ?? []) {
      const file = readFileSync(path)
      if ((await orthanc.put(file)) !== null) await store([file])
    }
    for (const uid of uidsIn(await ours('/studies?limit=1000'), '0020000D')) studies.add(uid)
  }, 120_000)

  it('are found by the same questions at each level', async () => {
    for (const uid of studies) {
      for (const [path, tag] of [[`/studies?StudyInstanceUID=${uid}`, '0020000D'], [`/studies/${uid}/series`, '0020000E'], [`/studies/${uid}/instances`, '00080018']] as const) {
        const response = await fetch(orthanc.dicomWeb + path, { headers: { accept: 'application/dicom+json' } })
        const theirs = response.ok ? ((await response.json()) as readonly DicomJson[]) : []
        if (theirs.length > 0) assert.deepEqual(uidsIn(await ours(path), tag), uidsIn(theirs, tag), path)
      }
    }
  })

  it('have metadata that say the same', async () => {
    const differences: string[] = []
    let compared = 0
    for (const uid of studies) {
      const response = await fetch(`${orthanc.dicomWeb}/studies/${uid}/metadata`, { headers: { accept: 'application/dicom+json' } })
      if (!response.ok) continue
      const theirs = new Map(((await response.json()) as readonly DicomJson[]).map((one) => [uidIn(one, '00080018'), one]))
      for (const one of await ours(`/studies/${uid}/metadata`)) {
        const other = theirs.get(uidIn(one, '00080018'))
        if (other === undefined || hasYen(other)) continue
        compared++
        differences.push(...differencesOf(one, other).map((what) => `${uidIn(one, '00080018') ?? ''} ${what}`))
      }
    }
    assert.ok(compared > 50, `${compared} compared`)
    assert.deepEqual(differences, [])
  })
})

/** Orthanc takes the backslash of ISO-IR 13 for a yen sign, and then finds no second value. */
const hasYen = (one: DicomJson) => JSON.stringify(one['00080008'] ?? null).includes('¥')

function differencesOf(own: DicomJson, other: DicomJson, at = ''): readonly string[] {
  return Object.keys({ ...own, ...other }).filter((tag) => !OWN.has(tag)).flatMap((tag) => differenceOf(own[tag], other[tag], at + tag))
}

/** Which bytes are shown and which have an address, each decides for itself, and also whose private elements it knows. */
function differenceOf(own: JsonElement | undefined, other: JsonElement | undefined, at: string): readonly string[] {
  if (isBytes(own) || isBytes(other)) return []
  if (own?.vr === 'SQ' && other?.vr === 'SQ') {
    const [mine, its] = [itemsOf(own), itemsOf(other)]
    if (mine.length === its.length) return mine.flatMap((item, n) => differencesOf(item, its[n] ?? {}, `${at}[${n}].`))
  }
  const [mine, its] = [sayingOf(own), sayingOf(other)]
  return mine === its ? [] : [`${at} ${mine} | ${its}`]
}

const isBytes = (element: JsonElement | undefined) =>
  element !== undefined && (element.vr === 'UN' || element.InlineBinary !== undefined || element.BulkDataURI !== undefined)
const itemsOf = ({ Value = [] }: JsonElement) => Value as readonly DicomJson[]

/** Orthanc keeps the spaces before a text, rounds numbers, and writes parts of a name that are empty. */
function sayingOf(element: JsonElement | undefined): string {
  if (element === undefined) return '-'
  const values = (element.Value ?? []).map((value) => {
    if (typeof value === 'number') return Math.abs(value) < 1e-12 ? '0' : value.toPrecision(6)
    return typeof value === 'string' ? value.trim() : JSON.stringify(value).replace(/,"(Ideographic|Phonetic)":""/g, '')
  })
  return `${element.vr} ${values.join('\\').slice(0, 100)}`
}
