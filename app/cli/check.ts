import type { BlobId } from '@filmjacket/bytes'
import type { Flags } from '../../platform/server/config/env.ts'
import type { Product } from '../product.ts'
import { openProgress } from './progress.ts'
import { EXIT_FAILED, installationCommand, withProduct } from './settings.ts'

export const checkCommand = installationCommand('check')
  .description('Read every stored file and compare it with its digest')
  .action((flags: Flags) => withProduct(flags, check))

async function check({ archive, blobs }: Product): Promise<number> {
  const { checkBlob } = await import('../../modules/archive/index.ts')
  const progress = openProgress()
  const all = await archive.countBlobs()
  let seen = 0
  let away = 0
  const damaged: BlobId[] = []
  for await (const id of archive.blobs()) {
    progress.show(`${++seen} of ${all} files checked, ${damaged.length} damaged`)
    const soundness = await checkBlob(blobs, id)
    if (soundness === 'away') away++
    else if (soundness !== 'sound') damaged.push(id)
  }
  progress.done()
  for (const id of damaged) console.error(`damaged: ${id}`)
  console.log(`${seen - away} files checked, ${damaged.length} damaged.`)
  if (away > 0) console.error(`${away} files not checked: they lie in a second store that cannot be reached.`)
  return damaged.length + away === 0 ? 0 : EXIT_FAILED
}
