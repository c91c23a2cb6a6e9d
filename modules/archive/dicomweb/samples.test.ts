/** Real files, in by STOW-RS and by C-STORE, out by WADO-RS: to the byte, with names and pixels that others agree upon. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { literal, open } from '@filmjacket/bytes'
import { scanPart10, Tags, transferSyntaxOf, type DicomJson } from '@filmjacket/dicom-data'
import { FailureReasons, layOutMultipart, mediaOfSyntax } from '@filmjacket/dicom-web'
import { isStorageClass, serveDicom } from '@filmjacket/dicom-net'
import { beforeAll, describe, expect, it } from 'vitest'
import { dicomSend } from '../../../tests/setup/dicom-send.ts'
import type { Image } from '../../../tests/setup/images.ts'
import { runProgram } from '../../../tests/setup/programs.ts'
import { nameOf, SAMPLES_MISSING, samplesIn } from '../../../tests/setup/samples.ts'
import { ReadThrough, readingOf } from '../reading.ts'
import { testWeb, type TestWeb } from './testing.ts'

const FOLDERS = ['dicom-core', 'dicom-charset', 'dicom-pixel', 'dicom-objects', 'dicom-series', 'dicom-wg04', 'dicom-hostile', 'dicom-deid', 'dicom-media', 'dicom-worklist', 'dicom-xds']
const samples = samplesIn(...FOLDERS)
const FAILED = '00081198'
const STORED = '00081199'

interface Stored {
  readonly name: string
  readonly file: Buffer
  readonly dataSet: Buffer
  readonly path: string
  readonly studyUid: string
  readonly syntaxUid: string
  readonly isColor: boolean
}

let web: TestWeb
/** Another, which the same files reach by C-STORE. */
let dimse: TestWeb
const stored: Stored[] = []
/** What the archive does not take: no image, no UIDs, the same UID twice with other content. */
const refused = new Map<string, unknown>()

describe.skipIf(samples === null)(samples === null ? `DICOMweb with real files (${SAMPLES_MISSING})` : 'DICOMweb with real files', () => {
  beforeAll(async () => {
    web = await testWeb()
    for (const path of samples ?? []) await send(path)
  }, 240_000)

  it('are told the same by C-STORE, and come out of there with the same data set, to the byte', async () => {
    dimse = await testWeb()
    const server = await serveDicom({ host: '127.0.0.1', port: 0, admit: () => ({ kind: 'accepted' }), store: dimse.archive.store })
    const told = new Map<string, number>()
    for (const path of samples ?? []) {
      const image = imageIn(path)
      if (image === null) continue
      const [status] = await dicomSend([image], { port: server.port, callingAe: 'SAMPLES' })
      told.set(nameOf(path), status ?? -1)
    }
    await server.close()
    // What has no UIDs, or is of no class that C-STORE carries, comes by STOW-RS alone.
    for (const [name, status] of told) {
      const byStow = refused.get(name) ?? 0
      // Two files of one image with other File Meta Information are the same data set.
      if (byStow !== FailureReasons.duplicateInstance || status !== 0) expect([name, status]).toEqual([name, byStow])
    }
    expect(told.size).toBeGreaterThan(stored.length - 5)
    for (const { name, path, dataSet } of stored.filter(({ name }) => told.get(name) === 0)) {
      const { status, bytes } = await dimse.ask(path, { headers: { accept: 'application/dicom; transfer-syntax=*' } })
      expect([name, status, bytes.subarray(-dataSet.length).equals(dataSet)]).toEqual([name, 200, true])
    }
  }, 240_000)

  it.skipIf(whyNoPydicom !== null)('have the names in JSON that pydicom reads', async () => {
    const names = await namesByPydicom(samples ?? [])
    let wide = 0
    for (const { name, path } of stored) {
      const expected = names[name]
      if (expected === undefined) continue
      const [json] = (await web.ask(`${path}/metadata`)).json<readonly DicomJson[]>()
      const groups = (json?.['00100010']?.Value?.[0] ?? {}) as Readonly<Record<string, string>>
      const told = ['Alphabetic', 'Ideographic', 'Phonetic'].map((group) => groups[group] ?? '').join('=')
      expect([name, told.replace(/=+$/, '')]).toEqual([name, expected])
      if (/[^ -~]/.test(expected)) wide++
    }
    expect(wide).toBeGreaterThan(5)
  })

  async function send(path: string): Promise<void> {
    const file = readFileSync(path)
    const { list, mediaType } = layOutMultipart('application/dicom', [{ contentType: 'application/dicom', content: [literal(file)] }])
    const chunks: Uint8Array[] = []
    for await (const chunk of open(list, web.blobs)) chunks.push(chunk)
    const answer = await web.ask('/dicom-web/studies', { method: 'POST', payload: Buffer.concat(chunks), headers: { 'content-type': mediaType } })
    const json = answer.json<DicomJson>()
    const [failure] = (json[FAILED]?.Value ?? []) as readonly DicomJson[]
    if (failure !== undefined) return void refused.set(nameOf(path), failure['00081197']?.Value?.[0])
    const [reference] = (json[STORED]?.Value ?? []) as readonly DicomJson[]
    const scanner = scanPart10()
    scanner.push(file)
    const { transferSyntax, dataSet, dataSetStart } = scanner.end()
    stored.push({
      name: nameOf(path), file, dataSet: file.subarray(dataSetStart), syntaxUid: transferSyntax.uid, studyUid: dataSet.text(Tags.StudyInstanceUID) ?? '',
      isColor: dataSet.number(Tags.SamplesPerPixel) === 3,
      path: new URL(reference?.['00081190']?.Value?.[0] as string).pathname,
    })
  }

  it('are stored, but for those that are no images, or not the first of their UID', () => {
    expect(stored.length).toBeGreaterThan(100)
    expect([...new Set(refused.values())].filter((reason) => ![0x0111, 0xa900, 0xc000].includes(Number(reason)))).toEqual([])
  })

  it('come out as they went in, to the byte', async () => {
    for (const { name, file, path, syntaxUid } of stored) {
      const answer = await web.ask(path, { headers: { accept: 'application/dicom; transfer-syntax=*' } })
      expect([name, answer.status, answer.headers['content-type']]).toEqual([name, 200, `application/dicom; transfer-syntax=${syntaxUid}`])
      // What came without File Meta Information has one in front.
      expect(answer.bytes.subarray(-file.length).equals(file), name).toBe(true)
    }
  })

  it('have metadata in JSON and in XML, the same for the instance and for its study', async () => {
    const studies = new Map<string, ReadonlySet<string>>()
    for (const { name, path, studyUid } of stored) {
      const [one] = (await web.ask(`${path}/metadata`)).json<readonly DicomJson[]>()
      expect(one?.['0020000D']?.Value, name).toEqual([studyUid])
      const all = studies.get(studyUid) ?? new Set((await web.ask(`/dicom-web/studies/${studyUid}/metadata`)).json<readonly DicomJson[]>().map((each) => JSON.stringify(each)))
      studies.set(studyUid, all)
      expect([name, all.has(JSON.stringify(one))]).toEqual([name, true])
      const xml = await web.ask(`${path}/metadata`, { headers: { accept: 'multipart/related; type="application/dicom+xml"' } })
      expect([name, xml.status]).toEqual([name, 200])
    }
  })

  it('give each frame and each picture, or say why not, and never stall', async () => {
    await Promise.all([0, 1, 2].map((turn) => picturesOf(stored.filter((_, at) => at % 3 === turn))))
  }, 240_000)

  async function picturesOf(files: readonly Stored[]): Promise<void> {
    for (const { name, path } of files) {
      for (const what of ['frames/1', 'rendered', 'thumbnail', 'bulkdata/7FE00010']) {
        const { status, headers } = await web.ask(`${path}/${what}`, { headers: { accept: '*/*' } })
        expect([200, 404, 406, 422], `${name} ${what}`).toContain(status)
        if (status === 200 && what === 'rendered') expect(headers['content-type'], name).toMatch(/^(image\/jpeg|application\/pdf|video\/[\w-]+)$/)
      }
    }
  }

  it('have, decompressed, the pixels that other programs find', async () => {
    let compared = 0
    for (const { name, path, syntaxUid, isColor } of stored) {
      const expected = referencePixels.get(name)
      // Colours of a JPEG become RGB when they are decompressed; the reference left them.
      const syntax = transferSyntaxOf(syntaxUid)
      if (expected === undefined || !syntax.encapsulated || (isColor && mediaOfSyntax(syntax) === 'image/jpeg')) continue
      const answer = await web.ask(`${path}/bulkdata/7FE00010`, { headers: { accept: 'multipart/related; type="application/octet-stream"' } })
      if (answer.status !== 200) continue
      const hash = createHash('sha256')
      for (const { bytes } of await answer.parts()) hash.update(bytes)
      expect([name, hash.digest('hex').slice(0, 16)]).toEqual([name, expected])
      compared++
    }
    expect(compared).toBeGreaterThan(10)
  }, 240_000)
})

