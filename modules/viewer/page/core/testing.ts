/** Headers and frames for tests: only what matters is said. */
import type { Elements } from './elements.ts'
import { describeFrame, type ImageFrame } from './image.ts'
import type { LoadedFrame } from './loaded-frame.ts'
import type { Values } from './pixels.ts'
import { Tags } from './tags.ts'

type Given = Readonly<Record<string, readonly unknown[]>>

/** By tag: the values. */
export function elements(values: Given): Elements {
  return Object.fromEntries(Object.entries(values).map(([tag, Value]) => [tag, { Value }]))
}

const AXIAL = [1, 0, 0, 0, 1, 0]

/** An axial slice at height `z`, of 4 by 4 pixels of 1 by 2 millimetres (along a row, down a column). */
export function slice(number: number, z: number, more: Given = {}): ImageFrame {
  const frame = describeFrame(elements({
    [Tags.SOPInstanceUID]: [`1.2.${number}`], [Tags.SeriesInstanceUID]: ['1.2'], [Tags.InstanceNumber]: [number],
    [Tags.Rows]: [4], [Tags.Columns]: [4], [Tags.BitsAllocated]: [16], [Tags.BitsStored]: [12], [Tags.PixelSpacing]: [2, 1],
    [Tags.ImageOrientationPatient]: AXIAL, [Tags.ImagePositionPatient]: [0, 0, z], ...more,
  }), 1)
  if (frame === null) throw new Error('not an image')
  return frame
}

/** A frame whose pixel (column, row) is 10 row + column, times `factor`. */
export function loaded(image: ImageFrame, factor = 1): LoadedFrame {
  const { rows, columns } = image.shape
  const values: Values = Int16Array.from({ length: rows * columns }, (_, n) => (Math.floor(n / columns) * 10 + (n % columns)) * factor)
  return { image, pixels: { kind: 'gray', rows, columns, values }, modality: null, voi: null, palette: null, overlays: [] }
}
