/**
 * The files of an ISO 9660 image, by its primary tree: names of a File-set are in it. ECMA-119 §8.4, §9.1.
 *
 * @module
 */
import { MediumError, type ByteSource, type FoundFile } from './medium.ts'

const BLOCK = 2048
const PRIMARY_DESCRIPTOR = 16 * BLOCK
/** A directory deeper or larger than any disc has one is a loop or a trap. */
const LEVELS_MAX = 64
const DIRECTORY_BYTES_MAX = 64 * 1024 * 1024
const FILES_MAX = 1_000_000
const PIECE_BYTES = 1024 * 1024

interface Record {
  readonly name: string
  readonly isDirectory: boolean
  /** The file goes on in the record after this. §9.1.6. */
  readonly goesOn: boolean
  readonly start: number
  readonly length: number
}

/** @throws MediumError if it is no ISO 9660 image, or its directories lead nowhere. */
export async function filesOfIso(source: ByteSource): Promise<readonly FoundFile[]> {
  const descriptor = bufferOf(await source.read(PRIMARY_DESCRIPTOR, PRIMARY_DESCRIPTOR + BLOCK))
  if (!isPrimary(descriptor)) throw new MediumError('it is no ISO 9660 image')
  const files: FoundFile[] = []
  await walk(source, { ...recordAt(descriptor, 156), name: '' }, [], files)
  return files
}

/** Whether these are the bytes of a primary volume descriptor. */
export function isPrimary(descriptor: Uint8Array): boolean {
  return descriptor.length >= 190 && descriptor[0] === 1 && bufferOf(descriptor).toString('latin1', 1, 6) === 'CD001'
}

async function walk(source: ByteSource, directory: Record, above: readonly string[], files: FoundFile[]): Promise<void> {
  if (above.length > LEVELS_MAX) throw new MediumError('its folders are too deep')
  const records = recordsOf(await directoryBytes(source, directory))
  for (let n = 0; n < records.length; n++) {
    const record = records[n]
    if (record === undefined) break
    const path = [...above, record.name]
    if (record.isDirectory) {
      await walk(source, record, path, files)
      continue
    }
    const sections = [record]
    while (records[n]?.goesOn === true && records[n + 1]?.name === record.name) {
      n++
      const next = records[n]
      if (next !== undefined) sections.push(next)
    }
    if (files.push(fileOf(source, path.join('/'), sections)) > FILES_MAX) throw new MediumError('it has too many files')
  }
}

async function directoryBytes(source: ByteSource, { name, start, length }: Record): Promise<Buffer> {
  if (length > DIRECTORY_BYTES_MAX || start + length > source.sizeBytes) throw new MediumError(`the folder ${name} is not where it should be`)
  return bufferOf(await source.read(start, start + length))
}

/** Without the directory itself and the one above it. */
function recordsOf(bytes: Buffer): readonly Record[] {
  const records: Record[] = []
  for (let at = 0; at < bytes.length;) {
    const length = bytes[at] ?? 0
    // No record goes over the end of a block: zeros fill what is left.
    if (length < 34) at = Math.floor(at / BLOCK + 1) * BLOCK
    else {
      const isDots = bytes[at + 32] === 1 && (bytes[at + 33] ?? 0) <= 1
      if (!isDots) records.push(recordAt(bytes, at))
      at += length
    }
  }
  return records
}

function recordAt(bytes: Buffer, at: number): Record {
  if (at + 34 > bytes.length) throw new MediumError('a folder ends within a record')
  const [flags = 0, nameLength = 0] = [bytes[at + 25], bytes[at + 32]]
  const name = bytes.toString('latin1', at + 33, at + 33 + nameLength)
  return {
    name: name.replace(/;\d+$/, '').replace(/\.$/, ''),
    isDirectory: Math.floor(flags / 2) % 2 === 1, goesOn: flags >= 128,
    start: bytes.readUInt32LE(at + 2) * BLOCK, length: bytes.readUInt32LE(at + 10),
  }
}

function fileOf(source: ByteSource, path: string, sections: readonly Record[]): FoundFile {
  return {
    path,
    sizeBytes: sections.reduce((sum, { length }) => sum + length, 0),
    async* open() {
      for (const { start, length } of sections) {
        for (let at = start; at < start + length; at += PIECE_BYTES) {
          const end = Math.min(at + PIECE_BYTES, start + length)
          const piece = await source.read(at, end)
          if (piece.length < end - at) throw new MediumError(`${path} goes over the end of the image`)
          yield piece
        }
      }
    },
  }
}

function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
