/**
 * What is on the image of a disc: its files lie in one piece each, and are read where they lie. ECMA-119, Joliet.
 *
 * @module
 */
import { bytesOf, PackedError, type FoundFile } from './found-file.ts'

const SECTOR = 2048
const FIRST_DESCRIPTOR = 16
const DESCRIPTORS_MAX = 64
const [PRIMARY, SUPPLEMENTARY, TERMINATOR] = [1, 2, 255]
const ROOT_RECORD_AT = 156
const ESCAPES_AT = 88
const RECORD_MIN = 34
const [DIRECTORY, MORE_EXTENTS] = [2, 0x80]
const DEPTH_MAX = 32
const ENTRIES_MAX = 1_000_000
const DIRECTORY_BYTES_MAX = 64 * 1024 * 1024

interface Record {
  readonly name: string
  readonly start: number
  readonly bytes: number
  readonly isFolder: boolean
  readonly hasMore: boolean
  readonly length: number
}

interface Reading {
  readonly iso: Blob
  readonly isJoliet: boolean
  /** Folders seen: one that holds itself is read once. */
  readonly seen: Set<number>
  entries: number
}

/** @throws PackedError if it is none, or is broken. */
export async function* filesInIso(iso: Blob, name: string): AsyncGenerator<FoundFile> {
  const { root, isJoliet } = await findRoot(iso)
  yield* filesBelow({ iso, isJoliet, seen: new Set(), entries: 0 }, root, name, 0)
}

function broken(what: string): PackedError {
  return new PackedError('archive-broken', what)
}

/** Joliet's names are whole; the others are eight letters and three. */
async function findRoot(iso: Blob): Promise<{ readonly root: Record, readonly isJoliet: boolean }> {
  let primary: Record | undefined
  for (let sector = FIRST_DESCRIPTOR; sector < FIRST_DESCRIPTOR + DESCRIPTORS_MAX; sector++) {
    const view = await bytesOf(iso, sector * SECTOR, (sector + 1) * SECTOR)
    if (view.byteLength < SECTOR || new TextDecoder().decode(view.buffer.slice(1, 6)) !== 'CD001') break
    const type = view.getUint8(0)
    if (type === TERMINATOR) break
    if (type === PRIMARY) primary ??= recordAt(view, ROOT_RECORD_AT, false)
    // The escape sequences of UCS-2, levels 1 to 3.
    const isJoliet = type === SUPPLEMENTARY && view.getUint16(ESCAPES_AT) === 0x252f && [0x40, 0x43, 0x45].includes(view.getUint8(ESCAPES_AT + 2))
    if (isJoliet) return { root: recordAt(view, ROOT_RECORD_AT, true), isJoliet: true }
  }
  if (primary === undefined) throw broken('no image of a disc')
  return { root: primary, isJoliet: false }
}

async function* filesBelow(reading: Reading, folder: Record, path: string, depth: number): AsyncGenerator<FoundFile> {
  if (depth > DEPTH_MAX || reading.seen.has(folder.start)) return
  reading.seen.add(folder.start)
  if (folder.bytes > DIRECTORY_BYTES_MAX) throw broken('a folder is beyond reason')
  const parts: { start: number, bytes: number }[] = []
  for (const record of recordsIn(await bytesOf(reading.iso, folder.start, folder.start + folder.bytes), reading.isJoliet)) {
    reading.entries += 1
    if (reading.entries > ENTRIES_MAX) throw new PackedError('archive-too-much', 'too many entries')
    const below = `${path}/${record.name}`
    if (record.isFolder) {
      yield* filesBelow(reading, record, below, depth + 1)
      continue
    }
    // A file of more than 4 GB lies in several pieces.
    parts.push(record)
    if (record.hasMore) continue
    yield fileOf(reading.iso, below, parts.splice(0))
  }
}

function fileOf(iso: Blob, path: string, parts: readonly { readonly start: number, readonly bytes: number }[]): FoundFile {
  const bytes = parts.reduce((sum, part) => sum + part.bytes, 0)
  if (parts.some(({ start, bytes: length }) => start + length > iso.size)) return { kind: 'left', path, bytes, reason: 'archive-broken' }
  return { kind: 'file', path, bytes, open: () => Promise.resolve(new Blob(parts.map(({ start, bytes: length }) => iso.slice(start, start + length)))) }
}

function* recordsIn(folder: DataView<ArrayBuffer>, isJoliet: boolean): Generator<Record> {
  for (let at = 0; at + RECORD_MIN <= folder.byteLength;) {
    // Records do not cross sectors: zeroes fill the rest.
    if (folder.getUint8(at) === 0) {
      at = (Math.floor(at / SECTOR) + 1) * SECTOR
      continue
    }
    const record = recordAt(folder, at, isJoliet)
    at += record.length
    // The folder itself, and the one above.
    if (record.name !== '\0' && record.name !== '\x01') yield record
  }
}

function recordAt(view: DataView<ArrayBuffer>, at: number, isJoliet: boolean): Record {
  const length = view.getUint8(at)
  const nameBytes = length >= RECORD_MIN - 1 && at + length <= view.byteLength ? view.getUint8(at + 32) : -1
  if (nameBytes < 0 || 33 + nameBytes > length) throw broken('a record of a folder is none')
  const name = new Uint8Array(view.buffer, view.byteOffset + at + 33, nameBytes)
  const flags = view.getUint8(at + 25)
  return {
    length, name: nameOf(name, isJoliet), start: view.getUint32(at + 2, true) * SECTOR, bytes: view.getUint32(at + 10, true),
    isFolder: (flags & DIRECTORY) !== 0, hasMore: (flags & MORE_EXTENTS) !== 0,
  }
}

function nameOf(bytes: Uint8Array<ArrayBuffer>, isJoliet: boolean): string {
  if (bytes.length === 1) return String.fromCharCode(bytes[0] ?? 0)
  const text = new TextDecoder(isJoliet ? 'utf-16be' : 'windows-1252').decode(bytes)
  return text.replace(/\.?;\d+$/, '').replaceAll('/', '_')
}
