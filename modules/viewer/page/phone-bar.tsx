/** On a phone: five buttons within reach of the thumb, all else in sheets from below. */
import { Slider } from '@mantine/core'
import {
  IconAdjustments, IconCheck, IconContrast2, IconCube, IconDots, IconFlipHorizontal, IconFocus2, IconKeyboard, IconLetterCase, IconLink,
  IconMarquee2, IconPhotoDown, IconPhotoScan, IconPlayerPause, IconPlayerPlay, IconPrinter, IconRefresh, IconRotateClockwise, IconStack2,
  IconTool, IconTrash,
} from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { Sheet } from '../../../platform/web/kit/index.ts'
import { showsCuts } from './core/workspace.ts'
import { useViewerTexts } from './texts/index.ts'
import { ToolButton } from './tool-button.tsx'
import { DRAGS, LAYOUT_SIGNS, MEASURES, signOf, useToolName } from './tool-signs.ts'
import type { ToolsProps } from './toolbar.tsx'
import { overChoices } from './use-commands.ts'
import { useWindowChoices } from './window-menu.tsx'

type Open = 'series' | 'tools' | 'contrast' | 'more' | null

interface PhoneBarProps extends ToolsProps {
  /** The list of Series; `close` when one was chosen. */
  readonly panel: (close: () => void) => ReactNode
}

export function PhoneBar(props: PhoneBarProps) {
  const { desk, tool, run, isStaff, isPlaying, panel } = props
  const t = useViewerTexts()
  const toolName = useToolName(isStaff)
  const [open, setOpen] = useState<Open>(null)
  const close = (): void => setOpen(null)
  const here = desk.shown[desk.workspace.active] ?? null
  const isMany = here !== null && here.count > 1
  return (
    <div className="fj-thumbs-bar" role="toolbar" aria-label={t('tools')}>
      <ToolButton icon={IconPhotoScan} label={t('seriesShort')} onClick={() => setOpen('series')} />
      {/* Which tool the finger has is seen without a look into the sheet. */}
      <ToolButton icon={tool === 'browse' ? IconTool : signOf(tool)} label={tool === 'browse' ? t('tools') : toolName(tool)} aria-haspopup="dialog"
        data-chosen={tool !== 'browse' || undefined} onClick={() => setOpen('tools')} disabled={here === null} />
      <ToolButton icon={IconAdjustments} label={t('contrast')} onClick={() => setOpen('contrast')} disabled={here === null} />
      <ToolButton icon={isPlaying ? IconPlayerPause : IconPlayerPlay} label={t(isPlaying ? 'pause' : 'play')} disabled={!isMany} onClick={() => run({ kind: 'film' })} />
      <ToolButton icon={IconDots} label={t('more')} onClick={() => setOpen('more')} />
      <Sheet opened={open === 'series'} onClose={close} title={t('seriesPanel')}>{panel(close)}</Sheet>
      <Sheet opened={open === 'tools'} onClose={close} title={t('tools')}><ToolGrid {...props} close={close} /></Sheet>
      <Sheet opened={open === 'contrast'} onClose={close} title={t('contrast')}><ContrastList {...props} close={close} /></Sheet>
      <Sheet opened={open === 'more'} onClose={close} title={t('more')}><MoreGrid {...props} close={close} /></Sheet>
    </div>
  )
}

interface InSheet extends ToolsProps {
  readonly close: () => void
}

