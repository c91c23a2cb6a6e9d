/** What the page of uploads finds in packed files: of other programs, broken ones, and such as were made to do harm. */
import { execFileSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { PackedError, type FoundFile } from '../../modules/archive/page/upload/read/found-file.ts'
import { filesInIso } from '../../modules/archive/page/upload/read/iso.ts'
import { filesInZip } from '../../modules/archive/page/upload/read/zip.ts'
import { isInstalled } from '../setup/programs.ts'
import { samplesIn, SAMPLES_MISSING } from '../setup/samples.ts'
import { Scratch } from '../setup/scratch.ts'

const scratch = new Scratch()
afterAll(() => scratch.remove())

async function found(bytes: Uint8Array<ArrayBuffer>, read = filesInZip): Promise<readonly FoundFile[]> {
  const files: FoundFile[] = []
  for await (const file of read(new Blob([bytes]), 'x')) files.push(file)
  return files
}

const textOf = async (file: FoundFile): Promise<string> => (file.kind === 'file' ? (await file.open()).text() : file.reason)

/** Its list, and each entry as text or the reason why it is not read. */
async function contentOf(bytes: Uint8Array<ArrayBuffer>, read = filesInZip): Promise<Readonly<Record<string, string>>> {
  const entries: Record<string, string> = {}
  for (const file of await found(bytes, read))
    entries[file.path] = await textOf(file).catch((error: unknown) => (error instanceof PackedError ? error.reason : String(error)))
  return entries
}

function zipped(name: string, options: readonly string[] = []): Uint8Array<ArrayBuffer> {
  const path = join(scratch.path, `${name}.zip`)
  rmSync(path, { force: true })
  execFileSync('7z', ['a', ...options, path, join(scratch.path, name)])
  return new Uint8Array(readFileSync(path))
}

describe.skipIf(!isInstalled('7z'))('a ZIP of another program', () => {
  scratch.put('disc/IMAGES/IM1', 'one '.repeat(500))
  scratch.put('disc/Bücher/IM2', 'two')
  scratch.put('disc/EMPTY', '')

  for (const [how, options] of [['deflated', []], ['stored', ['-mx=0']]] as const) {
    it(`is read entry by entry: ${how}`, async () => {
      expect(await contentOf(zipped('disc', options))).toEqual({
        'x/disc/IMAGES/IM1': 'one '.repeat(500), 'x/disc/Bücher/IM2': 'two', 'x/disc/EMPTY': '',
      })
    })
  }

  it('with a password is left, and says so', async () => {
    expect(Object.values(await contentOf(zipped('disc', ['-psecret'])))).toContain('archive-encrypted')
  })

  it('that unpacks to a thousand times its size is refused', async () => {
    scratch.put('bomb/zeroes', new Uint8Array(20_000_000))
    await expect(found(zipped('bomb'))).rejects.toThrow(PackedError)
  })

  it('within another is left', async () => {
    scratch.put('outer/inner.zip', zipped('disc'))
    expect(await contentOf(zipped('outer', ['-mx=0']))).toEqual({ 'x/outer/inner.zip': 'archive-nested' })
  })

  it('with one bit turned over tells which entry is broken', async () => {
    const bytes = zipped('disc', ['-mx=0'])
    const at = Buffer.from(bytes).indexOf('one one')
    bytes[at] = (bytes[at] ?? 0) ^ 1
    expect((await contentOf(bytes))['x/disc/IMAGES/IM1']).toBe('archive-broken')
  })

  it('cut short anywhere is refused, and nothing hangs', async () => {
    const bytes = zipped('disc')
    for (let length = 0; length < bytes.length; length += 7) await expect(found(bytes.slice(0, length))).rejects.toThrow(PackedError)
  })
})

describe.skipIf(!isInstalled('xorriso'))('the image of a disc', () => {
  scratch.put('burnt/IMAGES/A long name, with Ümlaut', 'one')
  scratch.put('burnt/DICOMDIR', 'two')
  const image = (options: readonly string[]): Uint8Array<ArrayBuffer> => {
    const path = join(scratch.path, 'burnt.iso')
    rmSync(path, { force: true })
    execFileSync('xorriso', ['-as', 'mkisofs', '-quiet', ...options, '-o', path, join(scratch.path, 'burnt')])
    return new Uint8Array(readFileSync(path))
  }

  it('is read by the long names of Joliet', async () => {
    expect(await contentOf(image(['-J']), filesInIso)).toEqual({ 'x/IMAGES/A long name, with Ümlaut': 'one', 'x/DICOMDIR': 'two' })
  })

  it('is read by short names where there are no others', async () => {
    expect(Object.values(await contentOf(image([]), filesInIso)).sort()).toEqual(['one', 'two'])
  })

  it('cut short anywhere ends, in files that are named as broken or in a refusal', async () => {
    const bytes = image(['-J'])
    for (let length = 0; length < bytes.length; length += 5_000) {
      const entries = await contentOf(bytes.slice(0, length), filesInIso).catch((error: unknown) => (error instanceof PackedError ? {} : Promise.reject(error as Error)))
      for (const text of Object.values(entries)) expect(['one', 'two', 'archive-broken']).toContain(text)
    }
  })
})

const hostile = samplesIn('zip/thejoshwolfe_yauzl/test/failure')
const sound = samplesIn('zip/thejoshwolfe_yauzl/test/success')

describe.skipIf(hostile === null)(`hostile ZIP files${hostile === null ? `: ${SAMPLES_MISSING}` : ''}`, () => {
  for (const path of hostile ?? []) {
    it(`have no way up, and an end: ${basename(path)}`, async () => {
      const entries = await contentOf(new Uint8Array(readFileSync(path)))
        .catch((error: unknown) => (error instanceof PackedError ? {} : Promise.reject(error as Error)))
      for (const name of Object.keys(entries)) expect(name).not.toMatch(/(^|\/)\.\.?(\/|$)|\\|\/\//)
    })
  }
  // One of them unpacks to more than a hundred times its size.
  for (const path of (sound ?? []).filter((each) => each.endsWith('.zip') && basename(each) !== 'big-compression.zip'))
    it(`are told from sound ones: ${basename(path)}`, async () => expect(Array.isArray(await found(new Uint8Array(readFileSync(path))))).toBe(true))
})
