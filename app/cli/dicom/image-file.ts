/** Files with images, for the commands that work on files and on no installation. */
import { mkdir, open, type FileHandle } from 'node:fs/promises'
import path from 'node:path'
import { inflateRawSync } from 'node:zlib'
import { scanPart10, type Scan } from '@filmjacket/dicom-data'
import type { ReadSpan, TranscodeSource, Unsupported } from '@filmjacket/dicom-pixel'
import { StartError } from '../../start-error.ts'
import { EXIT_WRONG } from '../settings.ts'
import { FileError, fileErrorOf, tellFault } from './file-error.ts'
import { stopWithReader } from './scan-file.ts'

export type ImageFile = TranscodeSource & Pick<Scan, 'omitted'>

const CHUNK_BYTES = 1024 * 1024
/** Pixels of a deflated file lie in memory, as nothing in it can be found without inflating all before. */
const INFLATED_MAX = 1024 * 1024 * 1024
/** Large values are wanted too: all of the header is written again. */
const LIMITS = { valueBytes: 256 * 1024 * 1024, headerBytes: 256 * 1024 * 1024 }

/** Opens `file`, scans it and lets `use` read its frames. */
export async function withImageFile<T>(file: string, use: (image: ImageFile) => Promise<T>): Promise<T> {
  const handle = await open(file)
  try {
    return await use(await readImage(handle))
  } finally {
    await handle.close()
  }
}

export function refuse({ reason }: Unsupported): never {
  throw new FileError(reason)
}

async function readImage(handle: FileHandle): Promise<ImageFile> {
  const scanner = scanPart10(LIMITS)
  const chunk = Buffer.allocUnsafe(CHUNK_BYTES)
  for (let at = 0; ;) {
    const { bytesRead } = await handle.read(chunk, 0, CHUNK_BYTES, at)
    if (bytesRead === 0) break
    scanner.push(chunk.subarray(0, bytesRead))
    at += bytesRead
  }
  const { dataSet, transferSyntax, bulk, inflatedBulk, omitted, dataSetStart, size } = scanner.end()
  if (inflatedBulk === null) return { dataSet, transferSyntax, bulk, omitted, read: spanReader(handle) }
  const inflated = inflate(await spanReader(handle)(dataSetStart, size))
  const read: ReadSpan = (start, end) => Promise.resolve(inflated.subarray(start, end))
  return { dataSet, transferSyntax, bulk: inflatedBulk, omitted, read }
}

function inflate(bytes: Uint8Array): Uint8Array {
  try {
    return inflateRawSync(bytes, { maxOutputLength: INFLATED_MAX })
  } catch (error) {
    throw new FileError('it inflates to too much', { cause: error })
  }
}

function spanReader(handle: FileHandle): ReadSpan {
  return async (start, end) => {
    const bytes = new Uint8Array(end - start)
    let done = 0
    while (done < bytes.length) {
      const { bytesRead } = await handle.read(bytes, done, bytes.length - done, start + done)
      if (bytesRead === 0) throw new FileError('it became shorter while it was read')
      done += bytesRead
    }
    return bytes
  }
}

/** Names within one folder that no two files of a call share. */
export class OutputNames {
  readonly #taken = new Set<string>()
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = folder
  }

  /** For what comes of `input`: its own name without `.dcm`, then `suffix`. */
  claim(input: string, suffix: string): string {
    const stem = path.basename(input).replace(/\.dcm$/i, '')
    let name = stem + suffix
    for (let n = 2; this.#taken.has(name.toLowerCase()); n++) name = `${stem}_${n}${suffix}`
    this.#taken.add(name.toLowerCase())
    return path.join(this.#folder, name)
  }
}

/** @throws StartError if nothing can be written there. */
export async function openOutputs(folder: string): Promise<OutputNames> {
  try {
    await mkdir(folder, { recursive: true })
  } catch (error) {
    if (fileErrorOf(error) === null) throw error
    throw new StartError(`${folder}: no folder can be made here`, { cause: error })
  }
  return new OutputNames(folder)
}

/** Enough to keep the decoding threads busy while others are read. */
const FILES_AT_ONCE = 4

/**
 * Do `work` for each file, some at the same time; what is wrong with one is told in one sentence, and the others go on.
 *
 * @returns the exit code.
 */
export async function forEachFile(files: readonly string[], work: (file: string) => Promise<void>): Promise<number> {
  stopWithReader()
  const left = files.values()
  let failed = 0
  const takeNext = async () => {
    for (const file of left) {
      try {
        await work(file)
      } catch (error) {
        tellFault(file, error)
        failed++
      }
    }
  }
  await Promise.all(Array.from({ length: FILES_AT_ONCE }, takeNext))
  return failed === 0 ? 0 : EXIT_WRONG
}