function ToolGrid({ tool, run, isStaff, desk, close }: InSheet) {
  const t = useViewerTexts()
  const pick = (act: () => void) => () => {
    act()
    close()
  }
  const toolName = useToolName(isStaff)
  return (
    <div className="fj-stack">
      <h3 className="fj-quiet">{t('chooseTool')}</h3>
      <div className="fj-tool-grid">
        {[...DRAGS, ...MEASURES].map(([each, sign]) => (
          <ToolButton key={each} icon={sign} label={toolName(each)} pressed={tool === each} onClick={pick(() => run({ kind: 'tool', tool: each }))} />
        ))}
      </div>
      <div className="fj-tool-grid">
        <ToolButton icon={IconContrast2} label={t('invert')} onClick={pick(() => run({ kind: 'invert' }))} />
        <ToolButton icon={IconRotateClockwise} label={t('rotate')} onClick={pick(() => run({ kind: 'rotate' }))} />
        <ToolButton icon={IconFlipHorizontal} label={t('mirror')} onClick={pick(() => run({ kind: 'mirror' }))} />
        <ToolButton icon={IconRefresh} label={t('reset')} onClick={pick(() => run({ kind: 'reset' }))} />
        {desk.measurements.length > 0 &&
          <ToolButton icon={IconTrash} label={t('removeMeasurements')} onClick={pick(() => desk.setMeasurements([]))} />}
      </div>
    </div>
  )
}

function ContrastList({ desk, close }: InSheet) {
  const { workspace, shown, actions } = desk
  const choices = useWindowChoices(shown[workspace.active]?.image ?? { windows: [], unit: '' }, workspace.tiles[workspace.active]?.window ?? null)
  return (
    <ul className="fj-choice-list">
      {choices.map(({ key, name, window, isChosen }) => (
        <li key={key}>
          <button type="button" aria-pressed={isChosen} onClick={() => {
            actions.set(workspace.active, () => ({ window }))
            close()
          }}><bdi>{name}</bdi>{isChosen && <IconCheck size={18} aria-hidden="true" />}</button>
        </li>
      ))}
    </ul>
  )
}

function MoreGrid({ desk, run, texts, more, hasVolume, close }: InSheet) {
  const t = useViewerTexts()
  const { workspace } = desk
  const here = desk.shown[workspace.active] ?? null
  const pick = (act: () => void) => () => {
    close()
    act()
  }
  return (
    <div className="fj-tool-grid">
      {LAYOUT_SIGNS.map(([layout, sign, word]) => (
        <ToolButton key={layout} icon={sign} label={t(word)} pressed={workspace.layout === layout} onClick={pick(() => run({ kind: 'layout', layout }))} />
      ))}
      {workspace.layout > 1 && <ToolButton icon={IconLink} label={t('link')} pressed={workspace.linked} onClick={pick(() => run({ kind: 'link' }))} />}
      <ToolButton icon={IconCube} label={t('planes')} disabled={!hasVolume} pressed={showsCuts(workspace)} onClick={pick(() => run({ kind: 'cuts' }))} />
      {overChoices(desk).length > 0 &&
        <ToolButton icon={IconStack2} label={t('over')} pressed={workspace.tiles[workspace.active]?.over != null} onClick={pick(() => run({ kind: 'over' }))} />}
      <ToolButton icon={IconLetterCase} label={t('texts')} pressed={texts} onClick={pick(() => run({ kind: 'texts' }))} />
      {more.marks !== null && <ToolButton icon={IconMarquee2} label={t('marks')} pressed={more.marks} onClick={pick(more.onMarks)} />}
      <ToolButton icon={IconFocus2} label={t('actualSize')} disabled={here === null} onClick={pick(() => run({ kind: 'actual' }))} />
      <ToolButton icon={IconPhotoDown} label={t('save')} disabled={!desk.hasPicture} onClick={pick(more.onSave)} />
      <ToolButton icon={IconPrinter} label={t('print')} disabled={!desk.hasPicture} onClick={pick(more.onPrint)} />
      <ToolButton icon={IconKeyboard} label={t('keysTitle')} onClick={pick(more.onKeys)} />
    </div>
  )
}

interface FilmBarProps {
  readonly speed: number
  readonly onSpeed: (speed: number) => void
}

/** While a film runs: how fast. */
export function FilmBar({ speed, onSpeed }: FilmBarProps) {
  const t = useViewerTexts()
  return (
    <div className="fj-film-bar">
      <span id="film-speed" className="fj-small">{t('perSecond', { speed })}</span>
      <Slider aria-label={t('speed')} min={1} max={60} value={speed} onChange={onSpeed} label={null} className="fj-film-speed" />
    </div>
  )
}
