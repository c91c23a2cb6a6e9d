/**
 * Where pictures come from: a server, or the files of a disc. All else of the viewer knows only this.
 *
 * @module
 */
import type { CodedFrame } from './decode/decode.ts'
import type { Elements } from './elements.ts'
import type { Window } from './image.ts'
import type { Pixels } from './pixels.ts'
import type { Greys } from './preview.ts'

export interface SeriesRef {
  readonly studyUid: string
  readonly seriesUid: string
}

export interface FrameRef extends SeriesRef {
  readonly instanceUid: string
  /** From 1. */
  readonly frame: number
}

export interface FetchOptions {
  readonly signal?: AbortSignal | undefined
  /** Not in its own transfer syntax, but as plain numbers. */
  readonly asNative?: boolean
}

export interface PictureSource {
  /** Headers of a Series' Instances, or of one Instance. */
  headers(series: SeriesRef, instanceUid?: string): Promise<readonly Elements[]>
  /** Which Series of a Study an Instance is in; null if it is in none. */
  seriesOf(studyUid: string, instanceUid: string): Promise<string | null>
  /** @throws PictureError */
  frame(frame: FrameRef, options?: FetchOptions): Promise<CodedFrame>
  /** A frame as it is drawn on the other side, where there is one. */
  drawn?(frame: FrameRef, signal?: AbortSignal): Promise<Pixels>
  /** Whether frames take so long to come that small ones are worth their while. */
  readonly isSlow?: () => boolean
  /** A frame drawn small on the other side, where there is one. */
  small?(frame: FrameRef, window: Window, signal?: AbortSignal): Promise<Greys>
  /** A value that a header leaves out. @throws PictureError */
  bulk(uri: string, signal?: AbortSignal): Promise<Uint8Array>
}
