/** One place of the layout: a picture, a report, a document, or a word about why there is none. */
import { Loader } from '@mantine/core'
import { useElementSize, useMergedRef } from '@mantine/hooks'
import { memo, useCallback, useEffect, useMemo, useRef, type RefObject } from 'react'
import { announce } from '../../../platform/web/kit/index.ts'
import { keyOf } from './core/image.ts'
import type { LoadedFrame } from './core/loaded-frame.ts'
import { resultOf, type Measurement } from './core/measure.ts'
import { matrixOf } from './core/view.ts'
import { CornerTexts } from './corner-texts.tsx'
import { DocumentView } from './document-view.tsx'
import { measurementOf } from './drafting.ts'
import { Drawing } from './drawing.tsx'
import { FilmView } from './film-view.tsx'
import { pictureOf } from './keep-picture.ts'
import { OfferProvider, useKeepsake, type Keepsake } from './keepsake.ts'
import { Legend } from './layers/legend.tsx'
import { useOver } from './layers/use-over.ts'
import { Picture } from './picture.tsx'
import { ReportView } from './report-view.tsx'
import { neededFrames, shownOf, sightOf, type Shown, type Sight } from './shown.ts'
import { SlideView } from './slide/slide-view.tsx'
import { SliceSlider } from './slice-slider.tsx'
import { useArrivals } from './stage.ts'
import { useViewerTexts } from './texts/index.ts'
import type { Scene, TileProps } from './tile-props.ts'
import { TroubleWord, Waiting, Word } from './tile-words.tsx'
import { isMeasuring } from './tools.ts'
import { useTileGestures } from './use-tile-gestures.ts'
import { WaveView } from './waves/wave-view.tsx'
import { usePlaneName, useResultWords } from './words.ts'

export const TileView = memo(function TileView(props: TileProps) {
  const { tile, state, over, index, isActive, actions, seriesName, tool } = props
  const shown = useMemo(() => shownOf(tile, state, over), [tile, state, over])
  const offer = useCallback((keepsake: Keepsake | null) => actions.offer(index, keepsake), [actions, index])
  const plane = usePlaneName()
  const label = shown === null || tile.cut === 'stack' ? seriesName : [seriesName, plane(shown.image)].join(', ')
  // Two points of an angle may be set as quickly as one presses twice.
  const enlarge = isMeasuring(tool) && shown !== null ? undefined : () => actions.enlarge(index)
  return (
    <div
      className="fj-tile" data-active={isActive || undefined} role="group" aria-label={label}
      onPointerDownCapture={() => actions.activate(index)} onFocusCapture={() => actions.activate(index)}
      onDoubleClick={enlarge}
    >
      <OfferProvider value={offer}>
        {shown === null ? <WithoutPicture {...props} /> : <PictureTile {...props} shown={shown} />}
      </OfferProvider>
    </div>
  )
})

function WithoutPicture({ state, thumbnail, actions, store, index, seriesName }: TileProps) {
  const t = useViewerTexts()
  switch (state.kind) {
    case 'reports': return <ReportView reports={state.reports} onSeek={(image) => actions.seek(image)} />
    case 'document': return <DocumentView elements={state.elements} />
    case 'slide': return <SlideView studyUid={state.studyUid} levels={state.levels} store={store} index={index} label={seriesName} />
    case 'waves': return <WaveView recordings={state.recordings} />
    case 'films': return <FilmView films={state.films} />
    case 'failed': return <TroubleWord error={state.error} onRetry={state.retry} />
    case 'alone': return <Word text={t('drawnAlone')} />
    case 'pending': return <Waiting thumbnail={thumbnail} />
    case 'other':
    case 'images': return <Word text={t('otherHint', { modality: state.kind === 'other' ? state.modality : '' })} />
  }
}

interface ShownTileProps extends TileProps {
  readonly shown: Shown
}

