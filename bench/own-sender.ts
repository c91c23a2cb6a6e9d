/** Our own sender, over as many associations as it is told: what it reads of a folder, it streams. */
import { open, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { readPart10Head, Tags } from '@filmjacket/dicom-data'
import { isDoneStatus, sendInstances, type StoreInstance } from '@filmjacket/dicom-net'

export interface To {
  readonly aeTitle: string
  readonly port: number
}

/** storescu's too: it is let in already. */
const CALLING_AE = 'STORESCU'
const HEAD_BYTES = 64 * 1024
const READ_BYTES = 1024 * 1024

/** From its first look at the folder to the last release. @returns seconds. */
export async function sendByUs(folder: string, { aeTitle, port }: To, associations: number): Promise<number> {
  const since = performance.now()
  const files = (await readdir(folder)).sort().map((name) => join(folder, name))
  const instances = await Promise.all(files.map(instanceIn))
  const size = Math.ceil(instances.length / associations)
  await Promise.all(Array.from({ length: associations }, async (_, n) => {
    const share = instances.slice(n * size, (n + 1) * size)
    const sending = sendInstances({ host: '127.0.0.1', port, callingAe: CALLING_AE, calledAe: aeTitle, instances: share })
    for await (const { status, sopInstanceUid } of sending) if (!isDoneStatus(status)) throw new Error(`${sopInstanceUid}: status ${status}`)
  }))
  return (performance.now() - since) / 1_000
}

async function instanceIn(path: string): Promise<StoreInstance> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0)
    const head = readPart10Head(buffer.subarray(0, bytesRead))
    if (head === null) throw new Error(`${path}: no pixels in its first bytes`)
    const { dataSet, dataSetStart, transferSyntax } = head
    return {
      sopClassUid: dataSet.text(Tags.SOPClassUID) ?? '', sopInstanceUid: dataSet.text(Tags.SOPInstanceUID) ?? '',
      transferSyntaxUid: transferSyntax.uid, dataSet: partsOf(path, dataSetStart),
    }
  } finally {
    await file.close()
  }
}

/** Opened shortly before its turn, read in large parts: none is longer than its file. */
async function* partsOf(path: string, start: number): AsyncGenerator<Uint8Array, void, undefined> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    for (let at = start; at < size; ) {
      const { buffer, bytesRead } = await file.read(Buffer.allocUnsafe(Math.min(READ_BYTES, size - at)), { position: at })
      if (bytesRead === 0) return
      yield buffer.subarray(0, bytesRead)
      at += bytesRead
    }
  } finally {
    await file.close()
  }
}
