/** How a recording is drawn: which group, what layout, how fast, how high. */
import { Button, NativeSelect } from '@mantine/core'
import type { ReactNode } from 'react'
import { GAINS, hasSheet, PART_SECONDS, partsOf, SPEEDS, type Gain, type SheetLayout, type Speed } from '../core/waves/sheet.ts'
import type { WaveGroup } from '../core/waves/waveform.ts'
import { useViewerTexts } from '../texts/index.ts'
import { useNumber } from '../words.ts'

export interface WaveChoice {
  /** From 0. */
  readonly group: number
  readonly layout: SheetLayout
  readonly speed: Speed
  readonly gain: Gain
  readonly part: number
  readonly marks: boolean
}

interface WaveBarProps {
  readonly groups: readonly WaveGroup[]
  readonly choice: WaveChoice
  readonly onChoice: (choice: WaveChoice) => void
  readonly which: ReactNode
  readonly hasMarks: boolean
  readonly findings: ReactNode
}

export function WaveBar({ groups, choice, onChoice, which, hasMarks, findings }: WaveBarProps) {
  const t = useViewerTexts()
  const number = useNumber()
  const group = groups[choice.group]
  if (group === undefined) return null
  const set = (change: Partial<WaveChoice>): void => onChoice({ ...choice, ...change })
  const parts = partsOf(group)
  const { low, high } = group.filter
  return (
    <div className="fj-document-bar fj-wave-bar">
      {which}
      {groups.length > 1 && (
        <Choice label={t('waveGroup')} value={choice.group} onChoose={(n) => set({ group: n, part: 0 })}
          options={groups.map(({ label }, n) => [n, label === '' ? t('waveGroupOf', { number: n + 1 }) : label])} />
      )}
      {hasSheet(group) && (
        <Choice label={t('layout')} value={choice.layout === 'sheet' ? 0 : 1} onChoose={(n) => set({ layout: n === 0 ? 'sheet' : 'rows' })}
          options={[[0, t('waveSheet')], [1, t('waveRows')]]} />
      )}
      <Choice label={t('waveSpeed')} value={SPEEDS.indexOf(choice.speed)} onChoose={(n) => set({ speed: SPEEDS[n] ?? 25 })}
        options={SPEEDS.map((speed, n) => [n, t('mmPerSecond', { speed: number(speed, 1) })])} />
      <Choice label={t('waveGain')} value={GAINS.indexOf(choice.gain)} onChoose={(n) => set({ gain: GAINS[n] ?? 10 })}
        options={GAINS.map((gain, n) => [n, t('mmPerMillivolt', { gain: number(gain, 1) })])} />
      {parts > 1 && (
        <Choice label={t('wavePart')} value={choice.part} onChoose={(part) => set({ part })}
          options={Array.from({ length: parts }, (_, n) => [n, `${clock(n * PART_SECONDS)} – ${clock(Math.min(group.seconds, (n + 1) * PART_SECONDS))}`])} />
      )}
      {low !== null && high !== null && <span className="fj-quiet fj-small">{t('waveFilter', { low: number(low, 2), high: number(high) })}</span>}
      {hasMarks && (
        <Button variant={choice.marks ? 'light' : 'default'} aria-pressed={choice.marks} onClick={() => set({ marks: !choice.marks })}>{t('waveMarks')}</Button>
      )}
      <span className="fj-wave-end">{findings}</span>
    </div>
  )
}

interface ChoiceProps {
  readonly label: string
  readonly value: number
  readonly options: readonly (readonly [value: number, label: string])[]
  readonly onChoose: (value: number) => void
}

function Choice({ label, value, options, onChoose }: ChoiceProps) {
  return (
    <NativeSelect aria-label={label} title={label} value={`${value}`} onChange={({ currentTarget }) => onChoose(Number(currentTarget.value))}
      data={options.map(([each, word]) => ({ value: `${each}`, label: word }))} />
  )
}

const SECONDS_OF_MINUTE = 60
const SECONDS_OF_HOUR = 3_600

function clock(seconds: number): string {
  const [hours, minutes] = [Math.floor(seconds / SECONDS_OF_HOUR), Math.floor((seconds % SECONDS_OF_HOUR) / SECONDS_OF_MINUTE)]
  return `${hours}:${`${minutes}`.padStart(2, '0')}:${`${Math.floor(seconds % SECONDS_OF_MINUTE)}`.padStart(2, '0')}`
}
