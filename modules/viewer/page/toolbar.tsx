/** The tools, each with its word. On a phone they are in the sheets of the bar below. */
import { Menu } from '@mantine/core'
import {
  IconAdjustments, IconContrast2, IconCube, IconDots, IconFlipHorizontal, IconLayoutColumns, IconLetterCase, IconLink, IconPlayerPause,
  IconPlayerPlay, IconRefresh, IconRotateClockwise, IconRuler2, IconStack2, IconTrash,
} from '@tabler/icons-react'
import type { ImageFrame, Window } from './core/image.ts'
import { showsCuts } from './core/workspace.ts'
import type { Command } from './keys.ts'
import { MoreItems, type MoreActions } from './more-menu.tsx'
import { useViewerTexts } from './texts/index.ts'
import { ToolButton } from './tool-button.tsx'
import { DRAGS, LAYOUT_SIGNS, MEASURES, signOf, useToolName } from './tool-signs.ts'
import { isMeasuring, type Tool } from './tools.ts'
import { overChoices } from './use-commands.ts'
import type { Desk } from './use-desk.ts'
import { WindowChoices } from './window-menu.tsx'

export interface ToolsProps {
  readonly desk: Desk
  readonly tool: Tool
  readonly run: (command: Command) => void
  readonly isPlaying: boolean
  readonly texts: boolean
  /** Words of the field, for those of the field. */
  readonly isStaff: boolean
  readonly more: MoreActions
  readonly hasVolume: boolean
}

export function Toolbar(props: ToolsProps) {
  const { desk, tool, run, isPlaying, texts, more, hasVolume } = props
  const t = useViewerTexts()
  const { workspace, actions, shown } = desk
  const tile = workspace.tiles[workspace.active] ?? null
  const here = shown[workspace.active] ?? null
  const isMany = here !== null && here.count > 1
  return (
    <div className="fj-tools" role="toolbar" aria-label={t('tools')}>
      <Choosers {...props} />
      <WindowMenu image={here?.image ?? null} current={tile?.window ?? null} onChoose={(window) => actions.set(workspace.active, () => ({ window }))} />
      <MeasureMenu tool={tool} run={run} desk={desk} />
      <span className="fj-tools-gap" />
      <ToolButton icon={IconContrast2} label={t('invert')} shortcut="I" pressed={tile?.inverted === true} disabled={here === null} onClick={() => run({ kind: 'invert' })} />
      <Menu position="bottom-start" shadow="lg">
        <Menu.Target><ToolButton icon={IconRotateClockwise} label={t('turn')} opens disabled={here === null} /></Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconRotateClockwise size={18} />} rightSection="R" onClick={() => run({ kind: 'rotate' })}>{t('rotate')}</Menu.Item>
          <Menu.Item leftSection={<IconFlipHorizontal size={18} />} rightSection="H" onClick={() => run({ kind: 'mirror' })}>{t('mirror')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <ToolButton icon={IconRefresh} label={t('reset')} shortcut="0" disabled={here === null} onClick={() => run({ kind: 'reset' })} />
      <ToolButton icon={isPlaying ? IconPlayerPause : IconPlayerPlay} label={t(isPlaying ? 'pause' : 'play')} shortcut="␣" disabled={!isMany}
        onClick={() => run({ kind: 'film' })} />
      <span className="fj-tools-gap" />
      <Menu position="bottom-start" shadow="lg">
        <Menu.Target><ToolButton icon={IconLayoutColumns} label={t('layout')} opens /></Menu.Target>
        <Menu.Dropdown>
          {LAYOUT_SIGNS.map(([layout, Sign, word]) => (
            <Menu.Item key={layout} leftSection={<Sign size={18} />} rightSection={`${layout}`} onClick={() => run({ kind: 'layout', layout })}
              aria-current={workspace.layout === layout || undefined}>{t(word)}</Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {workspace.layout > 1 && (
        <ToolButton icon={IconLink} label={t('link')} shortcut="S" pressed={workspace.linked} onClick={() => run({ kind: 'link' })} />
      )}
      <ToolButton icon={IconCube} label={t('planes')} disabled={!hasVolume} pressed={showsCuts(workspace)} title={t(hasVolume ? 'planesHint' : 'planesNot')}
        onClick={() => run({ kind: 'cuts' })} />
      {overChoices(desk).length > 0 &&
        <ToolButton icon={IconStack2} label={t('over')} shortcut="O" pressed={tile !== null && tile.over !== null} onClick={() => run({ kind: 'over' })} />}
      <ToolButton icon={IconLetterCase} label={t('texts')} shortcut="T" pressed={texts} onClick={() => run({ kind: 'texts' })} />
      <Menu position="bottom-end" shadow="lg">
        <Menu.Target><ToolButton icon={IconDots} label={t('more')} opens /></Menu.Target>
        <Menu.Dropdown><MoreItems {...more} hasImage={here !== null} hasPicture={desk.hasPicture} onActualSize={() => run({ kind: 'actual' })} /></Menu.Dropdown>
      </Menu>
    </div>
  )
}

function Choosers({ desk, tool, run, isStaff }: ToolsProps) {
  const toolName = useToolName(isStaff)
  return DRAGS.map(([each, sign, key]) => (
    <ToolButton key={each} icon={sign} label={toolName(each)} shortcut={key} pressed={tool === each} disabled={!hasImages(desk)} onClick={() => run({ kind: 'tool', tool: each })} />
  ))
}

/** A slide or a recording goes by hands of its own. */
function hasImages({ shown }: Desk): boolean {
  return shown.some((each) => each !== null)
}

function MeasureMenu({ tool, run, desk }: Pick<ToolsProps, 'tool' | 'run' | 'desk'>) {
  const t = useViewerTexts()
  return (
    <Menu position="bottom-start" shadow="lg">
      <Menu.Target>
        <ToolButton icon={isMeasuring(tool) ? signOf(tool) : IconRuler2} label={t(isMeasuring(tool) ? tool : 'measure')} opens pressed={isMeasuring(tool)} disabled={!hasImages(desk)} />
      </Menu.Target>
      <Menu.Dropdown>
        {MEASURES.map(([kind, Sign, key]) => (
          <Menu.Item key={kind} leftSection={<Sign size={18} />} rightSection={key} onClick={() => run({ kind: 'tool', tool: kind })}>{t(kind)}</Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<IconTrash size={18} />} disabled={desk.measurements.length === 0} onClick={() => desk.setMeasurements([])}>
          {t('removeMeasurements')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

interface WindowMenuProps {
  readonly image: ImageFrame | null
  readonly current: Window | null
  readonly onChoose: (window: Window | null) => void
}

function WindowMenu({ image, ...choice }: WindowMenuProps) {
  const t = useViewerTexts()
  return (
    <Menu position="bottom-start" shadow="lg" width={280}>
      <Menu.Target><ToolButton icon={IconAdjustments} label={t('contrast')} opens disabled={image === null} /></Menu.Target>
      <Menu.Dropdown>{image !== null && <WindowChoices image={image} {...choice} />}</Menu.Dropdown>
    </Menu>
  )
}
