import type { ImagePixel } from './image-pixel.ts'
import type { Cells } from './native.ts'

/** A frame as numbers: by pixel, colour as `image.photometric` says, which may differ from what the data set says. */
export interface Decoded {
  readonly kind: 'decoded'
  readonly image: ImagePixel
  readonly cells: Cells
}
