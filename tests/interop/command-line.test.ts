/** `filmjacket`, as an operator types it: words, exit codes, and what it did. */
import assert from 'node:assert/strict'
import { createServer, type AddressInfo } from 'node:net'
import { closeSync, openSync, readSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { open, parseBlobId } from '@filmjacket/bytes'
import { newUid } from '@filmjacket/dicom-data'
import { layOutZip } from '@filmjacket/dicom-media'
import { zipSync } from 'fflate'
import { afterAll, beforeEach, describe, it } from 'vitest'
import { askDatabase } from '../setup/embedded-database.ts'
import { filmjacket, FilmjacketProcess, filmjacketReading, whyNotBuilt } from '../setup/filmjacket-process.ts'
import { Client } from '../setup/http-client.ts'
import { fileOf, makeImage } from '../setup/images.ts'
import { download, examsOf } from '../setup/running-product.ts'
import { Scratch } from '../setup/scratch.ts'

const MINUTE_MS = 60_000

const scratch = new Scratch()
const data = join(scratch.path, 'data')
const installation = ['--data', data]

/** In which one bit was another for a moment. */
let damaged = 'none'

/** Runs from here on: commands work beside it. */
let server: FilmjacketProcess | null = null

function running(): FilmjacketProcess {
  return server ?? assert.fail('the server does not run')
}

beforeEach((context) => {
  if (whyNotBuilt !== null) context.skip(whyNotBuilt)
})
afterAll(async () => {
  await server?.kill()
  scratch.remove()
})

/** One sentence for the operator, and no trace of the program's inside. */
function mustBeOneSentence(stderr: string): void {
  assert.match(stderr, /^[A-Z-][^\n]*\.\n$/)
  assert.doesNotMatch(stderr, /\bat .*:\d+:\d+|Error:/)
}

describe('its words', () => {
  it('--help lists the commands and tells the exit codes', async () => {
    const { status, stdout } = await filmjacket('--help')
    assert.equal(status, 0)
    for (const command of ['serve', 'migrate', 'import', 'user', 'check']) assert.match(stdout, new RegExp(`^  ${command}\\b`, 'm'))
    assert.match(stdout, /Exit codes: 0 done, 1 .*, 2 /)
  })

  it('a command\'s --help describes its flags', async () => {
    const { status, stdout } = await filmjacket('user', 'add', '--help')
    assert.equal(status, 0)
    for (const flag of ['--role', '--patient', '--password-stdin', '--data']) assert.ok(stdout.includes(flag), flag)
  })

  it('--version is a version', async () => {
    const { status, stdout } = await filmjacket('--version')
    assert.equal(status, 0)
    assert.match(stdout, /^\d+\.\d+\.\d+/)
  })

  const wrong: readonly (readonly string[])[] = [
    ['frobnicate'], ['serve', '--frobnicate'], ['import'], ['user', 'add', 'x', '--role', 'king'],
    ['serve', '--http', '99999'], ['serve', '--demo', '--host', '0.0.0.0'],
  ]
  for (const args of wrong) {
    it.concurrent(`${args.join(' ')} is a wrong call: exit code 2, and why`, async () => {
      const { status, stderr } = await filmjacket(...args)
      assert.equal(status, 2, stderr)
      assert.notEqual(stderr, '')
      assert.doesNotMatch(stderr, /\bat .*:\d+:\d+/)
    }, MINUTE_MS)
  }
})

describe('what is in its way', () => {
  it('a data folder that cannot be written is told in one sentence', async () => {
    const file = scratch.put('a-file', '')
    const { status, stderr } = await filmjacket('serve', '--http', '0', '--dicom', '0', '--data', join(file, 'data'))
    assert.equal(status, 2)
    mustBeOneSentence(stderr)
    assert.match(stderr, /^The data folder .* cannot be written\./)
  })

  it('a database that does not answer is told in one sentence, without its password', async () => {
    const { status, stderr } = await filmjacket('migrate', '--data', join(scratch.path, 'other'), '--database', 'postgres://user:hidden@127.0.0.1:1/x')
    assert.equal(status, 2)
    mustBeOneSentence(stderr)
    assert.doesNotMatch(stderr, /hidden/)
  })

  for (const flag of ['http', 'dicom']) {
    it(`a taken --${flag} port is told in one sentence`, async () => {
      const other = createServer()
      await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
      const port = String((other.address() as AddressInfo).port)
      const ports = { http: '0', dicom: '0', [flag]: port }
      const { status, stderr } = await filmjacket('serve', ...installation, '--host', '127.0.0.1', '--http', ports.http, '--dicom', ports.dicom)
      other.close()
      assert.equal(status, 2)
      mustBeOneSentence(stderr)
      assert.ok(stderr.startsWith(`Port ${port} is taken`), stderr)
    }, MINUTE_MS)
  }
})

describe('migrate', () => {
  it('brings an empty folder up to date, and does nothing the second time', async () => {
    for (let n = 0; n < 2; n++) {
      const { status, stdout, stderr } = await filmjacket('migrate', ...installation)
      assert.deepEqual([status, stdout, stderr], [0, 'The database is up to date.\n', ''])
    }
  }, MINUTE_MS)

  it('a real installation never becomes a demo', async () => {
    server = await FilmjacketProcess.serve(data)
    const { status, stderr } = await filmjacket('serve', ...installation, '--demo', '--http', '0', '--dicom', '0')
    assert.equal(status, 2)
    mustBeOneSentence(stderr)
  }, MINUTE_MS)
})

const study = { patientId: 'CLI-1', studyUid: newUid(), seriesUid: newUid() }
const images = Array.from({ length: 6 }, (_, seed) => makeImage({ ...study, seed }))

describe('import', () => {
  it('takes a file, folders with all below them, and what is in a ZIP', async () => {
    const [a, b, c, d, e, f] = images.map(fileOf) as [Buffer, Buffer, Buffer, Buffer, Buffer, Buffer]
    const file = scratch.put('one.dcm', a)
    scratch.put('folder/b', b)
    scratch.put('folder/below/and/below/c.dcm', c)
    scratch.put('folder/DICOMDIR', 'the directory of a medium is no image')
    scratch.put('folder/more.zip', await zipOf({ 'd.dcm': d, 'in/a/folder/e': e, DICOMDIR: Buffer.from('no image') }))
    const zip = scratch.put('only.zip', await zipOf({ 'f.dcm': f }))
    const { status, stdout, stderr } = await filmjacket('import', ...installation, file, join(scratch.path, 'folder'), zip)
    assert.deepEqual([status, stdout, stderr], [0, '6 taken, 0 were here already, 0 refused.\n', ''])
  }, MINUTE_MS)

  it('takes nothing twice', async () => {
    const { status, stdout } = await filmjacket('import', ...installation, join(scratch.path, 'folder'))
    assert.deepEqual([status, stdout], [0, '0 taken, 4 were here already, 0 refused.\n'])
  }, MINUTE_MS)

  it('refuses what is no image, each with its name and reason, and takes the rest: exit code 1', async () => {
    const other = makeImage({ patientId: 'CLI-2' })
    scratch.put('mixed/good.dcm', fileOf(other))
    scratch.put('mixed/text.txt', 'not an image')
    scratch.put('mixed/empty.dcm', '')
    scratch.put('mixed/cut.dcm', fileOf(makeImage()).subarray(0, 600))
    scratch.put('mixed/conflict.dcm', fileOf({ ...makeImage({ ...study, seed: 99, instanceUid: images[0]?.sopInstanceUid ?? '' }) }))
    const { status, stdout, stderr } = await filmjacket('import', ...installation, join(scratch.path, 'mixed'), join(scratch.path, 'nowhere'))
    assert.deepEqual([status, stdout], [1, '1 taken, 0 were here already, 5 refused.\n'])
    for (const name of ['text.txt', 'empty.dcm', 'cut.dcm', 'conflict.dcm', 'nowhere']) assert.match(stderr, new RegExp(`${name}: .+`))
    assert.equal(stderr.trim().split('\n').length, 5)
  }, MINUTE_MS)

  it('refuses a ZIP that unpacks to far more than it is', async () => {
    const bomb = scratch.put('bomb.zip', deflatedZip('zeros', 40_000_000))
    const { status, stderr } = await filmjacket('import', ...installation, bomb)
    assert.equal(status, 1)
    assert.match(stderr, /bomb\.zip\/zeros: it unpacks to far more than it is/)
  }, MINUTE_MS)
})

describe('user add', () => {
  const add = (...args: readonly string[]) => filmjacket('user', 'add', ...installation, ...args)

  it('prints the link on which a person sets the password', async () => {
    const { status, stdout } = await add('mia', '--role', 'patient', '--patient', study.patientId, '--name', 'Mia')
    assert.equal(status, 0)
    assert.match(stdout, /^http:\/\/\S+\/welcome#[0-9A-Z]{32}\n$/)
  }, MINUTE_MS)

  it('takes a user name once: exit code 1', async () => {
    const { status, stderr } = await add('mia', '--role', 'clerk')
    assert.deepEqual([status, stderr], [1, 'Somebody is called mia already.\n'])
  }, MINUTE_MS)

  for (const args of [['pat', '--role', 'patient'], ['doc', '--role', 'doctor', '--patient', 'X'], ['Not A Name', '--role', 'clerk']]) {
    it(`${args.join(' ')} is a wrong call: exit code 2`, async () => {
      const { status, stderr } = await add(...args)
      assert.equal(status, 2)
      mustBeOneSentence(stderr)
    }, MINUTE_MS)
  }

  it('sets the password from standard input, with which that person signs in and finds the images', async () => {
    const args = ['user', 'add', ...installation, 'noa', '--role', 'patient', '--patient', study.patientId, '--password-stdin']
    assert.equal(await filmjacketReading('short\n', ...args), 2)
    assert.equal(await filmjacketReading('long enough\n', ...args), 0)
    const client = new Client(running().url)
    assert.equal((await client.post('/api/sessions', { username: 'noa', password: 'long enough' })).status, 200)
    const [exam] = await examsOf(client)
    assert.equal(exam?.instances, images.length)

    const medium = await download(client, exam.id, 'zip')
    for (const image of images) assert.ok(medium.includes(fileOf(image)), 'a file is in the ZIP as it was imported')

    const late = scratch.put('late.dcm', fileOf(makeImage({ ...study, seed: 50 })))
    assert.equal((await filmjacket('import', ...installation, late)).status, 0)
    assert.equal((await examsOf(client))[0]?.instances, images.length + 1)
  }, MINUTE_MS)
})

/** The images of the study, one of another, one that came late, and the broken file, which is kept in quarantine. */
const filesKept = images.length + 3

describe('check', () => {
  it('finds nothing where nothing is damaged', async () => {
    const { status, stdout, stderr } = await filmjacket('check', ...installation)
    assert.deepEqual([status, stdout, stderr], [0, `${filesKept} files checked, 0 damaged.\n`, ''])
  }, MINUTE_MS)

  it('names the one blob in which one bit is another: exit code 1', async () => {
    const [blob] = await askDatabase<{ id: string; segment: string; offset: string; length: string }>(data,
      'select id, segment, "offset", length from blob order by id offset 3 limit 1')
    if (blob === undefined) return assert.fail('no blob')
    flipBit(join(data, 'blobs', blob.segment), Number(blob.offset) + Math.floor(Number(blob.length) / 2))
    const { status, stdout, stderr } = await filmjacket('check', ...installation)
    assert.deepEqual([status, stdout, stderr], [1, `${filesKept} files checked, 1 damaged.\n`, `damaged: ${blob.id}\n`])
    flipBit(join(data, 'blobs', blob.segment), Number(blob.offset) + Math.floor(Number(blob.length) / 2))
    damaged = blob.id
  }, MINUTE_MS)
})

describe('Ctrl-C', () => {
  it('stops it in order: exit code 0, and what it did not need to tell is not told', async () => {
    assert.equal(await running().stop(), 0)
    assert.match(running().words, /^Stopping \.\.\.$/m)
    const faults = running().words.split('\n').filter((line) => /"level":"(error|fatal)"/.test(line))
    // The server reads again what it keeps, and may have met the other bit before us.
    assert.deepEqual(faults.filter((line) => !line.includes(damaged)), [])
  }, MINUTE_MS)

  it('and all is as it was', async () => {
    assert.equal((await filmjacket('check', ...installation)).stdout, `${filesKept} files checked, 0 damaged.\n`)
  }, MINUTE_MS)
})

function flipBit(path: string, at: number): void {
  const file = openSync(path, 'r+')
  const byte = Buffer.alloc(1)
  readSync(file, byte, 0, 1, at)
  writeSync(file, Buffer.of((byte[0] ?? 0) ^ 1), 0, 1, at)
  closeSync(file)
}

const NO_BLOBS = { read: (id: string) => assert.fail(`no blob ${parseBlobId(id)}`) }

async function zipOf(files: Readonly<Record<string, Buffer>>): Promise<Buffer> {
  const list = layOutZip(
    Object.entries(files).map(([name, bytes]) => ({ path: name.split('/'), content: [{ kind: 'literal', bytes } as const] })),
    { date: '20260102', time: '030405' },
  )
  const parts: Uint8Array[] = []
  for await (const part of open(list, NO_BLOBS)) parts.push(part)
  return Buffer.concat(parts)
}

/** A ZIP of one file of zeros. */
function deflatedZip(name: string, length: number): Uint8Array {
  return zipSync({ [name]: [new Uint8Array(length), { level: 9 }] })
}
