/** The light box: tools above, sets of images at the side, pictures in the middle. */
import { useDisclosure, useLocalStorage } from '@mantine/hooks'
import { IconInfoCircle, IconLayoutSidebar, IconPhotoPlus } from '@tabler/icons-react'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useWide } from '../../../platform/web/kit/index.ts'
import type { StudyToView } from '../contract.ts'
import { readableName } from './core/elements.ts'
import { stepped } from './core/workspace.ts'
import { useHost } from './host.ts'
import { KeySheet } from './key-sheet.tsx'
import { FilmBar, PhoneBar } from './phone-bar.tsx'
import { PrintSheet } from './print-sheet.tsx'
import { SeriesPanel } from './series-panel.tsx'
import { useViewerTexts } from './texts/index.ts'
import { TileView } from './tile.tsx'
import { Toolbar, type ToolsProps } from './toolbar.tsx'
import type { Tool } from './tools.ts'
import { useCine } from './use-cine.ts'
import { useCommands, volumeOf } from './use-commands.ts'
import { overOf, useDesk, type Desk } from './use-desk.ts'
import { useFullScreen } from './use-full-screen.ts'
import { useKeeping } from './use-keeping.ts'
import { useSeriesName, useStudyTitle } from './words.ts'

interface DeskProps {
  readonly study: StudyToView
  /** Other exams that the address asks for, by id. */
  readonly besideFirst: readonly string[]
}

export function DeskView({ study, besideFirst }: DeskProps) {
  const { beside, studies, openBeside } = useBeside(study, besideFirst)
  const isStaff = useHost().useIsStaff()
  const wide = useWide()
  const [tool, setTool] = useState<Tool>('browse')
  const [texts, setTexts] = useLocalStorage({ key: 'filmjacket.viewer.texts', defaultValue: isStaff, getInitialValueInEffect: false })
  const [marksOn, marks] = useDisclosure(true)
  const [helps, help] = useDisclosure(false)
  const [panelOpen, panel] = useDisclosure(true)
  const desk = useDesk(studies, beside, marksOn)
  const full = useFullScreen()
  const film = useFilm(desk)
  const keeping = useKeeping(desk, study)
  const run = useCommands(desk, {
    setTool, toggleFilm: film.toggle, toggleTexts: () => setTexts(!texts), toggleFull: full.toggle, openHelp: help.open,
  })
  const tools: ToolsProps = {
    desk, tool, run, texts, isStaff, isPlaying: film.isPlaying, hasVolume: useMemo(() => volumeOf(desk), [desk.workspace.active, desk.shown]),
    more: {
      ...keeping, isFull: full.isFull, canBeFull: full.canBe, onFull: full.toggle, onKeys: help.open,
      marks: desk.hasMarks ? marksOn : null, onMarks: marks.toggle,
    },
  }
  usePlacing(desk, studies)
  const seriesPanel = (onChosen?: () => void) =>
    <SeriesPanel desk={desk} others={study.others} onBeside={openBeside} {...(onChosen && { onChosen })} />
  return (
    <div className="fj-viewer">
      <header>
        <Head study={study} isStaff={isStaff} onPanel={wide ? panel.toggle : null} isPanelOpen={panelOpen} />
        {wide && <Toolbar {...tools} />}
      </header>
      <div className="fj-desk">
        {wide && panelOpen && seriesPanel()}
        <Tiles desk={desk} tool={tool} texts={texts} />
      </div>
      <footer>
        {film.isPlaying && <FilmBar speed={film.speed} onSpeed={film.setSpeed} />}
        {!wide && <PhoneBar {...tools} panel={seriesPanel} />}
      </footer>
      <KeySheet opened={helps} onClose={help.close} />
      {keeping.print !== null && <PrintSheet print={keeping.print} onDone={keeping.printed} />}
    </div>
  )
}

interface HeadProps {
  readonly study: StudyToView
  readonly isStaff: boolean
  readonly onPanel: (() => void) | null
  readonly isPanelOpen: boolean
}

function Head({ study, isStaff, onPanel, isPanelOpen }: HeadProps) {
  const t = useViewerTexts()
  const { title, date } = useStudyTitle()(study)
  const { Back } = useHost()
  return (
    <div className="fj-viewer-head">
      <Back study={study} />
      {onPanel !== null && (
        <button type="button" className="fj-viewer-icon" aria-pressed={isPanelOpen} onClick={onPanel}
          aria-label={t(isPanelOpen ? 'hideSeries' : 'showSeries')}><IconLayoutSidebar size={22} aria-hidden="true" /></button>
      )}
      <div className="fj-viewer-title">
        <h1><bdi>{title}</bdi></h1>
        <span className="fj-quiet"><bdi>{date}</bdi>{isStaff && <> · <bdi className="fj-name">{readableName(study.patient.name)}</bdi></>}</span>
      </div>
      {study.notForDiagnosis && (
        <span className="fj-viewer-warning" title={t('notForDiagnosisWhy')}>
          <IconInfoCircle size={16} aria-hidden="true" />{t('notForDiagnosis')}
        </span>
      )}
    </div>
  )
}

