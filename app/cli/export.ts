/** Studies as files in a folder, to be taken elsewhere or kept beside: as they leave, or to the byte as they came. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open as openFile, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { open, sizeOf, type ExtentList } from '@filmjacket/bytes'
import { isUid } from '@filmjacket/dicom-data'
import { Option } from 'commander'
import type { Found, StoredInstance } from '../../modules/archive/index.ts'
import type { Flags } from '../../platform/server/config/env.ts'
import type { Product } from '../product.ts'
import { openProgress } from './progress.ts'
import { EXIT_FAILED, EXIT_WRONG, installationCommand, withProduct } from './settings.ts'

interface ExportFlags extends Flags {
  readonly to: string
  readonly as: Form
}

/** `corrected`: as any other receiver gets it. `stored`: the bytes that came. */
type Form = 'corrected' | 'stored'

export const exportCommand = installationCommand('export')
  .description('Write studies into a folder, with a list of digests; goes on where it was broken off')
  .argument('<study...>', 'Study Instance UIDs, accession numbers, or "all"')
  .requiredOption('--to <folder>', 'where the files go: STUDY/SERIES/INSTANCE.dcm')
  .addOption(new Option('--as <form>', 'with corrections of identity, or as it came').choices(['corrected', 'stored']).default('corrected'))
  .action((studies: string[], flags: ExportFlags) =>
    withProduct(flags, (product) => exportStudies(product, studies, { folder: flags.to, form: flags.as })))

export interface ExportWish {
  readonly folder: string
  readonly form: Form
}

/** Lines as `sha256sum --check` reads them. */
const DIGESTS = 'SHA256SUMS'

/** @returns the exit code. */
export async function exportStudies({ archive, blobs }: Pick<Product, 'archive' | 'blobs'>, wanted: readonly string[], wish: ExportWish): Promise<number> {
  const studies = await studiesFor(archive, wanted)
  if (studies.missing.length > 0) {
    for (const each of studies.missing) console.error(`${each}: there is no such study`)
    return EXIT_WRONG
  }
  const { fileOf, storedFileOf } = await import('../../modules/archive/index.ts')
  await mkdir(wish.folder, { recursive: true, mode: 0o700 })
  const progress = openProgress()
  const count = { written: 0, there: 0, failed: 0 }
  const digests = await knownDigests(wish.folder)
  for (const { study } of studies.found) {
    for (const { seriesUid, instance } of await instancesOf(archive, study.id)) {
      const file = pathOf(study.uid, seriesUid, instance.instanceUid)
      try {
        const list = wish.form === 'stored' ? storedFileOf(instance) : fileOf(instance)
        const { digest, isNew } = await writeOnce(path.join(wish.folder, file), list, (part) => open(part, blobs))
        digests.set(file, digest)
        if (isNew) count.written++
        else count.there++
      } catch (error) {
        progress.done()
        console.error(`${file}: ${error instanceof Error ? error.message : String(error)}`)
        count.failed++
      }
      progress.show(`${count.written} written, ${count.there} were there already, ${count.failed} failed`)
    }
    await putDigests(wish.folder, digests)
  }
  progress.done()
  console.log(`${studies.found.length} studies: ${count.written} files written, ${count.there} were there already, ${count.failed} failed.`)
  return count.failed === 0 ? 0 : EXIT_FAILED
}

type Archive = Product['archive']

async function studiesFor(archive: Archive, wanted: readonly string[]) {
  const found = new Map<string, Found>()
  const missing: string[] = []
  for (const each of wanted) {
    const filter = each === 'all' ? {} : { [isUid(each) ? 'studyUid' : 'accessionNumber']: { kind: 'any-of', values: [each] } as const }
    const before = found.size
    let some = false
    for await (const study of archive.findAll({ level: 'study', filter })) {
      found.set(study.study.id, study)
      some = true
    }
    if (!some && before === found.size && each !== 'all') missing.push(each)
  }
  return { found: [...found.values()], missing }
}

async function instancesOf(archive: Archive, studyId: string) {
  const series = new Map<string, string>()
  for await (const found of archive.findAll({ level: 'instance', filter: {}, within: [studyId] }))
    if (found.instance !== null && found.series !== null) series.set(found.instance.uid, found.series.uid)
  return (await archive.instancesOf(studyId)).map((instance: StoredInstance) => ({ instance, seriesUid: series.get(instance.instanceUid) ?? '' }))
}

/** Digits and dots, as an ingest made sure: nothing else becomes a path. */
function pathOf(...uids: readonly string[]): string {
  for (const uid of uids) if (!isUid(uid)) throw new TypeError('a UID in the archive is none')
  return `${uids.join('/')}.dcm`
}

/** Whole or not at all: what was broken off leaves a name of its own, and is begun anew. */
async function writeOnce(
  file: string, list: ExtentList, read: (list: ExtentList) => AsyncIterable<Uint8Array>,
): Promise<{ readonly digest: string; readonly isNew: boolean }> {
  const wanted = await digestOf(read(list))
  const there = await stat(file).catch(() => null)
  if (there?.size === sizeOf(list) && (await digestOf(createReadStream(file))) === wanted) return { digest: wanted, isNew: false }
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 })
  const part = `${file}.part`
  await rm(part, { force: true })
  const handle = await openFile(part, 'wx', 0o600)
  try {
    for await (const bytes of read(list)) await handle.write(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
  if ((await digestOf(createReadStream(part))) !== wanted) throw new Error('what was written is not what was read')
  await rename(part, file)
  return { digest: wanted, isNew: true }
}

async function digestOf(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash('sha256')
  for await (const part of bytes) hash.update(part)
  return hash.digest('hex')
}

async function knownDigests(folder: string): Promise<Map<string, string>> {
  const text = await readFile(path.join(folder, DIGESTS), 'utf8').catch(() => '')
  const lines = text.split('\n').map((line) => /^([0-9a-f]{64}) {2}(.+)$/.exec(line))
  return new Map(lines.flatMap((match) => (match === null ? [] : [[match[2] ?? '', match[1] ?? ''] as const])))
}

async function putDigests(folder: string, digests: ReadonlyMap<string, string>): Promise<void> {
  const lines = [...digests].sort(([a], [b]) => (a < b ? -1 : 1)).map(([file, digest]) => `${digest}  ${file}\n`)
  const part = path.join(folder, `${DIGESTS}.part`)
  await writeFile(part, lines.join(''), { mode: 0o600 })
  await rename(part, path.join(folder, DIGESTS))
}
