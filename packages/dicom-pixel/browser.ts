/** What a page may take of this package: plain functions on bytes, without Node. */
export { sayingUntransformed } from './src/codec/adobe-marker.ts'
export { decodeDct } from './src/jpeg/dct.ts'
export { decodeLossless } from './src/jpeg/lossless.ts'
export { CodecError } from './src/outcome.ts'
export { byPixel, fullRange, joinChroma, ybrToRgb } from './src/ybr.ts'
