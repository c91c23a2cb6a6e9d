import type { Ingested } from '../../modules/archive/index.ts'
import type { Flags } from '../../platform/server/config/env.ts'
import type { Product } from '../product.ts'
import { findFiles, type FoundFile } from './find-files.ts'
import { openProgress } from './progress.ts'
import { EXIT_FAILED, installationCommand, withProduct } from './settings.ts'

export const importCommand = installationCommand('import')
  .description('Take DICOM files into the archive')
  .argument('<path...>', 'files, folders (with all below them) and ZIP files')
  .action((paths: string[], flags: Flags) => withProduct(flags, (product) => importPaths(product, paths)))

const ORIGIN = { kind: 'import' } as const

async function importPaths({ archive }: Product, paths: readonly string[]): Promise<number> {
  const progress = openProgress()
  const count = { stored: 0, duplicate: 0, refused: 0 }
  for await (const file of findFiles(paths)) {
    const refusal = await importFile(file, (bytes) => archive.ingest.file(ORIGIN, bytes), count)
    if (refusal !== null) {
      progress.done()
      console.error(`${file.name}: ${refusal}`)
      count.refused++
    }
    progress.show(`${count.stored} taken, ${count.duplicate} were here already, ${count.refused} refused`)
  }
  progress.done()
  await archive.settleTouched()
  console.log(`${count.stored} taken, ${count.duplicate} were here already, ${count.refused} refused.`)
  return count.refused === 0 ? 0 : EXIT_FAILED
}

/** @returns why it was refused, or null. */
async function importFile(
  file: FoundFile, ingest: (bytes: AsyncIterable<Uint8Array>) => Promise<Ingested>,
  count: { stored: number; duplicate: number },
): Promise<string | null> {
  if (file.kind === 'unreadable') return file.reason
  const outcome = await ingest(file.open())
  switch (outcome.kind) {
    case 'stored':
      count.stored++
      return null
    case 'duplicate':
      count.duplicate++
      return null
    case 'conflict': return 'its SOP Instance UID is here already with other content'
    case 'held': return 'it is held in quarantine until a person has looked at it'
    case 'full': return 'the storage is full'
    case 'no-room': return 'it would be held in quarantine, which is full'
    case 'mismatch':
    case 'unreadable': return outcome.reason
  }
}
