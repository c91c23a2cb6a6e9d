/**
 * What is drawn over images: segments, outlines, a wash of colours. Each tells what of it lies on an image; nothing is
 * drawn where that cannot be known.
 *
 * @module
 */
import type { ImageFrame } from '../image.ts'
import type { Matrix, Point } from '../view.ts'
import type { Rgb } from './color.ts'
import type { Wash } from './wash.ts'

/** One thing among those drawn: a segment, a region. */
export interface Part {
  readonly key: string
  /** As who drew it called it; may be empty. */
  readonly name: string
  readonly color: Rgb
  /** Null where it is not said. */
  readonly maker: Maker | null
}

export type Maker = 'person' | 'program' | 'both'

/** A frame of a segmentation on an image. */
export interface Mask {
  /** What a pixel of this value belongs to, and how far: from 0 to 1. */
  readonly partOf: (value: number) => readonly [part: Part, share: number] | null
  /** Each value is another part: they meet where values change. */
  readonly hasLabels: boolean
  /** Those that may be on it. */
  readonly parts: readonly Part[]
  readonly frame: ImageFrame
  /** From its pixels to those of the image. */
  readonly map: Matrix
}

export interface Outline {
  readonly part: Part
  readonly isClosed: boolean
  /** In pixels of the image, by its edges. */
  readonly points: readonly Point[]
}

export interface Layer {
  readonly parts: readonly Part[]
  readonly wash: Wash | null
  readonly masksOn: (image: ImageFrame) => readonly Mask[]
  readonly outlinesOn: (image: ImageFrame) => readonly Outline[]
  /** Which of a stack shows the most of it; null where none does. */
  readonly bestOf: (frames: readonly ImageFrame[]) => number | null
}

export const NO_MASKS: readonly Mask[] = []
export const NO_OUTLINES: readonly Outline[] = []

/** AUTOMATIC, SEMIAUTOMATIC, MANUAL. PS3.3 §C.8.20.2 (Segment Algorithm Type), §C.8.8.5 (ROI Generation Algorithm). */
export function makerOf(type: string): Maker | null {
  if (type === 'AUTOMATIC') return 'program'
  if (type === 'SEMIAUTOMATIC') return 'both'
  return type === 'MANUAL' ? 'person' : null
}