interface TilesProps {
  readonly desk: Desk
  readonly tool: Tool
  readonly texts: boolean
}

function Tiles({ desk, tool, texts }: TilesProps) {
  const { workspace, series, actions } = desk
  const { thumbnailOf } = useHost()
  const seriesName = useSeriesName()
  const drop = (index: number, seriesUid: string): void => {
    const dropped = series.find((each) => each.seriesUid === seriesUid)
    if (dropped !== undefined) actions.put(index, dropped)
  }
  return (
    <main className="fj-tiles" data-layout={workspace.layout} id="page">
      {workspace.tiles.map((tile, index) => {
        const place = series.find(({ seriesUid }) => seriesUid === tile?.seriesUid)
        return (
          <div key={index} className="fj-tile-place" onDragOver={(event) => event.preventDefault()}
            onDrop={(event) => drop(index, event.dataTransfer.getData('text/x-filmjacket-series'))}>
            {tile === null || place === undefined
              ? <EmptyTile isActive={workspace.active === index} onPick={() => actions.activate(index)} />
              : (
                <TileView
                  key={tile.seriesUid} index={index} tile={tile} state={desk.stateOf(tile.seriesUid)} over={overOf(tile, desk.stateOf)} seriesName={seriesName(place.series)}
                  thumbnail={thumbnailOf(place.studyId, place.series)}
                  isActive={workspace.layout > 1 && workspace.active === index} store={desk.store} tool={tool} texts={texts} overlays
                  measurements={desk.measurements} marksOf={desk.marksOf} crossingsOn={desk.crossingsOn} actions={actions}
                />
              )}
          </div>
        )
      })}
    </main>
  )
}

function EmptyTile({ isActive, onPick }: { readonly isActive: boolean; readonly onPick: () => void }) {
  const t = useViewerTexts()
  return (
    <button type="button" className="fj-tile fj-tile-empty" data-active={isActive || undefined} onClick={onPick}>
      <IconPhotoPlus size={32} stroke={1.3} aria-hidden="true" />
      <strong>{t('emptyTile')}</strong>
      <span className="fj-quiet fj-small">{t('emptyTileHint')}</span>
    </button>
  )
}

const MOST_BESIDE = 3

function useBeside(study: StudyToView, first: readonly string[]) {
  const [beside, setBeside] = useState(first)
  const { studies: others } = useHost().useStudies(beside)
  const studies = useMemo(() => [study, ...others], [study, others])
  const openBeside = useCallback((id: string) => setBeside((now) => [...now.filter((each) => each !== id), id].slice(-MOST_BESIDE)), [])
  return { beside, studies, openBeside }
}

/** An exam that comes to lie beside is shown at once, next to what is looked at. */
function usePlacing({ workspace, series, dispatch }: Desk, studies: readonly StudyToView[]): void {
  const known = useRef(studies.map(({ id }) => id))
  useEffect(() => {
    const fresh = studies.find(({ id }) => !known.current.includes(id))
    known.current = studies.map(({ id }) => id)
    const first = series.find(({ studyId }) => studyId === fresh?.id)
    if (first === undefined) return
    if (workspace.layout === 1) dispatch({ kind: 'layout', layout: 2, series: [first] })
    else dispatch({ kind: 'put', tile: (workspace.active + 1) % workspace.layout, series: first })
  }, [studies, series, dispatch, workspace.layout, workspace.active])
}

/** The active tile as a film. */
function useFilm(desk: Desk) {
  const { workspace, shown, actions, store } = desk
  const { active } = workspace
  const [playing, setPlaying] = useState<number | null>(null)
  const [speed, setSpeed] = useState<number | null>(null)
  const here = shown[active] ?? null
  const isPlaying = playing === active && here !== null && here.count > 1
  const now = speed ?? here?.framesPerSecond ?? 15
  const next = useCallback(() => {
    const tile = desk.latest().tiles[active]
    if (here === null || tile == null) return
    const at = stepped(tile.at ?? here.at, 1, here.count, true)
    const frame = tile.cut === 'stack' ? here.frames[at] : undefined
    if (frame === undefined || store.has(frame) || store.previewOf(frame, tile.window) !== undefined) actions.goTo(active, at)
  }, [desk, active, here, store, actions])
  useCine({ isPlaying, framesPerSecond: now, next })
  return { isPlaying, speed: now, setSpeed, toggle: () => setPlaying(isPlaying ? null : active) }
}
