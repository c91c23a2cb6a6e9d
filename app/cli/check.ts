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
  const damaged: BlobId[] = []
  for await (const id of archive.blobs()) {
    progress.show(`${++seen} of ${all} files checked, ${damaged.length} damaged`)
    if ((await checkBlob(blobs, id)) !== 'sound') damaged.push(id)
  }
  progress.done()
  for (const id of damaged) console.error(`damaged: ${id}`)
  console.log(`${seen} files checked, ${damaged.length} damaged.`)
  return damaged.length === 0 ? 0 : EXIT_FAILED
}
