/** What must be gone when the run is over, however it ends. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

type Undo = () => Promise<unknown>
const pending: Undo[] = []

/** Runs `undo` when `tidyUp` is called, the latest first. */
export function later(undo: Undo): void {
  pending.push(undo)
}

export async function tidyUp(): Promise<void> {
  for (let undo = pending.pop(); undo !== undefined; undo = pending.pop()) await undo()
}

/** In TMPDIR, so that the disk to measure can be chosen. */
export async function scratchFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'filmjacket-bench-'))
  later(() => rm(folder, { recursive: true, force: true }))
  return folder
}
