import { buffer } from 'node:stream/consumers'
import yauzl from 'yauzl'

export interface ZippedFile {
  readonly name: string
  readonly bytes: Buffer
}

/** Everything in a ZIP. Names that would leave the folder it is unpacked into are an error. */
export async function filesInZip(bytes: Buffer): Promise<readonly ZippedFile[]> {
  const zip = await yauzl.fromBufferPromise(bytes, { lazyEntries: true, strictFileNames: true })
  const files: ZippedFile[] = []
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName.endsWith('/')) continue
    files.push({ name: entry.fileName, bytes: await buffer(await zip.openReadStreamPromise(entry)) })
  }
  return files
}
