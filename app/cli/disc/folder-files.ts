import { createReadStream } from 'node:fs'
import { opendir, stat } from 'node:fs/promises'
import path from 'node:path'
import type { FoundFile } from '@filmjacket/dicom-media'

/** Links are not followed: they would lead out of the medium. */
export async function filesOfFolder(root: string, above: readonly string[] = []): Promise<readonly FoundFile[]> {
  const files: FoundFile[] = []
  for await (const entry of await opendir(path.join(root, ...above))) {
    const at = [...above, entry.name]
    const file = path.join(root, ...at)
    if (entry.isDirectory()) files.push(...(await filesOfFolder(root, at)))
    else if (entry.isFile()) files.push({ path: at.join('/'), sizeBytes: (await stat(file)).size, open: () => createReadStream(file) })
  }
  return files
}
