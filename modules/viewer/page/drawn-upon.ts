/** Which images of an exam something is drawn over: those that it names, else those of its own space. */
import { itemsOf, textOf, type Elements } from './core/elements.ts'
import type { ImageFrame } from './core/image.ts'
import type { Layer } from './core/layers/layer.ts'
import type { PictureSource, SeriesRef } from './core/picture-source.ts'
import { stackOf } from './core/stack.ts'
import { Tags } from './core/tags.ts'

export interface SiblingSeries extends SeriesRef {
  readonly modality: string
}

/** In the order in which a space is looked at. */
const OF_SPACE: readonly string[] = ['CT', 'MR', 'PT', 'NM']
/** So many Series are looked into where none is named. */
const MOST_TRIED = 6

/** Null where no images of the exam are those, or nothing lies on them. */
export async function drawnUpon(
  source: PictureSource, layer: Layer, headers: readonly Elements[], siblings: readonly SiblingSeries[],
): Promise<readonly ImageFrame[] | null> {
  const named = new Set(headers.flatMap(namedSeries))
  const byName = siblings.filter(({ seriesUid }) => named.has(seriesUid))
  const bySpace = OF_SPACE.flatMap((modality) => siblings.filter((each) => each.modality === modality && !named.has(each.seriesUid)))
  for (const series of [...byName, ...bySpace].slice(0, byName.length + MOST_TRIED)) {
    const frames = stackOf(await source.headers(series))
    if (layer.bestOf(frames) !== null) return frames
  }
  return null
}

/** PS3.3 §C.12.1.1.1 (Common Instance Reference), §C.8.8.5 (Structure Set). */
function namedSeries(header: Elements): readonly string[] {
  const ofStructures = itemsOf(header, Tags.ReferencedFrameOfReferenceSequence)
    .flatMap((item) => itemsOf(item, Tags.RTReferencedStudySequence)).flatMap((item) => itemsOf(item, Tags.RTReferencedSeriesSequence))
  return [...itemsOf(header, Tags.ReferencedSeriesSequence), ...ofStructures].map((item) => textOf(item, Tags.SeriesInstanceUID))
}
