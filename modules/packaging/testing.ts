import assert from 'node:assert/strict'
import { readdir, rename } from 'node:fs/promises'
import { join } from 'node:path'
import type { Package, Prepared } from './packages.ts'

/** Of a Study that has images, all of them in their place. */
export async function madeBy(preparing: Promise<Prepared>): Promise<Package> {
  const outcome = await preparing
  return outcome.kind === 'made' ? outcome.made : assert.fail(outcome.kind)
}

/** Does `work` while the files of an archive are elsewhere. */
export async function withoutFiles(folder: string, work: () => Promise<void>): Promise<void> {
  const paths = (await readdir(folder)).map((name) => join(folder, name))
  for (const path of paths) await rename(path, `${path}.away`)
  await work().finally(async () => {
    for (const path of paths) await rename(`${path}.away`, path)
  })
}
