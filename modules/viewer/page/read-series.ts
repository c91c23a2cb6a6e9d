/** A Series by its headers: what it is, and what of it is to be shown. */
import { contentOf } from './core/content.ts'
import { itemsOf, numberOf, textOf, type Elements } from './core/elements.ts'
import { keyOf, type ImageFrame } from './core/image.ts'
import { doseOf } from './core/layers/dose.ts'
import type { Layer } from './core/layers/layer.ts'
import { segmentationOf } from './core/layers/segmentation.ts'
import { structuresOf } from './core/layers/structures.ts'
import type { PictureSource, SeriesRef } from './core/picture-source.ts'
import { imagesIn, reportOf, type Report } from './core/report.ts'
import { levelsOf, type SlideLevel } from './core/slide/pyramid.ts'
import { stackOf } from './core/stack.ts'
import { Tags } from './core/tags.ts'
import { drawnUpon, type SiblingSeries } from './drawn-upon.ts'

export interface ImagesState {
  readonly kind: 'images'
  readonly studyUid: string
  readonly frames: readonly ImageFrame[]
  readonly framesPerSecond: number
  /** Drawn over them. */
  readonly layer: Layer | null
  /** What is looked at first; null: the middle. */
  readonly start: number | null
}

/** A Series as its headers tell it. */
export type ReadSeries =
  | ImagesState
  | { readonly kind: 'reports'; readonly reports: readonly Report[] }
  | { readonly kind: 'document'; readonly elements: Elements }
  | { readonly kind: 'films'; readonly films: readonly Elements[] }
  | { readonly kind: 'waves'; readonly recordings: readonly Elements[] }
  | { readonly kind: 'slide'; readonly studyUid: string; readonly levels: readonly SlideLevel[] }
  /** Drawn over images that are not here, or that it does not fit. */
  | { readonly kind: 'alone' }
  | { readonly kind: 'other'; readonly modality: string }

const USUAL_SPEED = 15
const MOST_SPEED = 60
const SECOND_MS = 1_000

/** @param siblings - the Series of the same exam. */
export async function readSeries(source: PictureSource, series: SeriesRef, siblings: readonly SiblingSeries[]): Promise<ReadSeries> {
  const headers = await source.headers(series)
  const [first] = headers
  if (first === undefined) return { kind: 'other', modality: '' }
  const layered = async (layer: Layer | null): Promise<ReadSeries> => {
    const frames = layer === null ? null : await drawnUpon(source, layer, headers, siblings)
    return frames === null ? { kind: 'alone' } : imagesState(series.studyUid, frames, layer)
  }
  switch (contentOf(first)) {
    case 'segments': return layered(segmentationOf(headers))
    case 'dose': return layered(doseOf(first))
    case 'structures': return layered(structuresOf(headers))
    case 'report': return { kind: 'reports', reports: headers.map(reportOf) }
    case 'document': return { kind: 'document', elements: first }
    case 'key-images': return imagesState(series.studyUid, await keyImages(source, series.studyUid, headers))
    case 'waves': return { kind: 'waves', recordings: headers }
    case 'slide': return { kind: 'slide', studyUid: series.studyUid, levels: levelsOf(headers) }
    case 'video': return { kind: 'films', films: headers }
    case 'marks':
    case 'other': return { kind: 'other', modality: textOf(first, Tags.Modality) }
    case 'images': return imagesState(series.studyUid, stackOf(headers))
  }
}

function imagesState(studyUid: string, frames: readonly ImageFrame[], layer: Layer | null = null): ReadSeries {
  const [first] = frames
  if (first === undefined) return { kind: 'other', modality: '' }
  return { kind: 'images', studyUid, frames, framesPerSecond: speedOf(first.elements), layer, start: layer?.bestOf(frames) ?? null }
}

/** Cine Rate, else Frame Time in milliseconds. PS3.3 §C.7.6.5. */
function speedOf(elements: Elements): number {
  const frameTime = numberOf(elements, Tags.FrameTime)
  const speed = numberOf(elements, Tags.CineRate) ?? (frameTime === null || frameTime <= 0 ? USUAL_SPEED : SECOND_MS / frameTime)
  return Math.min(MOST_SPEED, Math.max(1, Math.round(speed)))
}

/** The images that a Key Object Selection points to, in its order. PS3.3 §A.35.4. */
async function keyImages(source: PictureSource, studyUid: string, headers: readonly Elements[]): Promise<readonly ImageFrame[]> {
  const frames = await Promise.all(seriesOfEvidence(headers).map(async (seriesUid) =>
    stackOf(await source.headers({ studyUid, seriesUid }).catch(() => []))))
  const byKey = new Map(frames.flat().map((frame) => [keyOf(frame), frame]))
  return headers.flatMap((header) => imagesIn(reportOf(header).items)).flatMap((image) => byKey.get(keyOf(image)) ?? [])
}

function seriesOfEvidence(headers: readonly Elements[]): readonly string[] {
  const series = headers.flatMap((header) => itemsOf(header, Tags.CurrentRequestedProcedureEvidenceSequence))
    .flatMap((study) => itemsOf(study, Tags.ReferencedSeriesSequence))
  return [...new Set(series.map((each) => textOf(each, Tags.SeriesInstanceUID)))]
}
