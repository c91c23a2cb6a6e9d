/** Archives and images read back by programs that others wrote. Each is skipped where it is not installed. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, it, type TestContext } from 'vitest'
import { layOutIso } from './iso/iso.ts'
import type { MediaFile } from './media-file.ts'
import { bytesOf, MemoryBlobs, pattern, text } from './testing.ts'
import { layOutZip } from './zip.ts'

const modified = { date: '20240501', time: '133700' }
const folder = mkdtempSync(join(tmpdir(), 'media-'))
const zip = join(folder, 'a.zip')
const iso = join(folder, 'a.iso')
const blobs = new MemoryBlobs()

const files: readonly MediaFile[] = [
  { path: ['DICOMDIR'], content: [text('directory')] },
  ...Array.from({ length: 120 }, (_, n): MediaFile => ({
    path: ['DICOM', 'ST000001', `SE00000${n % 3}`, `IM${String(n).padStart(6, '0')}`],
    content: [text(`header ${n}`), blobs.add(pattern(n, 1000 + 37 * n))],
  })),
  { path: ['README.TXT'], content: [text('read me')], longName: 'Zuerst lesen, Müller 胸部.txt' },
  { path: ['1', '2', '3', '4', '5', '6', '7', 'DEEP'], content: [text('deep')] },
  { path: ['EMPTY'], content: [] },
]

function run(context: TestContext, program: string, ...args: string[]): string {
  const { error, status, stdout, stderr } = spawnSync(program, args, {
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
  })
  if (error !== undefined) context.skip(`${program} is not installed`)
  assert.equal(status, 0, `${program}: ${stdout}${stderr}`)
  return stdout + stderr
}

/** Relative path and content of every file below `root`. */
function contentsOf(root: string): ReadonlyMap<string, string> {
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' })
  const found = names.filter((name) => statSync(join(root, name)).isFile())
  return new Map(found.map((name) => [name, readFileSync(join(root, name), 'base64')]))
}

async function expected(): Promise<ReadonlyMap<string, string>> {
  const contents = files.map(async ({ path, longName, content }) => {
    const name = [...path.slice(0, -1), longName ?? path.at(-1)].join('/')
    return [name, Buffer.from(await bytesOf(content, blobs)).toString('base64')] as const
  })
  return new Map(await Promise.all(contents))
}

function equal(found: ReadonlyMap<string, string>, wanted: ReadonlyMap<string, string>): void {
  assert.deepEqual([...found.keys()].sort(), [...wanted.keys()].sort())
  for (const [name, content] of wanted) assert.equal(found.get(name), content, name)
}

beforeAll(async () => {
  writeFileSync(zip, await bytesOf(layOutZip(files, modified), blobs))
  writeFileSync(iso, await bytesOf(layOutIso(files, { volumeId: 'TEST', modified }), blobs))
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('a ZIP', () => {
  it('has no error for unzip -t', (context) => {
    assert.match(run(context, 'unzip', '-t', zip), /No errors detected/)
  })
  it('has no error for 7z t', (context) => {
    assert.match(run(context, '7z', 't', zip), /Everything is Ok/)
  })
  it('has no error for zipinfo, and shows plain files', (context) => {
    assert.match(run(context, 'zipinfo', zip), /-rw-r--r-- +4\.5 unx .* stor 24-May-01 13:37 DICOMDIR/)
  })
  it('is read by Python', (context) => {
    assert.match(
      run(
        context,
        'python3',
        '-c',
        `import zipfile; z = zipfile.ZipFile('${zip}'); print(z.testzip(), len(z.namelist()))`,
      ),
      /^None 124/,
    )
  })
  it('comes out of unzip byte for byte', async (context) => {
    run(context, 'unzip', '-q', zip, '-d', join(folder, 'unzip'))
    equal(contentsOf(join(folder, 'unzip')), await expected())
  })
})

describe('an ISO image', () => {
  it('shows names of level 1 to isoinfo', (context) => {
    const shown = run(context, 'isoinfo', '-f', '-i', iso)
    for (const name of [
      '/DICOMDIR.;1',
      '/DICOM/ST000001/SE000001/IM000001.;1',
      '/README.TXT;1',
      '/1/2/3/4/5/6/7/DEEP.;1',
    ]) {
      assert.ok(shown.includes(`${name}\n`), name)
    }
  })
  it('shows its Joliet names to isoinfo', (context) => {
    const shown = run(context, 'isoinfo', '-J', '-f', '-i', iso)
    for (const name of ['/DICOM/ST000001/SE000001/IM000001', '/Zuerst lesen, M'])
      assert.ok(shown.includes(name), name)
  })
  it('gives a file to isoinfo byte for byte', (context) => {
    const { error, stdout } = spawnSync('isoinfo', ['-i', iso, '-x', '/DICOM/ST000001/SE000001/IM000001.;1'])
    if (error !== undefined) context.skip('isoinfo is not installed')
    assert.deepEqual(stdout, Buffer.concat([Buffer.from('header 1'), pattern(1, 1037)]))
  })
  it('comes out of 7z byte for byte', async (context) => {
    assert.match(run(context, '7z', 't', iso), /Everything is Ok/)
    run(context, '7z', 'x', `-o${join(folder, '7z')}`, iso)
    equal(contentsOf(join(folder, '7z')), await expected())
  })
  it('has no unreadable block for xorriso, and comes out byte for byte', async (context) => {
    const shown = run(context, 'xorriso', '-indev', iso, '-check_media', '--')
    assert.match(shown, /0 , +452 , \+ good/)
    assert.doesNotMatch(shown, /WARNING|SORRY|FAILURE/)
    const found = join(folder, 'xorriso')
    run(context, 'xorriso', '-osirrox', 'on', '-indev', iso, '-extract', '/', found)
    equal(contentsOf(found), await expected())
    run(context, 'chmod', '-R', 'u+w', found)
  })
})
