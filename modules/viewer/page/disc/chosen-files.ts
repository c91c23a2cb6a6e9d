/** Files that a person gave to the page: a folder, some files, or what was dropped. */

export interface ChosenFile {
  /** From the folder that was given, with `/`. */
  readonly path: string
  readonly file: File
}

export function filesOfInput(list: FileList): readonly ChosenFile[] {
  return Array.from(list, (file) => ({ path: file.webkitRelativePath === '' ? file.name : file.webkitRelativePath, file }))
}

/** Folders among what was dropped are gone through. */
export async function filesOfDrop(items: DataTransferItemList): Promise<readonly ChosenFile[]> {
  // Entries must be taken at once: the list is empty after the event.
  const dropped = Array.from(items, (item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }))
  const found = await Promise.all(dropped.map(async ({ entry, file }) => {
    if (entry !== null) return await filesOfEntry(entry)
    return file === null ? [] : [{ path: file.name, file }]
  }))
  return found.flat()
}

async function filesOfEntry(entry: FileSystemEntry): Promise<readonly ChosenFile[]> {
  const path = entry.fullPath.replace(/^\//, '')
  if (isFile(entry)) return [{ path, file: await new Promise<File>((resolve, reject) => entry.file(resolve, reject)) }]
  if (!isFolder(entry)) return []
  const found: ChosenFile[] = []
  for (const child of await childrenOf(entry)) found.push(...(await filesOfEntry(child)))
  return found
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory
}

/** A reader gives a hundred at a time, and nothing at the end. */
async function childrenOf(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader()
  const all: FileSystemEntry[] = []
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject))
    if (some.length === 0) return all
    all.push(...some)
  }
}
