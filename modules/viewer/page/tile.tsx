/** One place of the layout: a picture, a report, a document, or a word about why there is none. */
import { Button, Loader } from '@mantine/core'
import { useElementSize, useMergedRef } from '@mantine/hooks'
import { IconAlertTriangle, IconFileOff } from '@tabler/icons-react'
import { memo, useEffect, useMemo, useRef, type RefObject } from 'react'
import { announce } from '../../../platform/web/kit/index.ts'
import { keyOf } from './core/image.ts'
import type { LoadedFrame } from './core/loaded-frame.ts'
import { resultOf, type Measurement } from './core/measure.ts'
import { PictureError, type Trouble } from './core/pixels.ts'
import { matrixOf } from './core/view.ts'
import { CornerTexts } from './corner-texts.tsx'
import { DocumentView } from './document-view.tsx'
import { measurementOf } from './drafting.ts'
import { Drawing } from './drawing.tsx'
import { FilmView } from './film-view.tsx'
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
import { isMeasuring } from './tools.ts'
import { useTileGestures } from './use-tile-gestures.ts'
import { WaveView } from './waves/wave-view.tsx'
import { useResultWords } from './words.ts'

export const TileView = memo(function TileView(props: TileProps) {
  const { tile, state, over, index, isActive, actions, seriesName } = props
  const shown = useMemo(() => shownOf(tile, state, over), [tile, state, over])
  return (
    <section
      className="fj-tile" data-active={isActive || undefined} aria-label={seriesName}
      onPointerDownCapture={() => actions.activate(index)} onFocusCapture={() => actions.activate(index)}
      onDoubleClick={() => actions.enlarge(index)}
    >
      {shown === null ? <WithoutPicture {...props} /> : <PictureTile {...props} shown={shown} />}
    </section>
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
    case 'failed': return <TroubleWord trouble={troubleOf(state.error)} onRetry={state.retry} />
    case 'alone': return <Word text={t('drawnAlone')} />
    case 'pending': return <Waiting thumbnail={thumbnail} text={t('loadingPicture')} />
    case 'other':
    case 'images': return <Word text={t('otherHint', { modality: state.kind === 'other' ? state.modality : '' })} />
  }
}

function PictureTile(props: TileProps & { readonly shown: Shown }) {
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
  useTelling(props, place, { box, extent, frame: right })
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
          <div className="fj-tile-note" role="status">{t(`hint ${props.tool}`)}</div>}
        <Below sight={sight} thumbnail={props.thumbnail} />
      </div>
      <Legend over={over} isStack={isStack} />
      {shown.count > 1 && <SliceSlider at={shown.at} count={shown.count} onGo={(at) => props.actions.goTo(index, at)} />}
    </>
  )
}

const NOTHING_OVER = [] as const

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
function useTelling({ actions, index }: TileProps, place: RefObject<HTMLElement | null>, { box, extent, frame }: Omit<Scene, 'element'>): void {
  useEffect(() => {
    if (place.current !== null) actions.tell(index, { box, extent, frame, element: place.current })
    return () => actions.tell(index, null)
  }, [actions, index, place, box, extent, frame])
}

/** Tells the store what is needed, and what there is of it. */
function useSight({ tile, shown, store, index }: TileProps & { readonly shown: Shown }): Sight {
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
    case 'trouble': return <TroubleWord trouble={sight.error.trouble} onRetry={sight.retry} />
    case 'loading': return (
      <Waiting thumbnail={sight.count > 1 ? null : thumbnail}
        text={sight.count > 1 ? t('volumeLoading', { done: sight.done, count: sight.count }) : t('loadingPicture')} />
    )
  }
}

function Waiting({ thumbnail, text }: { readonly thumbnail: string | null; readonly text: string }) {
  return (
    <div className="fj-tile-wait" role="status">
      {thumbnail !== null && <img src={thumbnail} alt="" />}
      <span className="fj-tile-note"><Loader size="xs" /><span>{text}</span></span>
    </div>
  )
}

function TroubleWord({ trouble, onRetry }: { readonly trouble: Trouble; readonly onRetry: () => void }) {
  const t = useViewerTexts()
  return (
    <div className="fj-tile-word" role="alert">
      <IconAlertTriangle size={28} aria-hidden="true" />
      <p>{t(`trouble ${trouble}`)}</p>
      {(trouble === 'offline' || trouble === 'broken' || trouble === 'medium-gone') && <Button variant="default" onClick={onRetry}>{t('tryAgain')}</Button>}
    </div>
  )
}

function Word({ text }: { readonly text: string }) {
  return <div className="fj-tile-word"><IconFileOff size={28} aria-hidden="true" /><p>{text}</p></div>
}

function troubleOf(error: Error): Trouble {
  return error instanceof PictureError ? error.trouble : 'broken'
}
