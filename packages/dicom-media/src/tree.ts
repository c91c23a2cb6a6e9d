/**
 * Paths as a tree of folders, with the names that a format gives them.
 *
 * @module
 */
import type { MediaFile } from './media-file.ts'
import { uniqueNames, type NameRule } from './names.ts'

export interface Folder {
  /** Empty for the root. */
  readonly name: string
  readonly folders: readonly Folder[]
  readonly files: readonly NamedFile[]
}

export interface NamedFile {
  readonly name: string
  /** Place in the list that was laid out. */
  readonly index: number
}

interface Growing {
  readonly folders: Map<string, Growing>
  readonly files: number[]
}

/** The folders of `files`, each name legal by `rule` and unique; folders and files in the order they came. */
export function treeOf(
  files: readonly MediaFile[], nameOf: (file: MediaFile) => string, rule: NameRule,
): Folder {
  const root: Growing = { folders: new Map(), files: [] }
  files.forEach((file, index) => folderOf(root, file.path).files.push(index))
  const fileNames = files.map(nameOf)
  return named('', root, fileNames, rule)
}

function folderOf(root: Growing, path: readonly string[]): Growing {
  let folder = root
  for (const name of path.slice(0, -1)) {
    let next = folder.folders.get(name)
    if (next === undefined) folder.folders.set(name, next = { folders: new Map(), files: [] })
    folder = next
  }
  return folder
}

function named(name: string, folder: Growing, fileNames: readonly string[], rule: NameRule): Folder {
  const below = [...folder.folders]
  const names = uniqueNames([
    ...below.map(([wanted]) => ({ name: wanted, isFolder: true })),
    ...folder.files.map((index) => ({ name: fileNames[index] ?? '', isFolder: false })),
  ], rule)
  return {
    name,
    folders: below.map(([, child], n) => named(names[n] ?? '', child, fileNames, rule)),
    files: folder.files.map((index, n) => ({ name: names[below.length + n] ?? '', index })),
  }
}
