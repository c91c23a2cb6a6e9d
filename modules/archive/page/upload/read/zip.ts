/**
 * What is in a ZIP, by its own list: entries are read where they lie, one at a time, and unpacked by the browser.
 *
 * Nothing in it is believed: no size, no name. What unpacks to more than its list says, or to far more than it is, is refused.
 * APPNOTE.TXT 6.3.10 §4.3.
 *
 * @module
 */
import { crc32 } from './crc32.ts'
import { bytesOf, PackedError, type FoundFile } from './found-file.ts'

const END = 0x06054b50
const END_64 = 0x06064b50
const END_64_LOCATOR = 0x07064b50
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50
const END_BYTES = 22
const COMMENT_MAX = 0xffff
const LOCATOR_BYTES = 20
const ENTRY_BYTES = 46
const LOCAL_BYTES = 30
/** Stands for "the true number is in the ZIP64 field". */
const ALL_ONES = 0xffffffff

const [STORED, DEFLATED] = [0, 8]

/** A ZIP that unpacks to a hundred times its size is a bomb: images do not compress like that. */
const RATIO_MAX = 100
const RATIO_FROM_BYTES = 1024
const ENTRIES_MAX = 1_000_000
/** Of an entry that is held while it is unpacked. */
const UNPACKED_MAX = 8_000_000_000
/** Read of the list at once. */
const LIST_BYTES = 4 * 1024 * 1024
const ENTRY_BYTES_MAX = ENTRY_BYTES + 3 * 0xffff

interface List {
  readonly entries: number
  readonly start: number
  readonly end: number
}

/** @throws PackedError if it is none, or is broken. */
export async function* filesInZip(zip: Blob, name: string): AsyncGenerator<FoundFile> {
  const list = await findList(zip)
  if (list.entries > ENTRIES_MAX) throw new PackedError('archive-too-much', 'too many entries')
  let [at, taken, unpacked] = [list.start, 0, 0]
  while (taken < list.entries) {
    const part = await bytesOf(zip, at, Math.min(at + LIST_BYTES, list.end))
    let place = 0
    // An entry that may go beyond this part is read with the next.
    while (taken < list.entries && (place + ENTRY_BYTES_MAX <= part.byteLength || at + part.byteLength === list.end)) {
      const entry = entryAt(part, place)
      place += entry.length
      taken += 1
      if (entry.path.endsWith('/')) continue
      unpacked += entry.bytes
      if (unpacked > RATIO_MAX * Math.max(zip.size, RATIO_FROM_BYTES)) throw new PackedError('archive-too-much', 'unpacks to far more than it is')
      yield foundIn(zip, `${name}/${entry.path}`, entry)
    }
    if (place === 0 && taken < list.entries) throw broken('the list ends early')
    at += place
  }
}

function broken(what: string): PackedError {
  return new PackedError('archive-broken', what)
}

interface Entry {
  readonly path: string
  readonly method: number
  readonly isEncrypted: boolean
  readonly crc: number
  readonly packed: number
  readonly bytes: number
  readonly offset: number
  /** Of its place in the list. */
  readonly length: number
}

function foundIn(zip: Blob, path: string, entry: Entry): FoundFile {
  const { bytes, packed, method, isEncrypted } = entry
  if (isEncrypted) return { kind: 'left', path, bytes, reason: 'archive-encrypted' }
  if (bytes > RATIO_MAX * Math.max(packed, RATIO_FROM_BYTES) || bytes > UNPACKED_MAX) return { kind: 'left', path, bytes, reason: 'archive-too-much' }
  if (/\.zip$/i.test(path)) return { kind: 'left', path, bytes, reason: 'archive-nested' }
  if (method !== STORED && method !== DEFLATED) return { kind: 'left', path, bytes, reason: 'archive-broken' }
  if (method === STORED && packed !== bytes) return { kind: 'left', path, bytes, reason: 'archive-broken' }
  return { kind: 'file', path, bytes, open: () => unpack(zip, entry) }
}

/** The end of a ZIP says where its list is. A comment may follow. */
async function findList(zip: Blob): Promise<List> {
  const tailStart = Math.max(0, zip.size - END_BYTES - COMMENT_MAX)
  const tail = await bytesOf(zip, tailStart, zip.size)
  for (let at = tail.byteLength - END_BYTES; at >= 0; at--) {
    if (tail.getUint32(at, true) !== END || at + END_BYTES + tail.getUint16(at + 20, true) !== tail.byteLength) continue
    if (tail.getUint16(at + 4, true) !== 0 && tail.getUint16(at + 4, true) !== 0xffff) throw broken('one of several')
    const list = { entries: tail.getUint16(at + 10, true), start: tail.getUint32(at + 16, true), bytes: tail.getUint32(at + 12, true) }
    const isLarge = list.entries === 0xffff || list.start === ALL_ONES || list.bytes === ALL_ONES
    const { entries, start, bytes } = (isLarge ? await findLargeList(zip, tailStart + at) : null) ?? list
    if (start + bytes > tailStart + at) throw broken('the list is beyond its end')
    return { entries, start, end: start + bytes }
  }
  throw broken('no end of a ZIP')
}