/** As a device would send it; null where it cannot. */
function imageIn(path: string): Image | null {
  const file = readFileSync(path)
  const read = readingOf(throughOf(file))
  if (read.kind !== 'described') return null
  const { sopClassUid, instanceUid: sopInstanceUid } = read.description
  const { transferSyntax, dataSetStart } = read.scan
  return isStorageClass(sopClassUid) ? { sopClassUid, sopInstanceUid, transferSyntaxUid: transferSyntax.uid, dataSet: file.subarray(dataSetStart) } : null
}

function throughOf(file: Buffer) {
  const reader = new ReadThrough()
  reader.push(file)
  return reader.end()
}

const PYTHON = '/usr/bin/python3'
const whyNoPydicom = spawnSync(PYTHON, ['-c', 'import pydicom']).status === 0 ? null : 'pydicom is not installed'

/** Not those that pydicom cannot read, or finds characters in that it cannot read. */
const NAMES = `
import json, sys, warnings, pydicom
names = {}
for path in sys.argv[1:]:
    with warnings.catch_warnings():
        warnings.simplefilter('error')
        try:
            names[path] = str(pydicom.dcmread(path, specific_tags=['PatientName'], stop_before_pixels=True).PatientName)
        except Exception:
            pass
print(json.dumps(names))`

async function namesByPydicom(paths: readonly string[]): Promise<Readonly<Record<string, string>>> {
  const { stdout } = await runProgram(PYTHON, ['-c', NAMES, ...paths])
  const names = JSON.parse(stdout) as Readonly<Record<string, string>>
  return Object.fromEntries(Object.entries(names).map(([path, name]) => [nameOf(path), name.replace(/=+$/, '').trimEnd()]))
}

/** By name: of the files on whose pixels GDCM and DCMTK agree. */
const referencePixels = readReference()

function readReference(): ReadonlyMap<string, string> {
  const [first] = samples ?? []
  if (first === undefined) return new Map()
  const root = first.slice(0, first.length - nameOf(first).length)
  const rows = readFileSync(`${root}MANIFEST.tsv`, 'utf8').split('\n').map((line) => line.split('\t'))
  return new Map(rows.flatMap(([path = '', , , note = '']) => {
    const hash = /gdcm pixels sha256\[16\]=([0-9a-f]{16}) \(\d+ B\), dcmtk agrees/.exec(note)?.[1]
    return hash === undefined ? [] : [[path, hash] as const]
  }))
}
