/** DCMTK's storescp: each image into a file, not synced, not indexed. */
import { mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { isInstalled } from '../../tests/setup/programs.ts'
import { freePort } from './free-port.ts'
import type { Receiver } from './receiver.ts'
import { ServerProcess } from './server-process.ts'

export async function startStorescp(folder: string): Promise<Receiver | null> {
  if (!isInstalled('storescp')) return null
  const home = join(folder, 'storescp')
  await mkdir(home)
  const port = await freePort()
  const server = new ServerProcess('storescp', ['--output-directory', home, String(port)])
  await server.untilListening(port)
  let counted = 0
  return {
    name: 'storescp', aeTitle: 'STORESCP', port, pid: server.pid,
    async count() {
      const all = (await readdir(home)).length
      const news = all - counted
      counted = all
      return news
    },
  }
}
