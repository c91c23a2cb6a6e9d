/**
 * What a thread is asked to do with one frame. Tasks and results are plain values.
 *
 * @module
 */
import { transferSyntaxOf, type Vr } from '@filmjacket/dicom-data'
import { decode, isNative } from '../decode.ts'
import type { Decoded } from '../decoded.ts'
import type { Display } from '../display.ts'
import { encode, type Encoded } from '../encode.ts'
import type { ImagePixel } from '../image-pixel.ts'
import { outcomeOf, type Unsupported } from '../outcome.ts'
import { paint, type Picture } from '../paint.ts'
import type { Ceiling, Shades } from '../shades.ts'

interface OneFrame {
  readonly image: ImagePixel
  readonly frame: Uint8Array
  readonly syntaxUid: string
  readonly pixelVr?: Vr | undefined
}

export type DecodeTask = OneFrame & { readonly kind: 'decode'; readonly keepYbr: boolean }
export type PaintTask = OneFrame & { readonly kind: 'paint'; readonly display: Display; readonly ceiling: Ceiling }
export type EncodeTask = OneFrame & { readonly kind: 'encode'; readonly targetUid: string }
export type Task = DecodeTask | PaintTask | EncodeTask

export type ResultOf<T extends Task> = Unsupported |
  (T extends DecodeTask ? Decoded : T extends PaintTask ? Picture<Shades> : T extends EncodeTask ? Encoded : never)
export type TaskResult = Unsupported | Decoded | Picture<Shades> | Encoded

export function runTask(task: Task): Promise<TaskResult> {
  return outcomeOf<TaskResult>(async () => {
    const { image, frame, syntaxUid, pixelVr } = task
    const keepYbr = task.kind === 'decode' && task.keepYbr
    const decoded = await decode(image, frame, { transferSyntax: transferSyntaxOf(syntaxUid), pixelVr, keepYbr })
    switch (task.kind) {
      case 'decode': return decoded
      case 'paint': return paint(decoded, task.display, task.ceiling)
      case 'encode': return await encode(decoded, transferSyntaxOf(task.targetUid))
    }
  })
}

/** So many pixels are copied and painted before a thread would have been asked. */
const FEW_PIXELS = 1024 * 1024

/** Whether the work is small whatever the bytes hold. */
export function isLight({ kind, image, syntaxUid }: Task): boolean {
  return kind !== 'encode' && isNative(transferSyntaxOf(syntaxUid)) && image.rows * image.columns <= FEW_PIXELS
}

/** The buffer that a result may be moved with instead of being copied. */
export function bufferOf(result: TaskResult): ArrayBufferLike | null {
  switch (result.kind) {
    case 'decoded': return result.cells.buffer
    case 'picture':
    case 'encoded': return result.bytes.buffer
    case 'unsupported': return null
  }
}
