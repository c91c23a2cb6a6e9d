import { readFileSync } from 'node:fs'
import { ConfigError, type StorePlace } from '../../config/config.ts'
import { FolderStore } from './folder-store.ts'
import type { SegmentStore } from './segment-store.ts'

/** Asks the store nothing yet: the server starts without it. @param secret - of its key, if it was not in a file. */
export async function openStore(place: StorePlace, secret: string | null): Promise<SegmentStore> {
  if (place.kind === 'folder') return new FolderStore(place.folder)
  // It takes long to load.
  const { S3Store } = await import('./s3-store.ts')
  const { accessKeyId, secretFile, authorityFile } = place
  const secretAccessKey = secretFile === null ? secret : textOf(secretFile).trim()
  return new S3Store({
    ...place, authority: authorityFile && textOf(authorityFile),
    credentials: accessKeyId === null || secretAccessKey === null ? null : { accessKeyId, secretAccessKey },
  })
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    throw new ConfigError(`The file ${file}, which the object store needs, cannot be read.`)
  }
}
