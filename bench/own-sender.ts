/** Our own sender, over as many associations as it is told, with what `filmjacket dicom store` reads its files with. */
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { isDoneStatus, sendInstances, type StoreInstance } from '@filmjacket/dicom-net'
import { beginningOf, partsOfFile } from '../app/cli/dicom-net/file-parts.ts'
import { readHead } from '../app/cli/dicom-net/part10-head.ts'

export interface To {
  readonly aeTitle: string
  readonly port: number
}

/** storescu's too: it is let in already. */
const CALLING_AE = 'STORESCU'

/** From its first look at the folder to the last release. @returns seconds. */
export async function sendByUs(folder: string, { aeTitle, port }: To, associations: number): Promise<number> {
  const since = performance.now()
  const instances: StoreInstance[] = []
  for (const name of (await readdir(folder)).sort()) instances.push(await instanceIn(join(folder, name)))
  const size = Math.ceil(instances.length / associations)
  await Promise.all(Array.from({ length: associations }, async (_, n) => {
    const share = instances.slice(n * size, (n + 1) * size)
    const sending = sendInstances({ host: '127.0.0.1', port, callingAe: CALLING_AE, calledAe: aeTitle, instances: share })
    for await (const { status, sopInstanceUid } of sending) if (!isDoneStatus(status)) throw new Error(`${sopInstanceUid}: status ${status}`)
  }))
  return (performance.now() - since) / 1_000
}

async function instanceIn(path: string): Promise<StoreInstance> {
  const head = await readHead(beginningOf(path))
  if (head === null) throw new Error(`${path} is no DICOM file`)
  const { dataSetStart, ...uids } = head
  return { ...uids, dataSet: partsOfFile(path, dataSetStart) }
}
