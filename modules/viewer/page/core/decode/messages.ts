import type { PixelShape } from '../image.ts'
import type { Pixels, Trouble } from '../pixels.ts'
import type { CodedFrame } from './decode.ts'

/** What a worker is asked. */
export interface Task {
  readonly shape: PixelShape
  readonly coded: CodedFrame
}

/** What it answers, one for each task, in their order. */
export type Answer =
  | { readonly kind: 'pixels'; readonly pixels: Pixels }
  | { readonly kind: 'trouble'; readonly trouble: Trouble; readonly message: string }
