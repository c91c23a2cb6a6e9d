/** What a person chose by a dialog, or dropped on the page: files, with all that is in folders. */
import type { ChosenFile } from './found-file.ts'

export function chosenIn(list: FileList): readonly ChosenFile[] {
  return [...list].map((file) => ({ path: file.webkitRelativePath === '' ? file.name : file.webkitRelativePath, file }))
}

/** Must be called before the event is over: the browser forgets what was dropped. */
export function droppedIn(items: DataTransferItemList): AsyncIterable<ChosenFile> {
  const entries = [...items].map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }))
  return chosenAmong(entries)
}

async function* chosenAmong(entries: readonly { readonly entry: FileSystemEntry | null, readonly file: File | null }[]): AsyncGenerator<ChosenFile> {
  for (const { entry, file } of entries) {
    if (entry !== null) yield* filesBelow(entry)
    else if (file !== null) yield { path: file.name, file }
  }
}

async function* filesBelow(entry: FileSystemEntry): AsyncGenerator<ChosenFile> {
  const path = entry.fullPath.replace(/^\//, '')
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject))
    yield { path, file }
    return
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader()
  // A hundred at a time; none means that there are no more.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject))
    if (some.length === 0) return
    for (const below of some) yield* filesBelow(below)
  }
}

/** A few words for the list: the folder, or the first file and how many more. */
export function labelOf(paths: readonly string[]): string {
  const [first = ''] = paths
  const folders = new Set(paths.map((path) => (path.includes('/') ? path.slice(0, path.indexOf('/')) : '')))
  const [folder = ''] = folders
  if (folders.size === 1 && folder !== '') return folder
  return paths.length > 1 ? `${first} +${paths.length - 1}` : first
}
