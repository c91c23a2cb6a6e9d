import yauzl from 'yauzl'
import { MediumError, type FoundFile } from '@filmjacket/dicom-media'
import { contentOf } from '../find-files.ts'

const ENTRIES_MAX = 1_000_000

/** The ZIP stays open while `use` reads. */
export async function withZip<T>(path: string, use: (files: readonly FoundFile[]) => Promise<T>): Promise<T> {
  const zip = await yauzl.openPromise(path, { lazyEntries: true, validateEntrySizes: true, autoClose: false }).catch((error: unknown) => {
    throw new MediumError('the ZIP file is damaged', { cause: error })
  })
  try {
    if (zip.entryCount > ENTRIES_MAX) throw new MediumError('it has too many files')
    const files: FoundFile[] = []
    for await (const entry of zip.eachEntry()) {
      if (entry.fileName.endsWith('/')) continue
      files.push({ path: entry.fileName, sizeBytes: entry.uncompressedSize, open: () => contentOf(zip, entry) })
    }
    return await use(files)
  } finally {
    zip.close()
  }
}
