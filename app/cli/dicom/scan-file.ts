/** Files of any kind of DICOM object, for the commands that show what is in them. */
import { createReadStream } from 'node:fs'
import { DicomError, scanPart10, type Scan } from '@filmjacket/dicom-data'
import { EXIT_WRONG } from '../settings.ts'

const SYSTEM_REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file', EACCES: 'it may not be read by this user', EISDIR: 'it is a folder',
}

/**
 * Scan each file, and show what was found, in the order given; what cannot be read is told in one sentence.
 *
 * @returns the exit code.
 */
export async function forEachScan(files: readonly string[], show: (file: string, scan: Scan) => void): Promise<number> {
  let failed = 0
  for (const file of files) {
    const scan = await scanFile(file)
    if (typeof scan !== 'string') show(file, scan)
    else {
      failed++
      console.error(`${file}: ${scan}`)
    }
  }
  return failed === 0 ? 0 : EXIT_WRONG
}

/** A string tells why it cannot be read. */
async function scanFile(file: string): Promise<Scan | string> {
  const scanner = scanPart10()
  try {
    for await (const chunk of createReadStream(file)) scanner.push(chunk as Uint8Array)
    return scanner.end()
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : null
    if (error instanceof DicomError || code !== null) return SYSTEM_REASONS[code ?? ''] ?? (error as Error).message
    throw error
  }
}

/** The reader of our output may have seen enough: `| head`. */
export function stopWithReader(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    process.exit(0)
  })
}
