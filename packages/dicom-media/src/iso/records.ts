/**
 * Directory records and path tables. ECMA-119 §9.1, §9.4.
 *
 * @module
 */
import { ByteWriter } from '../byte-writer.ts'
import type { MediaTime } from '../media-file.ts'
import { recordingDate } from './dates.ts'
import type { Child, Directory } from './hierarchy.ts'

export const BLOCK = 2048

/** A run of blocks, and how many of its bytes count. */
export interface Section {
  readonly block: number
  readonly length: number
}

/** Where each directory, by number, and each file, by index, lies. Large files lie in several sections. */
export interface Places {
  readonly directories: readonly Section[]
  readonly files: readonly (readonly Section[])[]
}

/** File flags. §9.1.6. */
const DIRECTORY = 2
/** This record is not the last of its file. */
const MORE_SECTIONS = 128

const SELF = Uint8Array.of(0)
const PARENT = Uint8Array.of(1)

/** A record has even length. §9.1.12. */
export function recordLength(identifier: Uint8Array): number {
  const length = 33 + identifier.length
  return length + (length % 2)
}

/** Bytes of a directory: whole blocks, no record over the end of one. §6.8.1.1. */
export function directoryLength(directory: Directory, sectionsOf: (file: number) => number): number {
  let at = 2 * recordLength(SELF)
  for (const child of directory.children) {
    const length = recordLength(child.identifier)
    const records = child.kind === 'file' ? sectionsOf(child.index) : 1
    for (let n = 0; n < records; n++) at = placeFor(at, length) + length
  }
  return Math.ceil(at / BLOCK) * BLOCK
}

/** The next place where `length` bytes keep within one block. */
function placeFor(at: number, length: number): number {
  return (at % BLOCK) + length > BLOCK ? Math.ceil(at / BLOCK) * BLOCK : at
}

/** Write the directory whose first byte is at the writer's position. */
export function writeDirectory(to: ByteWriter, directory: Directory, places: Places, modified: MediaTime): void {
  const start = to.at
  const date = dateBytes(modified)
  writeRecord(to, SELF, sectionOf(places, directory.number), DIRECTORY, date)
  writeRecord(to, PARENT, sectionOf(places, directory.parent), DIRECTORY, date)
  for (const child of directory.children) {
    const sections = child.kind === 'file' ? places.files[child.index] ?? [] : [sectionOf(places, child.number)]
    sections.forEach((section, n) => {
      to.seek(start + placeFor(to.at - start, recordLength(child.identifier)))
      writeRecord(to, child.identifier, section, flagsOf(child, n + 1 < sections.length), date)
    })
  }
}

function flagsOf(child: Child, more: boolean): number {
  if (child.kind === 'directory') return DIRECTORY
  return more ? MORE_SECTIONS : 0
}

function dateBytes(modified: MediaTime): Uint8Array {
  const to = new ByteWriter(7)
  recordingDate(to, modified)
  return to.bytes
}

/** The root's record, as it stands in a volume descriptor. §8.4.18. */
export function writeRootRecord(to: ByteWriter, places: Places, modified: MediaTime): void {
  writeRecord(to, SELF, sectionOf(places, 0), DIRECTORY, dateBytes(modified))
}

/** §9.1 */
function writeRecord(
  to: ByteWriter, identifier: Uint8Array, { block, length }: Section, flags: number, date: Uint8Array,
): void {
  const end = to.at + recordLength(identifier)
  to.u8(recordLength(identifier)).u8(0).u32both(block).u32both(length).put(date)
  to.u8(flags).u8(0).u8(0).u16both(1) // not interleaved, first volume
  to.u8(identifier.length).put(identifier).seek(end)
}

function sectionOf(places: Places, number: number): Section {
  const section = places.directories[number]
  if (section === undefined) throw new RangeError(`no directory ${number}`)
  return section
}

export function pathTableLength(directories: readonly Directory[]): number {
  return directories.reduce((sum, { identifier }) => sum + 8 + identifier.length + (identifier.length % 2), 0)
}

/** Parents are counted from 1, in 16 bits. §9.4.4. */
export function writePathTable(
  to: ByteWriter, order: 'little' | 'big', directories: readonly Directory[], places: Places,
): void {
  for (const { number, parent, identifier } of directories) {
    const { block } = sectionOf(places, number)
    to.u8(identifier.length).u8(0)
    if (order === 'little') to.u32le(block).u16le(parent + 1)
    else to.u32be(block).u16be(parent + 1)
    to.put(identifier)
    if (identifier.length % 2 === 1) to.u8(0)
  }
}
