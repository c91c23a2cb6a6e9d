export type { Decoded } from './decoded.ts'
export type { Window } from './display.ts'
export {
  decodeFrame, paintFrame, type DecodeFrameOptions, type FrameOptions, type PaintOptions,
} from './frame.ts'
export { frameSpans, hintsNeeded, type ByteSpan, type FrameHints } from './frames.ts'
export { describePixels, MAX_PIXELS, type ImagePixel, type PixelDescription } from './image-pixel.ts'
export type { Cells } from './native.ts'
export type { Problem, Unsupported } from './outcome.ts'
export type { Picture } from './paint.ts'
export { readFrame, type ReadSpan } from './read-frame.ts'
export {
  renderFrame, renderPreview,
  type Preview, type PreviewOptions, type PreviewOutcome, type Rendering, type RenderOptions,
} from './render.ts'
export { supportTable, type Decoder, type Encoder, type Support } from './support.ts'
export { configurePixelThreads, type PoolOptions } from './worker/pool.ts'
export { servePixels } from './worker/serve.ts'
export { transcode, TranscodeError, type Transcoded, type TranscodeSource } from './transcode/transcode.ts'
