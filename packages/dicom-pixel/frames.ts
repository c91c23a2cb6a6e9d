/** Where frames lie in their files, without what decodes them: for programs that bring decoders of their own. */
export { readFrame, type ReadSpan } from './src/read-frame.ts'
