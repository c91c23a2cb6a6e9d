/** Decodes frames away from the page, one after the other. */
import { PictureError, type Pixels } from '../pixels.ts'
import { decodeFrame } from './decode.ts'
import type { Answer, Task } from './messages.ts'

// A worker's own scope; the page's types know only the window's.
const scope = self as unknown as {
  onmessage: ((event: MessageEvent<Task>) => void) | null
  postMessage(answer: Answer, transfer: Transferable[]): void
}

scope.onmessage = ({ data: { shape, coded } }) => {
  decodeFrame(shape, coded).then(
    (pixels) => scope.postMessage({ kind: 'pixels', pixels }, [bufferOf(pixels)]),
    (error: unknown) => scope.postMessage(troubleOf(error), []),
  )
}

function bufferOf(pixels: Pixels): ArrayBuffer {
  return (pixels.kind === 'gray' ? pixels.values : pixels.rgb).buffer as ArrayBuffer
}

function troubleOf(error: unknown): Answer {
  const { trouble, message } = error instanceof PictureError ? error : new PictureError('broken', 'decoder failed')
  return { kind: 'trouble', trouble, message }
}
