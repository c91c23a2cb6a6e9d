/** What is drawn over an image: each by name and colour, to be put away and brought back. */
import { Checkbox, Slider } from '@mantine/core'
import { IconChevronDown, IconStack2 } from '@tabler/icons-react'
import { useState } from 'react'
import { colorIn } from '../core/layers/color.ts'
import type { Layer, Part } from '../core/layers/layer.ts'
import type { Wash } from '../core/layers/wash.ts'
import { useViewerTexts } from '../texts/index.ts'
import { useNumber } from '../words.ts'
import type { OverTile } from './use-over.ts'

interface LegendProps {
  readonly over: OverTile
  /** False for a cut through the stack. */
  readonly isStack: boolean
  /** Then it is open until somebody closes it. */
  readonly hasRoom: boolean
}

export function Legend(props: LegendProps) {
  const { layer } = props.over
  return layer === null ? null : <LegendOf {...props} layer={layer} />
}

function LegendOf({ layer, over: { here, most, isWashed, hasFailed, choice, setChoice }, isStack, hasRoom }: LegendProps & { readonly layer: Layer }) {
  const t = useViewerTexts()
  const { parts, wash } = layer
  const [chosen, choose] = useState<boolean | null>(null)
  const opened = chosen ?? (parts.length <= 1 && hasRoom)
  const isAll = choice.hidden.size === 0
  const show = (keys: readonly string[], isShown: boolean): void => {
    const hidden = new Set(choice.hidden)
    for (const key of keys) if (isShown) hidden.delete(key); else hidden.add(key)
    setChoice({ ...choice, hidden })
  }
  return (
    <div className="fj-legend" data-opened={opened || undefined} onDoubleClick={(event) => event.stopPropagation()}>
      <button type="button" className="fj-legend-head" aria-expanded={opened} onClick={() => choose(!opened)}>
        <IconStack2 size={18} aria-hidden="true" /><span>{wash === null ? t('drawnParts', { count: parts.length }) : t('washed')}</span><IconChevronDown size={16} aria-hidden="true" />
      </button>
      {opened && (
        <div className="fj-legend-body">
          {hasFailed && <p className="fj-small" role="alert">{t('drawnFailed')}</p>}
          {!isStack && parts.length > 0 && <p className="fj-small">{t('drawnNotOnCuts')}</p>}
          {parts.length > 1 && (
            <Checkbox label={t('drawnAll')} checked={isAll} indeterminate={!isAll && choice.hidden.size < parts.length}
              onChange={({ currentTarget }) => show(parts.map(({ key }) => key), currentTarget.checked)} />
          )}
          {wash !== null && !isWashed && <p className="fj-small" role="status">{t('washNotHere')}</p>}
          {wash !== null && <WashScale wash={wash} most={most} />}
          {parts.length > 0 && <ul>
            {parts.map((part, n) => (
              <li key={part.key} data-here={here.has(part.key) || undefined}>
                <Checkbox checked={!choice.hidden.has(part.key)} label={<PartName part={part} number={n + 1} />}
                  onChange={({ currentTarget }) => show([part.key], currentTarget.checked)} />
              </li>
            ))}
          </ul>}
          <span className="fj-small" aria-hidden="true">{t('drawnOpacity')}</span>
          <Slider thumbLabel={t('drawnOpacity')} min={0} max={100} step={5} value={Math.round(choice.opacity * 100)} label={null}
            onChange={(percent) => setChoice({ ...choice, opacity: percent / 100 })} />
        </div>
      )}
    </div>
  )
}

function PartName({ part: { name, color, maker }, number }: { readonly part: Part; readonly number: number }) {
  const t = useViewerTexts()
  return (
    <span className="fj-legend-part">
      <span className="fj-legend-color" style={{ background: `rgb(${color.join()})` }} aria-hidden="true" />
      <span><bdi>{name === '' ? t('drawnUnnamed', { number }) : name}</bdi>{maker !== null && <span className="fj-quiet fj-small">{t(`drawn ${maker}`)}</span>}</span>
    </span>
  )
}

const STEPS = [0.1, 0.25, 0.5, 0.75, 1] as const

/** Which colour is how much. */
function WashScale({ wash: { map, unit }, most }: { readonly wash: Wash; readonly most: number | null }) {
  const t = useViewerTexts()
  const number = useNumber()
  if (most === null) return <p className="fj-small" role="status">{t('loadingPicture')}</p>
  const colors = Array.from({ length: 12 }, (_, n) => `rgb(${colorIn(map, n / 11).join()})`)
  return (
    <div className="fj-legend-scale">
      <div style={{ background: `linear-gradient(to right, ${colors.join()})` }} aria-hidden="true" />
      <div className="fj-small">{STEPS.map((share) => <span key={share}>{number(most * share, most < 20 ? 1 : 0)}</span>)}</div>
      <p className="fj-small">{unit === '' ? t('washNoUnit') : unit}</p>
    </div>
  )
}
