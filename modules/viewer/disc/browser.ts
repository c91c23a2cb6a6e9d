/** The entry of the browser's build: what reads DICOM, on what stands in for Node. */
import './stand-ins/buffer.ts'

export { openImageFile } from './part10.ts'
