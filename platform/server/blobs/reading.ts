import { createHash } from 'node:crypto'
import { open as openFile, truncate } from 'node:fs/promises'
import { crc32, type BlobId } from '@filmjacket/bytes'
import { BlobDamagedError, isAbsent } from './errors.ts'
import { decodeRecordHeader, RECORD_HEADER_BYTES, type RecordHeader } from './record.ts'
import type { SegmentBytes } from './segment-bytes.ts'
import type { Place } from './segment.ts'

const READ_BYTES = 256 * 1024

/** The bytes `start` to `end` of a segment. The next part is read while the consumer works on this one. */
export async function* readRange(segment: SegmentBytes, start: number, end: number): AsyncGenerator<Uint8Array> {
  const file = segment.within?.(start, end) ?? segment
  let at = start
  let next = at < end ? readPart(file, at, end) : null
  while (next !== null) {
    const part = await next
    at += part.length
    next = at < end ? readPart(file, at, end) : null
    next?.catch(() => undefined)
    yield part
  }
}

async function readPart(file: Pick<SegmentBytes, 'read'>, at: number, end: number): Promise<Buffer> {
  const wanted = Math.min(READ_BYTES, end - at)
  const { buffer, bytesRead } = await file.read(Buffer.allocUnsafe(wanted), 0, wanted, at)
  if (bytesRead === 0) throw new BlobDamagedError('a segment is shorter than its records say')
  return bytesRead === wanted ? buffer : buffer.subarray(0, bytesRead)
}

/** Fills `into` as far as one read does. @returns how many bytes. */
export async function readInto(file: SegmentBytes, start: number, into: Uint8Array): Promise<number> {
  const { bytesRead } = await file.read(into, 0, into.length, start)
  if (bytesRead === 0) throw new BlobDamagedError('a segment is shorter than its records say')
  return bytesRead
}

/** What there is from `start` on, at most `length` bytes. */
export async function readUpTo(file: SegmentBytes, start: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.allocUnsafeSlow(length), 0, length, start)
  return buffer.subarray(0, bytesRead)
}

export async function digestOf(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash('sha256')
  for await (const part of bytes) hash.update(part)
  return hash.digest('hex')
}

export interface FoundRecord {
  readonly place: Place
  readonly note: unknown
  /** Where the next begins. */
  readonly end: number
}

/** The records of the segment that is this file. There may be none: its row is written before it. */
export async function* recordsOf(path: string, segment: string): AsyncGenerator<FoundRecord> {
  const file = await openIfThere(path)
  if (file === null) return
  try {
    yield* recordsIn(file, segment)
  } finally {
    await file.close()
  }
}

/** The records of a segment up to the first that was never finished. Each is whole: its digest was computed. */
export async function* recordsIn(file: SegmentBytes, segment: string): AsyncGenerator<FoundRecord> {
  for (let at = 0; ; ) {
    const header = await readHeader(file, at)
    if (header === null) return
    const found = await readRecord(file, segment, at, header)
    if (found === null) return
    yield found
    at = found.end
  }
}

/** Room that a crash left behind the last record goes; where there is anything but zeros, all of it stays. */
export async function cutRoom(path: string, end: number): Promise<void> {
  const file = await openIfThere(path)
  if (file === null) return
  const { size } = await file.stat()
  let isRoom = size > end
  for await (const part of readRange(file, end, size)) {
    isRoom = part.every((byte) => byte === 0)
    if (!isRoom) break
  }
  await file.close()
  if (isRoom) await truncate(path, end)
}

async function openIfThere(path: string): Promise<SegmentBytes | null> {
  try {
    return await openFile(path, 'r')
  } catch (error) {
    if (isAbsent(error)) return null
    throw error
  }
}

async function readHeader(file: SegmentBytes, at: number): Promise<RecordHeader | null> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(RECORD_HEADER_BYTES), 0, RECORD_HEADER_BYTES, at)
  return decodeRecordHeader(buffer.subarray(0, bytesRead))
}

async function readRecord(
  file: SegmentBytes, segment: string, at: number, header: RecordHeader,
): Promise<FoundRecord | null> {
  const offset = at + RECORD_HEADER_BYTES
  const noteAt = offset + header.length
  const { size } = await file.stat()
  if (noteAt + header.noteLength > size) return null
  const note = Buffer.alloc(header.noteLength)
  await file.read(note, 0, note.length, noteAt)
  if (crc32(note) !== header.noteCrc32) return null
  if ((await digestOf(readRange(file, offset, noteAt))) !== header.id) return null
  return { place: placeOf(header.id, segment, offset, header.length), note: JSON.parse(note.toString('utf8')), end: noteAt + header.noteLength }
}

function placeOf(id: BlobId, segment: string, offset: number, length: number): Place {
  return { id, segment, offset, length }
}
