import { formatStatus, isDoneStatus, meaningOf, sendInstances, type StoreInstance } from '@filmjacket/dicom-net'
import { findFiles, type FoundFile } from '../find-files.ts'
import { openProgress } from '../progress.ts'
import { EXIT_FAILED } from '../settings.ts'
import { connectionTo, finish, peerCommand, sentenceOf, wholeNumber, type Connection, type ConnectionFlags } from './connection.ts'
import { beginningOf, partsOfFile } from './file-parts.ts'
import { readHead, without, type Part10Head } from './part10-head.ts'

interface StoreFlags extends ConnectionFlags {
  readonly associations: number
}

export const storeCommand = peerCommand('store')
  .description('Send DICOM files to a peer, each as it is stored (C-STORE)')
  .argument('<path...>', 'files, folders (with all below them) and ZIP files')
  .option('--associations <n>', 'how many at the same time', wholeNumber, 1)
  .action((host: string, port: number, paths: string[], flags: StoreFlags) =>
    finish(async (signal) => {
      const connection = await connectionTo({ host, port }, flags)
      return storePaths(paths, { ...connection, signal }, Math.max(1, flags.associations))
    }))

interface Found {
  readonly instances: readonly NamedInstance[]
  readonly unreadable: number
}

interface NamedInstance extends StoreInstance {
  readonly name: string
}

async function storePaths(paths: readonly string[], connection: Connection, associations: number): Promise<number> {
  const { instances, unreadable } = await find(paths)
  const progress = openProgress()
  const count = { done: 0, failed: 0 }
  const reasons = new Map<string, string>()
  const onError = (error: unknown, { sopInstanceUid }: StoreInstance) => reasons.set(sopInstanceUid, sentenceOf(error))
  await Promise.all(shares(instances, associations).map(async (share) => {
    let at = 0
    for await (const { status, sopInstanceUid } of sendInstances({ ...connection, instances: share, onError })) {
      const { name } = share[at++] ?? { name: sopInstanceUid }
      if (isDoneStatus(status)) count.done++
      else {
        count.failed++
        const why = reasons.get(sopInstanceUid) ?? `${formatStatus(status)}, ${meaningOf(status, 'C-STORE').meaning}`
        progress.done()
        console.error(`${name}: ${why}`)
      }
      progress.show(`${count.done} of ${instances.length} sent, ${count.failed} failed`)
    }
  }))
  progress.done()
  const left = instances.length - count.done - count.failed
  console.log(`${count.done} sent, ${count.failed} failed, ${unreadable} could not be read${left > 0 ? `, ${left} left` : ''}.`)
  return count.done === instances.length && unreadable === 0 ? 0 : EXIT_FAILED
}

async function find(paths: readonly string[]): Promise<Found> {
  const instances: NamedInstance[] = []
  let unreadable = 0
  for await (const file of findFiles(paths)) {
    const head = file.kind === 'file' ? await headOf(file).catch(sentenceOf) : file.reason
    if (file.kind === 'file' && head !== null && typeof head !== 'string') {
      const { dataSetStart, ...uids } = head
      const dataSet = file.path === null ? without(dataSetStart, () => file.open()) : partsOfFile(file.path, dataSetStart)
      instances.push({ ...uids, name: file.name, dataSet })
      continue
    }
    unreadable++
    console.error(`${file.name}: ${typeof head === 'string' ? head : 'it is no DICOM file'}`)
  }
  return { instances, unreadable }
}

function headOf(file: FoundFile & { readonly kind: 'file' }): Promise<Part10Head | null> {
  return readHead(file.path === null ? file.open() : beginningOf(file.path))
}

/** Neighbours are of one kind: each share is a run. */
function shares<T>(items: readonly T[], count: number): readonly (readonly T[])[] {
  const size = Math.ceil(items.length / count)
  return Array.from({ length: count }, (_, n) => items.slice(n * size, (n + 1) * size)).filter(({ length }) => length > 0)
}
