/**
 * A folder tree in the orders that ECMA-119 wants: directories by level, parent and name (§6.9.1), records
 * within a directory by name (§9.3).
 *
 * @module
 */
import type { Folder, NamedFile } from '../tree.ts'
import type { Text } from './text.ts'

export interface Directory {
  /** Place in the path table, from 0. */
  readonly number: number
  /** Number of the directory above; the root is its own parent. */
  readonly parent: number
  /** The root's is one zero byte. §7.6.2. */
  readonly identifier: Uint8Array
  /** Directories and files together, in the order of their records. */
  readonly children: readonly Child[]
}

export type Child =
  | { readonly kind: 'directory'; readonly identifier: Uint8Array; readonly number: number }
  | { readonly kind: 'file'; readonly identifier: Uint8Array; readonly index: number }

interface Place {
  readonly folder: Folder
  readonly parent: number
}

/** How a tree writes identifiers. */
export interface Identifiers {
  readonly text: Text
  /** A file's name with separators and version. */
  readonly file: (name: string) => string
}

/** Directories in path table order; the first is the root. */
export function hierarchyOf(root: Folder, identifiers: Identifiers): readonly Directory[] {
  const places: Place[] = [{ folder: root, parent: 0 }]
  const directories: Directory[] = []
  // The list grows while it is walked: breadth first, and within a level by parent, as the path table is sorted.
  for (const { folder, parent } of places) {
    const number = directories.length
    const first = places.length
    const below = sorted(folder.folders)
    for (const child of below) places.push({ folder: child, parent: number })
    const folders = below.map(({ name }, n) => ({ name, number: first + n }))
    directories.push({
      number,
      parent,
      identifier: number === 0 ? new Uint8Array(1) : identifiers.text.encode(folder.name),
      children: childrenOf(folders, folder.files, identifiers),
    })
  }
  return directories
}

type Wanted = { readonly name: string; readonly number: number } | NamedFile

function childrenOf(
  folders: readonly Wanted[], files: readonly NamedFile[], { text, file }: Identifiers,
): readonly Child[] {
  return sorted<Wanted>([...folders, ...files]).map((child) => 'number' in child
    ? { kind: 'directory', identifier: text.encode(child.name), number: child.number }
    : { kind: 'file', identifier: text.encode(file(child.name)), index: child.index })
}

/**
 * By name, then extension, each as if filled up to equal length (§9.3): so the dot between them, and the
 * end of the name, come before any character. All versions are 1.
 */
function sorted<Named extends { readonly name: string }>(named: readonly Named[]): readonly Named[] {
  return named
    .map((each) => ({ each, key: each.name.replaceAll('.', '\0') }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ each }) => each)
}
