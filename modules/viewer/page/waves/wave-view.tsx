/** A recording, such as an ECG, on paper with its grid; what was written on it beside. PS3.3 §A.34 (Waveform IODs). */
import { Button, NativeSelect } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconNotes } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState, type ReactNode } from 'react'
import { Sheet as BottomSheet, useWide } from '../../../../platform/web/kit/index.ts'
import { textOf, type Elements } from '../core/elements.ts'
import { PictureError } from '../core/pixels.ts'
import { Tags } from '../core/tags.ts'
import { findingsOf, type Findings } from '../core/waves/annotations.ts'
import { scaleOf } from '../core/waves/scale.ts'
import { hasSheet, MARGIN_MM, sheetOf } from '../core/waves/sheet.ts'
import { signalOf, type Signal } from '../core/waves/signal.ts'
import { groupsOf, type WaveGroup } from '../core/waves/waveform.ts'
import { OF_SOURCE, useHost } from '../host.ts'
import { useViewerTexts } from '../texts/index.ts'
import { TroubleWord, Waiting, Word } from '../tile-words.tsx'
import { useNumber } from '../words.ts'
import { FindingsList, unitWord } from './findings-list.tsx'
import { WaveBar, type WaveChoice } from './wave-bar.tsx'
import { WavePaper } from './wave-paper.tsx'

export function WaveView({ recordings }: { readonly recordings: readonly Elements[] }) {
  const t = useViewerTexts()
  const [at, setAt] = useState(0)
  const recording = recordings[at]
  const which = recordings.length < 2 ? null : (
    <NativeSelect aria-label={t('recording')} value={`${at}`} onChange={({ currentTarget: { value } }) => setAt(Number(value))}
      data={recordings.map((_, n) => ({ value: `${n}`, label: t('recordingOf', { at: n + 1, count: recordings.length }) }))} />
  )
  return <div className="fj-waves">{recording !== undefined && <Recording key={at} elements={recording} which={which} number={at + 1} />}</div>
}

interface RecordingProps {
  readonly elements: Elements
  readonly which: ReactNode
  /** Among those of its Series, from 1. */
  readonly number: number
}

function Recording({ elements, which, number }: RecordingProps) {
  const t = useViewerTexts()
  const wide = useWide()
  const groups = useMemo(() => groupsOf(elements), [elements])
  const [choice, setChoice] = useState<WaveChoice>(() => ({ group: 0, layout: wide ? 'sheet' : 'rows', speed: 25, gain: 10, part: 0, marks: false }))
  const group = groups[choice.group]
  const findings = useMemo(() => findingsOf(elements, choice.group, group?.frequency ?? 1), [elements, choice.group, group])
  const hasFindings = findings.texts.length + findings.measures.length + findings.ofChannels.length > 0
  const [opened, open] = useDisclosure(wide && hasFindings)
  if (group === undefined) return <Word text={t('waveNone')} />
  const list = hasFindings && <FindingsList findings={findings} channels={group.channels} />
  return (
    <>
      <WaveBar groups={groups} choice={choice} onChoice={setChoice} which={which} hasMarks={findings.marks.length > 0} findings={hasFindings && (
        <Button variant={opened ? 'light' : 'default'} aria-pressed={opened} leftSection={<IconNotes size={18} />} onClick={open.toggle}>{t('waveFindings')}</Button>
      )} />
      <div className="fj-wave-body">
        <Drawn elements={elements} group={group} choice={choice} findings={findings} number={number} />
        {wide && opened && <aside className="fj-wave-aside" aria-label={t('waveFindings')} tabIndex={0}>{list}</aside>}
      </div>
      {!wide && <BottomSheet opened={opened} onClose={open.close} title={t('waveFindings')}>{list}</BottomSheet>}
    </>
  )
}

interface DrawnProps extends Pick<RecordingProps, 'elements' | 'number'> {
  readonly group: WaveGroup
  readonly choice: WaveChoice
  readonly findings: Findings
}

function Drawn({ elements, ...drawn }: DrawnProps) {
  const { group, choice } = drawn
  const { source } = useHost()
  const { data: signal, error, refetch } = useQuery({
    queryKey: ['viewer-waves', textOf(elements, Tags.SOPInstanceUID), choice.group], gcTime: 0, ...OF_SOURCE,
    queryFn: async () => ({ read: signalOf(group, await dataOf(group, (uri) => source.bulk(uri))) }),
  })
  if (error !== null) return <TroubleWord error={error} onRetry={() => void refetch()} />
  if (signal === undefined) return <Waiting />
  return <OnPaper {...drawn} signal={signal.read} isEcg={isEcg(elements)} />
}

async function dataOf({ data: { bytes, uri } }: WaveGroup, bulk: (uri: string) => Promise<Uint8Array>): Promise<Uint8Array> {
  if (bytes !== null) return bytes
  if (uri === null) throw new PictureError('absent', 'recording without samples')
  return bulk(uri)
}

/** 12-lead, general, ambulatory. PS3.4 §B.5. */
function isEcg(elements: Elements): boolean {
  return textOf(elements, Tags.SOPClassUID).startsWith('1.2.840.10008.5.1.4.1.1.9.1.')
}

interface OnPaperProps extends Omit<DrawnProps, 'elements'> {
  readonly signal: Signal
  readonly isEcg: boolean
}

/** So much is to be seen at once where there is room for it. */
const SIGHT_SECONDS = 10
const USUAL_SPEED = 25

function OnPaper({ group, signal, choice, findings, isEcg: ofHeart, number: which }: OnPaperProps) {
  const t = useViewerTexts()
  const number = useNumber()
  const { layout, speed, gain, part, marks } = choice
  const paper = useMemo(() => ({
    group, signal, speed, marks: marks ? findings.marks : [],
    sheet: sheetOf(group, layout, speed, part),
    scales: group.channels.map((_, channel) => scaleOf(group, channel, signal, { gain, isEcg: ofHeart })),
    scaleWord: ({ value, unit }: { readonly value: number; readonly unit: string }) =>
      unit === '' ? t('waveNoScale') : `${number(value, 3)} ${unitWord(unit)}`,
  }), [group, signal, speed, gain, layout, part, marks, findings, ofHeart, t, number])
  const names = group.channels.map(({ name }) => name).filter((name) => name !== '').join(', ')
  const fitting = hasSheet(group) && layout === 'sheet' ? sheetOf(group, layout, USUAL_SPEED).width + 3 : MARGIN_MM + SIGHT_SECONDS * USUAL_SPEED + 3
  const facts = [t('mmPerSecond', { speed: number(speed, 1) }), ...(ofHeart ? [t('mmPerMillivolt', { gain: number(gain, 1) })] : [])]
  return <WavePaper paper={paper} fitting={fitting} kept={{ number: which, facts }} label={t('waveLabel', { names, seconds: number(group.seconds, 1) })} />
}
