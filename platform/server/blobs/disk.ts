import { statfs } from 'node:fs/promises'

export interface Disk {
  /** What this user may still write. */
  readonly freeBytes: number
  readonly totalBytes: number
}

export async function diskOf(folder: string): Promise<Disk> {
  const { bavail, blocks, bsize } = await statfs(folder)
  return { freeBytes: bavail * bsize, totalBytes: blocks * bsize }
}
