/**
 * ISO 9660 images by arithmetic: ECMA-119 with names of interchange level 1, and a Joliet tree beside it over the
 * same files.
 *
 * ```
 * block 0   system area, zero           | 19  path tables L, M; then Joliet's L, M
 * 16        primary volume descriptor   | ..  directories; then Joliet's
 * 17        Joliet volume descriptor    | ..  files, each from a block's beginning
 * 18        terminator                  | ..  150 blocks of run-out
 * ```
 *
 * @module
 */
import { literal, sizeOf, type Extent, type ExtentList } from '@filmjacket/bytes'
import { ByteWriter } from '../byte-writer.ts'
import { momentOf, readableNameOf, shortNameOf, type MediaFile, type MediaTime } from '../media-file.ts'
import { jolietNames, level1Names } from '../names.ts'
import { treeOf } from '../tree.ts'
import { hierarchyOf, type Directory, type Identifiers } from './hierarchy.ts'
import {
  BLOCK, directoryLength, pathTableLength, writeDirectory, writePathTable, type Places, type Section,
} from './records.ts'
import { singleByte, ucs2 } from './text.ts'
import { writeDescriptor, writeTerminator, type PathTables, type Volume } from './volume-descriptors.ts'

const SYSTEM_AREA_BLOCKS = 16
const FIRST_TABLE_BLOCK = 19
/** Some drives read ahead and fail at the end of a disc written track at once: two seconds of nothing follow. */
const RUN_OUT_BLOCKS = 150
/** The most whole blocks that a section's 32-bit length can say. */
const MAX_SECTION_BYTES = 0x1_0000_0000 - BLOCK
/** Levels of directories, the root one of them (ECMA-119 §6.8.2.1); components of a File ID (PS3.10 §8.2). */
const MAX_LEVELS = 8
const MAX_DIRECTORIES = 0xffff

/** A file's name has both separators and a version, even without extension. ECMA-119 §7.5.1. */
const level1Identifiers: Identifiers = {
  text: singleByte,
  file: (name) => `${name}${name.includes('.') ? '' : '.'};1`,
}
const jolietIdentifiers: Identifiers = { text: ucs2, file: (name) => `${name};1` }

/** One of the two trees, with all its blocks. */
interface Tree {
  readonly kind: 'primary' | 'joliet'
  readonly directories: readonly Directory[]
  readonly tables: PathTables
  readonly sections: readonly Section[]
}

/**
 * An ISO image of `files`, their contents in the order given.
 *
 * A file over 4 GiB takes several sections (interchange level 3); all others keep to one.
 *
 * @throws RangeError if a path is empty or has more than eight components, or the volume has more than 65,535
 *   directories or 2^32 blocks.
 */
export function layOutIso(files: readonly MediaFile[], volume: Volume): ExtentList {
  refuse(files)
  momentOf(volume.modified)
  const sizes = files.map(({ content }) => sizeOf(content))
  const [primary, joliet, dataBlock] = placeTrees(files, sizes)
  const sections = placeFiles(sizes, dataBlock)
  const blocks = sizes.reduce((sum, size) => sum + blocksOf(size), dataBlock) + RUN_OUT_BLOCKS
  if (blocks > 0xffffffff) throw new RangeError('a volume of more than 2^32 blocks')

  const to = new ByteWriter(positionOf(dataBlock))
  for (const { kind, tables, sections: directories } of [primary, joliet]) {
    writeDescriptor(to, { kind, volume, blocks, tables, places: { directories, files: sections } })
  }
  writeTerminator(to)
  for (const tree of [primary, joliet]) writeTree(to, tree, sections, volume.modified)
  return assemble(files, sizes, to.bytes)
}

function refuse(files: readonly MediaFile[]): void {
  for (const file of files) {
    shortNameOf(file)
    const { length } = file.path
    if (length > MAX_LEVELS) throw new RangeError(`a path of ${length} components, ${MAX_LEVELS} allowed`)
  }
}

