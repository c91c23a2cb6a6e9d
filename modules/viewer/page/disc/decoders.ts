/**
 * Decoders for a page that was opened as a file: a worker may not be fetched there, but made of a text. Where even that
 * is forbidden, the page decodes by itself, and stands still meanwhile.
 *
 * @module
 */
import { program } from 'filmjacket-decoder'
import type { Answer, Task } from '../core/decode/messages.ts'
import type { Decoder } from '../core/decode/pool.ts'

let address: string | null = null

function addressOfProgram(): string {
  return (address ??= URL.createObjectURL(new Blob([program], { type: 'text/javascript' })))
}

/** Long enough for a slow machine to start a worker. */
const PROBE_MS = 3_000
/** One pixel, as it is: whoever answers can decode. */
const PROBE: Task = {
  shape: {
    rows: 1, columns: 1, samplesPerPixel: 1, photometric: 'MONOCHROME2', bitsAllocated: 8, bitsStored: 8, highBit: 7,
    signed: false, float: false, planar: false,
  },
  coded: { bytes: new Uint8Array(1), transferSyntaxUid: '1.2.840.10008.1.2.1' },
}

/** Tries a worker once. */
export async function chooseDecoder(): Promise<() => Decoder> {
  return (await canWork()) ? () => new Worker(addressOfProgram()) : inPage
}

async function canWork(): Promise<boolean> {
  return await new Promise((resolve) => {
    try {
      const worker = new Worker(addressOfProgram())
      const end = (isFit: boolean): void => {
        clearTimeout(timer)
        worker.terminate()
        resolve(isFit)
      }
      const timer = setTimeout(() => end(false), PROBE_MS)
      worker.onmessage = () => end(true)
      worker.onerror = () => end(false)
      worker.postMessage(PROBE)
    } catch {
      resolve(false)
    }
  })
}

/** The same program with the page for a worker. */
function inPage(): Decoder {
  const decoder: Decoder = { onmessage: null, onerror: null, postMessage: (task) => scope.onmessage?.({ data: task }), terminate: () => undefined }
  const scope = {
    onmessage: null as ((event: { readonly data: Task }) => void) | null,
    postMessage: (data: Answer) => decoder.onmessage?.({ data } as MessageEvent<Answer>),
  }
  // The program is a part of this page, kept as text so that a worker can be made of it.
  // eslint-disable-next-line @typescript-eslint/no-implied-eval
  ;(new Function('self', program) as (self: typeof scope) => void)(scope)
  return decoder
}
