/** Files as they will be sent: a packed one is taken apart, what an operating system leaves behind is passed over. */
import { filesInIso } from './iso.ts'
import { PackedError, type ChosenFile, type FoundFile } from './found-file.ts'
import { filesInZip } from './zip.ts'

export async function* lookInto(chosen: AsyncIterable<ChosenFile> | Iterable<ChosenFile>): AsyncGenerator<FoundFile> {
  for await (const { path, file } of chosen)
    for await (const found of filesIn(path, file)) if (!isLitter(found.path)) yield found
}

async function* filesIn(path: string, file: File): AsyncGenerator<FoundFile> {
  const packed = /\.zip$/i.test(path) ? filesInZip : /\.iso$/i.test(path) ? filesInIso : null
  if (packed === null) {
    yield { kind: 'file', path, bytes: file.size, open: () => Promise.resolve(file) }
    return
  }
  try {
    yield* packed(file, path)
  } catch (error) {
    yield { kind: 'left', path, bytes: file.size, reason: error instanceof PackedError ? error.reason : 'cannot-read' }
  }
}

/** Written by macOS and Windows into any folder. */
function isLitter(path: string): boolean {
  return /(^|\/)(__MACOSX\/|\._[^/]*$|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/i.test(path)
}
