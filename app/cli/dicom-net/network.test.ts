/** The commands as a person runs them, each in a process of its own. */
import assert from 'node:assert/strict'
import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { encodeDataSet, encodeFileMeta, SopClasses, Tags, TransferSyntaxes } from '@filmjacket/dicom-data'
import { sendInstances, serveDicom, type DicomServer } from '@filmjacket/dicom-net'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { printable } from './find.ts'
import { readHead } from './part10-head.ts'

const entry = pathToFileURL(path.join(import.meta.dirname, '../dicom-net.ts')).href
const program = `
  import { Command } from 'commander'
  import { networkCommands } from '${entry}'
  const program = new Command('dicom')
  for (const command of networkCommands) program.addCommand(command)
  await program.parseAsync(process.argv, { from: 'node' })
`
const argumentsFor = (args: readonly string[]) => ['--import', 'tsx', '--input-type=module', '-e', program, 'dicom', ...args]

interface Ran {
  readonly code: number
  readonly out: string
  readonly error: string
}

function run(...args: readonly string[]): Promise<Ran> {
  return new Promise((resolve) => {
    execFile(process.execPath, argumentsFor(args), { timeout: 30_000 }, (failure, out, error) => {
      resolve({ code: typeof failure?.code === 'number' ? failure.code : 0, out, error })
    })
  })
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

describe('the network commands', () => {
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
    assert.deepEqual([there.code, nowhere.code], [0, 1])
    assert.match(there.out, /success \(0000\)/)
    assert.match(nowhere.error, /ECONNREFUSED/)
  })
  it('store: what is no DICOM file is told and makes it 1', async () => {
    writeFileSync(path.join(folder, 'text.txt'), 'no image')
    const { code, out, error } = await run('store', ...to(), folder)
    assert.deepEqual([code, stored], [1, ['1.2.3.4']])
    assert.match(out, /1 sent, 0 failed, 1 could not be read/)
    assert.match(error, /text\.txt: it is no DICOM file/)
    rmSync(path.join(folder, 'text.txt'))
  })
  it('find: as lines, and as DICOM JSON', async () => {
    const [lines, json] = await Promise.all([run('find', ...to(), '-k', 'PatientName=D*'), run('find', ...to(), '--json')])
    assert.match(lines.out, /^PatientName: Doe\^Jane$/m)
    const match = JSON.parse(json.out) as { readonly [tag: string]: { readonly Value: readonly unknown[] } }
    assert.deepEqual(match['00100010']?.Value, [{ Alphabetic: 'Doe^Jane' }])
  })
  it('get: into a folder; move: 1 where the destination is not known', async () => {
    const output = path.join(folder, 'got')
    const key = ['-k', 'StudyInstanceUID=1.2']
    const [got, moved, refused] = await Promise.all([
      run('get', ...to(), ...key, '-o', output), run('move', ...to(), ...key, '--to', 'KNOWN'), run('move', ...to(), ...key, '--to', 'OTHER'),
    ])
    assert.deepEqual([got.code, moved.code, refused.code], [0, 0, 1])
    assert.deepEqual(readdirSync(output), ['1.2.3.4.dcm'])
    assert.ok(readFileSync(path.join(output, '1.2.3.4.dcm')).includes(Buffer.from(dataSet)))
    assert.match(refused.out, /destination is unknown \(A801\)/)
  })
  it('listen: takes files until it is told to stop', async () => {
    const output = path.join(folder, 'heard')
    const child = spawn(process.execPath, argumentsFor(['listen', '0', '-o', output]))
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
