/** What a person means by "import this": files, everything in folders, everything in ZIP files. */
import { createReadStream } from 'node:fs'
import { opendir, open as openFile, stat } from 'node:fs/promises'
import path from 'node:path'
import type { Readable } from 'node:stream'
import yauzl from 'yauzl'

export type FoundFile =
  | {
    readonly kind: 'file'
    readonly name: string
    /** Null of what lies in a ZIP file. */
    readonly path: string | null
    open(): AsyncIterable<Uint8Array>
  }
  | { readonly kind: 'unreadable'; readonly name: string; readonly reason: string }

/** The directory of a medium is not an image, and is made anew for every medium of ours. */
const DIRECTORY_FILE = 'DICOMDIR'
/** `PK\3\4` and, of an empty one, `PK\5\6`. */
const ZIP_STARTS = ['504b0304', '504b0506']
/** A ZIP that unpacks to a hundred times its size is a bomb: images do not compress like that. */
const RATIO_MAX = 100
const ENTRIES_MAX = 1_000_000

export async function* findFiles(paths: readonly string[]): AsyncGenerator<FoundFile> {
  for (const each of paths) {
    try {
      yield* below(each)
    } catch (error) {
      yield { kind: 'unreadable', name: each, reason: reasonOf(error) }
    }
  }
}

async function* below(found: string): AsyncGenerator<FoundFile> {
  if ((await stat(found)).isDirectory()) {
    for await (const entry of await opendir(found))
      if (entry.isDirectory() || entry.isFile()) yield* findFiles([path.join(found, entry.name)])
  } else if (await isZip(found)) yield* inZip(found)
  else if (path.basename(found) !== DIRECTORY_FILE)
    yield { kind: 'file', name: found, path: found, open: () => createReadStream(found) }
}

export async function isZip(file: string): Promise<boolean> {
  const handle = await openFile(file, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4), 0, 4, 0)
    return bytesRead === 4 && ZIP_STARTS.includes(buffer.toString('hex'))
  } finally {
    await handle.close()
  }
}

async function* inZip(file: string): AsyncGenerator<FoundFile> {
  const zip = await yauzl.openPromise(file, { lazyEntries: true, validateEntrySizes: true })
  try {
    if (zip.entryCount > ENTRIES_MAX) throw new Error(`it holds more than ${ENTRIES_MAX} files`)
    for await (const entry of zip.eachEntry()) {
      const name = `${file}/${entry.fileName}`
      if (entry.fileName.endsWith('/') || path.basename(entry.fileName) === DIRECTORY_FILE) continue
      if (entry.uncompressedSize > RATIO_MAX * Math.max(entry.compressedSize, 1024))
        yield { kind: 'unreadable', name, reason: 'it unpacks to far more than it is' }
      else yield { kind: 'file', name, path: null, open: () => contentOf(zip, entry) }
    }
  } finally {
    zip.close()
  }
}

export async function* contentOf(zip: yauzl.ZipFile, entry: yauzl.Entry): AsyncGenerator<Uint8Array> {
  const stream: Readable = await zip.openReadStreamPromise(entry)
  yield* stream as AsyncIterable<Uint8Array>
}

export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOENT') return 'there is no such file or folder'
  if (code === 'EACCES') return 'it may not be read by this user'
  return error instanceof Error ? error.message : String(error)
}