async function findLargeList(zip: Blob, endAt: number): Promise<{ entries: number, start: number, bytes: number } | null> {
  if (endAt < LOCATOR_BYTES) return null
  const locator = await bytesOf(zip, endAt - LOCATOR_BYTES, endAt)
  if (locator.getUint32(0, true) !== END_64_LOCATOR) return null
  const at = longAt(locator, 8)
  const end = await bytesOf(zip, at, at + 56)
  if (end.byteLength < 56 || end.getUint32(0, true) !== END_64) throw broken('no end of a large ZIP')
  return { entries: longAt(end, 32), bytes: longAt(end, 40), start: longAt(end, 48) }
}

function longAt(view: DataView, at: number): number {
  if (at + 8 > view.byteLength) throw broken('a number is cut off')
  const value = Number(view.getBigUint64(at, true))
  if (!Number.isSafeInteger(value)) throw broken('a number is beyond reason')
  return value
}

function entryAt(list: DataView<ArrayBuffer>, at: number): Entry {
  if (at + ENTRY_BYTES > list.byteLength || list.getUint32(at, true) !== ENTRY) throw broken('an entry of the list is none')
  const [nameBytes, extraBytes, commentBytes] = [list.getUint16(at + 28, true), list.getUint16(at + 30, true), list.getUint16(at + 32, true)]
  const length = ENTRY_BYTES + nameBytes + extraBytes + commentBytes
  if (at + length > list.byteLength) throw broken('an entry of the list is cut off')
  const flags = list.getUint16(at + 8, true)
  const nameAt = at + ENTRY_BYTES
  const isUtf8 = (flags & 0x0800) !== 0
  const small = { bytes: list.getUint32(at + 24, true), packed: list.getUint32(at + 20, true), offset: list.getUint32(at + 42, true) }
  const extra = new DataView(list.buffer, list.byteOffset + nameAt + nameBytes, extraBytes)
  return {
    ...largeNumbers(small, extra), path: nameOf(new Uint8Array(list.buffer, list.byteOffset + nameAt, nameBytes), isUtf8),
    method: list.getUint16(at + 10, true), isEncrypted: (flags & 1) !== 0, crc: list.getUint32(at + 16, true), length,
  }
}

type Numbers = Pick<Entry, 'bytes' | 'packed' | 'offset'>

/** Those that are all ones stand, in this order, in the extra field of ZIP64. §4.5.3. */
function largeNumbers(small: Numbers, extra: DataView): Numbers {
  if (Object.values(small).every((value) => value !== ALL_ONES)) return small
  for (let at = 0; at + 4 <= extra.byteLength;) {
    const [id, length] = [extra.getUint16(at, true), extra.getUint16(at + 2, true)]
    if (id !== 1) {
      at += 4 + length
      continue
    }
    let place = at + 4
    const next = (value: number): number => {
      if (value !== ALL_ONES) return value
      place += 8
      return longAt(extra, place - 8)
    }
    return { bytes: next(small.bytes), packed: next(small.packed), offset: next(small.offset) }
  }
  throw broken('large numbers are missing')
}

/** Names are for people: neither a drive nor a way up is left in them. */
function nameOf(bytes: Uint8Array<ArrayBuffer>, isUtf8: boolean): string {
  const name = new TextDecoder(isUtf8 ? 'utf-8' : 'windows-1252').decode(bytes).replaceAll('\\', '/')
  const isFolder = name.endsWith('/')
  const parts = name.split('/').filter((part) => part !== '' && part !== '.' && part !== '..')
  return parts.join('/') + (isFolder ? '/' : '')
}

async function unpack(zip: Blob, { offset, packed, bytes, method, crc }: Entry): Promise<Blob> {
  const local = await bytesOf(zip, offset, offset + LOCAL_BYTES)
  if (local.byteLength < LOCAL_BYTES || local.getUint32(0, true) !== LOCAL) throw broken('an entry is not where the list says')
  const start = offset + LOCAL_BYTES + local.getUint16(26, true) + local.getUint16(28, true)
  if (start + packed > zip.size) throw broken('an entry goes beyond the end')
  const content = zip.slice(start, start + packed)
  const whole = method === STORED ? content.stream() : content.stream().pipeThrough(new DecompressionStream('deflate-raw'))
  const blob = await new Response(whole.pipeThrough(checked(bytes, crc))).blob().catch((error: unknown) => {
    throw error instanceof PackedError || error instanceof DOMException ? error : broken('an entry cannot be unpacked')
  })
  return blob
}

/** Lets through what the list says, and no more. */
function checked(bytes: number, crc: number): TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>> {
  let [passed, sum] = [0, 0]
  return new TransformStream({
    transform(chunk, out) {
      passed += chunk.length
      sum = crc32(chunk, sum)
      if (passed > bytes) throw broken('an entry is longer than the list says')
      out.enqueue(chunk)
    },
    flush() {
      if (passed !== bytes || sum !== crc) throw broken('an entry is not what the list says')
    },
  })
}
