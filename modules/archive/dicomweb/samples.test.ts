/** Real files, in by STOW-RS and out by WADO-RS: to the byte, and as pixels that others agree upon. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { literal, open } from '@filmjacket/bytes'
import { scanPart10, Tags, transferSyntaxOf, type DicomJson } from '@filmjacket/dicom-data'
import { layOutMultipart, mediaOfSyntax } from '@filmjacket/dicom-web'
import { beforeAll, describe, expect, it } from 'vitest'
import { nameOf, SAMPLES_MISSING, samplesIn } from '../../../tests/setup/samples.ts'
import { testWeb, type TestWeb } from './testing.ts'

const FOLDERS = ['dicom-core', 'dicom-charset', 'dicom-pixel', 'dicom-objects', 'dicom-series', 'dicom-wg04', 'dicom-hostile', 'dicom-deid']
const samples = samplesIn(...FOLDERS)
const FAILED = '00081198'
const STORED = '00081199'

interface Stored {
  readonly name: string
  readonly file: Buffer
  readonly path: string
  readonly studyUid: string
  readonly syntaxUid: string
  readonly isColor: boolean
}

let web: TestWeb
const stored: Stored[] = []
/** What the archive does not take: no image, no UIDs, the same UID twice with other content. */
const refused = new Map<string, unknown>()

describe.skipIf(samples === null)(samples === null ? `DICOMweb with real files (${SAMPLES_MISSING})` : 'DICOMweb with real files', () => {
  beforeAll(async () => {
    web = await testWeb()
    for (const path of samples ?? []) await send(path)
  }, 240_000)

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
    const { transferSyntax, dataSet } = scanner.end()
    stored.push({
      name: nameOf(path), file, syntaxUid: transferSyntax.uid, studyUid: dataSet.text(Tags.StudyInstanceUID) ?? '',
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
    for (const { name, path, studyUid } of stored) {
      const [one] = (await web.ask(`${path}/metadata`)).json<readonly DicomJson[]>()
      expect(one?.['0020000D']?.Value, name).toEqual([studyUid])
      const all = (await web.ask(`/dicom-web/studies/${studyUid}/metadata`)).json<readonly DicomJson[]>()
      expect(all, name).toContainEqual(one)
      const xml = await web.ask(`${path}/metadata`, { headers: { accept: 'multipart/related; type="application/dicom+xml"' } })
      expect([name, xml.status]).toEqual([name, 200])
    }
  })

  it('give each frame and each picture, or say why not, and never stall', async () => {
    for (const { name, path } of stored) {
      for (const what of ['frames/1', 'rendered', 'thumbnail', 'bulkdata/7FE00010']) {
        const { status, headers } = await web.ask(`${path}/${what}`, { headers: { accept: '*/*' } })
        expect([200, 404, 406, 422], `${name} ${what}`).toContain(status)
        if (status === 200 && what === 'rendered') expect(headers['content-type'], name).toMatch(/^image\/jpeg$|^application\/pdf$/)
      }
    }
  }, 240_000)

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
