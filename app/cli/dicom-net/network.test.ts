/** The commands as a person runs them, each in a process of its own. */
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { encodeDataSet, encodeFileMeta, SopClasses, Tags, TransferSyntaxes } from '@filmjacket/dicom-data'
import { sendInstances, serveDicom, type DicomServer } from '@filmjacket/dicom-net'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { filmjacket, PROGRAM, whyNotBuilt } from '../../../tests/setup/filmjacket-process.ts'
import type { ProgramResult } from '../../../tests/setup/programs.ts'
import { printable } from './find.ts'
import { readHead } from './part10-head.ts'

function run(...args: readonly string[]): Promise<ProgramResult> {
  return filmjacket('dicom', ...args)
}

const { explicitVrLittleEndian: syntax } = TransferSyntaxes
const uids = { sopClassUid: SopClasses.secondaryCaptureImageStorage, sopInstanceUid: '1.2.3.4', transferSyntaxUid: syntax.uid }
const dataSet = encodeDataSet({
  [Tags.SOPClassUID]: uids.sopClassUid, [Tags.SOPInstanceUID]: uids.sopInstanceUid, [Tags.PatientName]: 'Doe^Jane',
}, syntax)

async function* inOne(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  await Promise.resolve()
  yield bytes
}

describe('the network commands', { skip: whyNotBuilt !== null }, () => {
  let folder = ''
  let archive: DicomServer
  const stored: string[] = []
  const to = () => ['127.0.0.1', String(archive.port)]

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'network-'))
    writeFileSync(path.join(folder, 'one.dcm'), Buffer.concat([encodeFileMeta(uids), dataSet]))
    archive = await serveDicom({
      host: '127.0.0.1', port: 0, admit: () => ({ kind: 'accepted' }),
      async store(_peer, { sopInstanceUid, dataSet: content }) {
        for await (const part of content) assert.ok(part.length > 0)
        stored.push(sopInstanceUid)
        return { status: 0 }
      },
      async *find(_peer, { level }) {
        await Promise.resolve()
        yield { kind: 'match', identifier: { [Tags.PatientName]: 'Doe^Jane', [Tags.QueryRetrieveLevel]: level } }
      },
      async *get(_peer, { store }) {
        yield { kind: 'planned', count: 1 }
        yield await store({ ...uids, dataSet: inOne(dataSet) })
      },
      async *move(_peer, { destination }) {
        await Promise.resolve()
        yield destination === 'KNOWN' ? { kind: 'sent', sopInstanceUid: '1.2', status: 0 } : { kind: 'refused', status: 0xa801 }
      },
    })
  })
  afterAll(async () => {
    await archive.close()
    rmSync(folder, { recursive: true })
  })

  it('echo: 0, and 1 where nobody is', async () => {
    const [there, nowhere] = await Promise.all([run('echo', ...to()), run('echo', '127.0.0.1', '1')])
    assert.deepEqual([there.status, nowhere.status], [0, 1])
    assert.match(there.stdout, /success \(0000\)/)
    assert.match(nowhere.stderr, /ECONNREFUSED/)
  })
  it('store: what is no DICOM file is told and makes it 1', async () => {
    writeFileSync(path.join(folder, 'text.txt'), 'no image')
    const { status, stdout, stderr } = await run('store', ...to(), folder)
    assert.deepEqual([status, stored], [1, ['1.2.3.4']])
    assert.match(stdout, /1 sent, 0 failed, 1 could not be read/)
    assert.match(stderr, /text\.txt: it is no DICOM file/)
    rmSync(path.join(folder, 'text.txt'))
  })
  it('find: as lines, and as DICOM JSON', async () => {
    const [lines, json] = await Promise.all([run('find', ...to(), '-k', 'PatientName=D*'), run('find', ...to(), '--json')])
    assert.match(lines.stdout, /^PatientName: Doe\^Jane$/m)
    const match = JSON.parse(json.stdout) as { readonly [tag: string]: { readonly Value: readonly unknown[] } }
    assert.deepEqual(match['00100010']?.Value, [{ Alphabetic: 'Doe^Jane' }])
  })
  it('get: into a folder; move: 1 where the destination is not known', async () => {
    const output = path.join(folder, 'got')
    const key = ['-k', 'StudyInstanceUID=1.2']
    const [got, moved, refused] = await Promise.all([
      run('get', ...to(), ...key, '-o', output), run('move', ...to(), ...key, '--to', 'KNOWN'), run('move', ...to(), ...key, '--to', 'OTHER'),
    ])
    assert.deepEqual([got.status, moved.status, refused.status], [0, 0, 1])
    assert.deepEqual(readdirSync(output), ['1.2.3.4.dcm'])
    assert.ok(readFileSync(path.join(output, '1.2.3.4.dcm')).includes(Buffer.from(dataSet)))
    assert.match(refused.stdout, /destination is unknown \(A801\)/)
  })
  it('listen: takes files until it is told to stop', async () => {
    const output = path.join(folder, 'heard')
    const child = spawn(process.execPath, [PROGRAM, 'dicom', 'listen', '0', '-o', output])
    const [line] = await once(child.stderr, 'data') as [Buffer]
    const port = Number(/:(\d+)\.$/m.exec(String(line))?.[1])
    const instances = [{ ...uids, dataSet: inOne(dataSet) }]
    const steps: number[] = []
    for await (const { status } of sendInstances({ host: '127.0.0.1', port, callingAe: 'A', calledAe: 'B', instances })) steps.push(status)
    child.kill('SIGTERM')
    const [code] = await once(child, 'exit') as [number]
    assert.deepEqual([steps, code, readdirSync(output)], [[0], 0, ['1.2.3.4.dcm']])
  })
})

describe('readHead', () => {
  const file = Buffer.concat([encodeFileMeta(uids), dataSet])
  async function* bytewise(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at++) yield await Promise.resolve(bytes.subarray(at, at + 1))
  }

  it('knows what is in the file and where its data set begins, however it comes', async () => {
    const dataSetStart = file.length - dataSet.length
    assert.deepEqual(await readHead(inOne(file)), { ...uids, dataSetStart })
    assert.deepEqual(await readHead(bytewise(file)), { ...uids, dataSetStart })
  })
  it('knows what is none', async () => {
    for (const bytes of [Buffer.alloc(0), Buffer.alloc(1_000), file.subarray(0, 150)]) assert.equal(await readHead(inOne(bytes)), null)
  })
})

describe('printable', () => {
  it('lets no peer steer the terminal', () => assert.equal(printable('a\u001b[2Jb\u202ec'), 'a\ufffd[2Jb\ufffdc'))
})
