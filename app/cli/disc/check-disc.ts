/** `filmjacket disc check`: a folder, a ZIP file or an ISO image, as others made it. */
import { open as openFile, stat } from 'node:fs/promises'
import { Command } from 'commander'
import { checkMedium, filesOfIso, isPrimary, MediumError, type ByteSource, type FoundFile } from '@filmjacket/dicom-media'
import { isZip, reasonOf } from '../find-files.ts'
import { openProgress } from '../progress.ts'
import { EXIT_FAILED, finish } from '../settings.ts'
import { filesOfFolder } from './folder-files.ts'
import { withZip } from './zip-files.ts'

export const checkDiscCommand = new Command('check')
  .description('Tell what is wrong with a medium: a folder, a ZIP file or an ISO image')
  .argument('<path>', 'where it is')
  .action((path: string) => finish(() => checkDisc(path)))

async function checkDisc(path: string): Promise<number> {
  try {
    return await report(path)
  } catch (error) {
    const isTheirs = error instanceof MediumError || (error instanceof Error && 'code' in error)
    if (!isTheirs) throw error
    console.error(`${path}: ${reasonOf(error)}`)
    return EXIT_FAILED
  }
}

async function report(path: string): Promise<number> {
  const progress = openProgress()
  const { findings, instances, profile } = await withMedium(path, (files) => checkMedium(files, (seen) => progress.show(`${seen} looked at`)))
  progress.done()
  for (const { level, text } of findings) console.log(`${level}: ${text}`)
  const errors = findings.filter(({ level }) => level === 'error').length
  console.log(`${instances} instances; profile ${profile ?? 'none'}; ${errors} errors, ${findings.length - errors} warnings.`)
  return errors === 0 ? 0 : EXIT_FAILED
}

type Use<T> = (files: readonly FoundFile[]) => Promise<T>

/** @throws MediumError if it is neither folder nor ZIP nor ISO. */
async function withMedium<T>(path: string, use: Use<T>): Promise<T> {
  if ((await stat(path)).isDirectory()) return use(await filesOfFolder(path))
  return (await isZip(path)) ? withZip(path, use) : withIso(path, use)
}

async function withIso<T>(path: string, use: Use<T>): Promise<T> {
  const handle = await openFile(path, 'r')
  try {
    const source: ByteSource = {
      sizeBytes: (await handle.stat()).size,
      async read(start, end) {
        const { buffer, bytesRead } = await handle.read(Buffer.allocUnsafe(end - start), 0, end - start, start)
        return buffer.subarray(0, bytesRead)
      },
    }
    if (!isPrimary(await source.read(16 * 2048, 17 * 2048))) throw new MediumError('it is no folder, no ZIP file and no ISO 9660 image')
    return await use(await filesOfIso(source))
  } finally {
    await handle.close()
  }
}
