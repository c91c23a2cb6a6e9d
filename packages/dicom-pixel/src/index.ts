export { frameSpans, hintsNeeded, type ByteSpan, type FrameHints } from './frames.ts'
export { describePixels, MAX_PIXELS, type ImagePixel, type PixelDescription } from './image-pixel.ts'
export {
  paintFrame, renderPreview,
  type PaintOptions, type Picture, type Preview, type PreviewOptions, type PreviewOutcome, type Unsupported,
} from './preview.ts'
export { readFrame, type ReadSpan } from './read-frame.ts'
export type { Window } from './window.ts'
