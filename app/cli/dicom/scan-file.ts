/** Files of any kind of DICOM object, for the commands that show what is in them. */
import { createReadStream } from 'node:fs'
import { scanPart10, type Scan } from '@filmjacket/dicom-data'
import { EXIT_WRONG } from '../settings.ts'
import { tellFault } from './file-error.ts'

/**
 * Scan each file, and show what was found, in the order given; what cannot be read is told in one sentence.
 *
 * @returns the exit code.
 */
export async function forEachScan(files: readonly string[], show: (file: string, scan: Scan) => void): Promise<number> {
  let failed = 0
  for (const file of files) {
    const scan = await scanFile(file)
    if (scan === null) failed++
    else show(file, scan)
  }
  return failed === 0 ? 0 : EXIT_WRONG
}

/** Null if it cannot be read, which is told. */
async function scanFile(file: string): Promise<Scan | null> {
  const scanner = scanPart10()
  try {
    for await (const chunk of createReadStream(file)) scanner.push(chunk as Uint8Array)
    return scanner.end()
  } catch (error) {
    tellFault(file, error)
    return null
  }
}

/** The reader of our output may have seen enough: `| head`. */
export function stopWithReader(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    process.exit(0)
  })
}