function placeTrees(files: readonly MediaFile[], sizes: readonly number[]): readonly [Tree, Tree, number] {
  const short = hierarchyOf(treeOf(files, shortNameOf, level1Names), level1Identifiers)
  const long = hierarchyOf(treeOf(files, readableNameOf, jolietNames), jolietIdentifiers)
  if (short.length > MAX_DIRECTORIES) throw new RangeError('more than 65,535 directories')
  const [shortTables, longTable] = placeTables(short, FIRST_TABLE_BLOCK)
  const [longTables, shortDirectory] = placeTables(long, longTable)
  const [shortSections, longDirectory] = placeDirectories(short, sizes, shortDirectory)
  const [longSections, dataBlock] = placeDirectories(long, sizes, longDirectory)
  return [
    { kind: 'primary', directories: short, tables: shortTables, sections: shortSections },
    { kind: 'joliet', directories: long, tables: longTables, sections: longSections },
    dataBlock,
  ]
}

function placeTables(directories: readonly Directory[], block: number): [PathTables, number] {
  const length = pathTableLength(directories)
  const bigEndianBlock = block + blocksOf(length)
  return [{ length, littleEndianBlock: block, bigEndianBlock }, bigEndianBlock + blocksOf(length)]
}

function placeDirectories(
  directories: readonly Directory[], sizes: readonly number[], block: number,
): [readonly Section[], number] {
  const sectionsOf = (file: number): number => sectionCount(sizes[file] ?? 0)
  let next = block
  const sections = directories.map((directory) => {
    const section = { block: next, length: directoryLength(directory, sectionsOf) }
    next += blocksOf(section.length)
    return section
  })
  return [sections, next]
}

function blocksOf(size: number): number {
  return Math.ceil(size / BLOCK)
}

/** An empty file has one section too, of no bytes. */
function sectionCount(size: number): number {
  return Math.max(1, Math.ceil(size / MAX_SECTION_BYTES))
}

/** An empty file points at the next block: readers drop files at block 0, and behind the last there is run-out. */
function placeFiles(sizes: readonly number[], firstBlock: number): readonly (readonly Section[])[] {
  let block = firstBlock
  return sizes.map((size) => Array.from({ length: sectionCount(size) }, (_, n) => {
    const section = { block, length: Math.min(size - n * MAX_SECTION_BYTES, MAX_SECTION_BYTES) }
    block += blocksOf(section.length)
    return section
  }))
}

/** The system area is a run of zeros of its own: what is written begins behind it. */
function positionOf(block: number): number {
  return (block - SYSTEM_AREA_BLOCKS) * BLOCK
}

function writeTree(to: ByteWriter, tree: Tree, files: Places['files'], modified: MediaTime): void {
  const { directories, tables, sections } = tree
  const places = { directories: sections, files }
  to.seek(positionOf(tables.littleEndianBlock))
  writePathTable(to, 'little', directories, places)
  to.seek(positionOf(tables.bigEndianBlock))
  writePathTable(to, 'big', directories, places)
  for (const directory of directories) {
    to.seek(positionOf(sections[directory.number]?.block ?? 0))
    writeDirectory(to, directory, places, modified)
  }
}

function assemble(files: readonly MediaFile[], sizes: readonly number[], head: Uint8Array): ExtentList {
  const list: Extent[] = [literal(zeros(SYSTEM_AREA_BLOCKS * BLOCK)), literal(head)]
  files.forEach(({ content }, index) => {
    for (const extent of content) list.push(extent)
    const over = (sizes[index] ?? 0) % BLOCK
    if (over > 0) list.push(literal(zeros(BLOCK - over)))
  })
  list.push(literal(zeros(RUN_OUT_BLOCKS * BLOCK)))
  return list
}

/** One run of zeros, shared by all paddings of all images. */
const ZEROS = new Uint8Array(RUN_OUT_BLOCKS * BLOCK)

function zeros(length: number): Uint8Array {
  return ZEROS.subarray(0, length)
}
