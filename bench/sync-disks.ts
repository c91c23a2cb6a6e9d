import { spawn } from 'node:child_process'
import { once } from 'node:events'

/** One program's unwritten pages must not be written while another is measured. */
export async function syncDisks(): Promise<void> {
  await once(spawn('sync', { stdio: 'ignore' }), 'close')
}