function PictureTile(props: ShownTileProps) {
  const { tile, shown, seriesName, index, measurements, overlays } = props
  const t = useViewerTexts()
  const { ref: measure, width, height } = useElementSize<HTMLDivElement>()
  const place = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const surface = useMergedRef(measure, place)
  const sight = useSight(props)
  const isStack = tile.cut === 'stack'
  const over = useOver(props.store, `${index} layer`, shown, isStack)
  const box = useMemo(() => ({ width: Math.max(1, width), height: Math.max(1, height) }), [width, height])
  const frame = sight.kind === 'loading' || sight.kind === 'trouble' ? null : sight.frame
  const { shape, aspect } = frame?.image ?? shown.image
  const extent = useMemo(() => ({ columns: frame?.pixels.columns ?? shape.columns, rows: frame?.pixels.rows ?? shape.rows, aspect }), [frame, shape, aspect])
  const matrix = useMemo(() => matrixOf(tile.view, extent, box), [tile.view, extent, box])
  const here = measurements.filter(({ frameKey }) => frameKey === keyOf(shown.image))
  const isRight = sight.kind === 'frame'
  const right = isRight ? sight.frame : null
  const draft = useTileGestures(place, { props, shown, frame: right, extent, box, matrix, here })
  useTelling(props, { box, extent, frame: right })
  useKeepsakeOf(props, place, right !== null)
  useSaying(here, right)
  return (
    <>
      <div ref={surface} className="fj-surface" data-tool={props.tool}>
        {frame !== null && (
          <Picture canvas={canvas} frame={frame} overs={isRight ? over.overs : NOTHING_OVER} look={{ window: tile.window, inverted: tile.inverted, overlays }} matrix={matrix} box={box}
            sight={sight.kind} label={t('tileOf', { series: seriesName, at: shown.at + 1, count: shown.count })} />
        )}
        {isRight && (
          <Drawing frame={sight.frame} matrix={matrix} box={box} marks={props.marksOf(shown.image)}
            measurements={draft === null ? here : [...here, measurementOf(draft, 'draft')]}
            crossings={props.crossingsOn(index, shown.image)} outlines={over.outlines} opacity={over.choice.opacity} />
        )}
        {frame !== null && <CornerTexts tile={tile} shown={shown} frame={frame} full={props.texts} />}
        {right !== null && draft === null && here.length === 0 && isMeasuring(props.tool) &&
          <div className="fj-tile-note fj-tile-hint" role="status">{t(`hint ${props.tool}`)}</div>}
        <Below sight={sight} thumbnail={props.thumbnail} />
      </div>
      <Legend over={over} isStack={isStack} hasRoom={width >= LEGEND_ROOM_PX} />
      {shown.count > 1 && <SliceSlider at={shown.at} count={shown.count} onGo={(at) => props.actions.goTo(index, at)} />}
    </>
  )
}

const NOTHING_OVER = [] as const
/** Of a tile that a legend leaves enough of. */
const LEGEND_ROOM_PX = 640

/** Says the result of a measurement to those who do not see it. */
function useSaying(here: readonly Measurement[], frame: LoadedFrame | null): void {
  const words = useResultWords()
  const known = useRef(here.length)
  const last = here.at(-1)
  useEffect(() => {
    const isNew = here.length > known.current
    known.current = here.length
    const result = isNew && last !== undefined && frame !== null ? resultOf(last, frame) : null
    if (result !== null && frame !== null) announce(words(result, frame.image).join(', '))
  }, [here.length, last, frame, words])
}

/** Commands that come from elsewhere need to know the place. */
function useTelling({ actions, index }: TileProps, { box, extent, frame }: Scene): void {
  useEffect(() => {
    actions.tell(index, { box, extent, frame })
    return () => actions.tell(index, null)
  }, [actions, index, box, extent, frame])
}

/** What stands in for the right one is not kept: it would be under the wrong number. */
function useKeepsakeOf({ tile: { cut }, shown: { at, count, image } }: ShownTileProps, place: RefObject<HTMLElement | null>, isRight: boolean): void {
  const t = useViewerTexts()
  const plane = usePlaneName()(image)
  useKeepsake(useMemo(() => (isRight ? {
    picture: () => pictureOf(place.current), number: at + 1, size: null,
    facts: [...(cut === 'stack' || plane === null ? [] : [plane]), t('sliceOf', { at: at + 1, count })],
  } : null), [isRight, place, at, count, cut, plane, t]))
}

/** Tells the store what is needed, and what there is of it. */
function useSight({ tile, shown, store, index }: ShownTileProps): Sight {
  const arrivals = useArrivals(store)
  const before = useRef(shown.at)
  useEffect(() => {
    const heading = Math.sign(shown.at - before.current) as -1 | 0 | 1
    before.current = shown.at
    store.want(`${index}`, shown.studyUid, neededFrames(tile, shown, heading), tile.window)
    // The view of a tile asks for no other frames.
  }, [store, index, tile.cut, shown])
  useEffect(() => () => store.forget(`${index}`), [store, index])
  // What is there changes with every arrival.
  return useMemo(() => sightOf(tile, shown, store), [tile.cut, tile.window, shown, store, arrivals])
}

/** What is said where the right picture is not there yet, or never will be. */
function Below({ sight, thumbnail }: { readonly sight: Sight; readonly thumbnail: string | null }) {
  const t = useViewerTexts()
  switch (sight.kind) {
    case 'frame': return null
    case 'preview':
    case 'stand-in': return <div className="fj-tile-note" role="status"><Loader size="xs" /><span>{t('loadingPicture')}</span></div>
    case 'trouble': return <TroubleWord error={sight.error} onRetry={sight.retry} />
    case 'loading': return (
      <Waiting thumbnail={sight.count > 1 ? null : thumbnail}
        text={sight.count > 1 ? t('volumeLoading', { done: sight.done, count: sight.count }) : t('loadingPicture')} />
    )
  }
}
