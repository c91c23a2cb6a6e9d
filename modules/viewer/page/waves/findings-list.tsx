/** What was written and measured on a recording. */
import type { Findings, Measure } from '../core/waves/annotations.ts'
import type { Channel } from '../core/waves/waveform.ts'
import { useViewerTexts } from '../texts/index.ts'
import { useNumber } from '../words.ts'

interface FindingsListProps {
  readonly findings: Findings
  readonly channels: readonly Channel[]
}

export function FindingsList({ findings: { texts, measures, ofChannels }, channels }: FindingsListProps) {
  const t = useViewerTexts()
  return (
    <div className="fj-wave-findings">
      <p className="fj-quiet fj-small">{t('waveFindingsWhose')}</p>
      {texts.map((text, n) => <p key={n}><strong><bdi>{text}</bdi></strong></p>)}
      {measures.length > 0 && <MeasureTable measures={measures} />}
      {ofChannels.map(({ channel, measures: own }) => (
        <details key={channel}>
          <summary>{channels[channel]?.name}</summary>
          <MeasureTable measures={own} />
        </details>
      ))}
    </div>
  )
}

function MeasureTable({ measures }: { readonly measures: readonly Measure[] }) {
  const number = useNumber()
  return (
    <table>
      <tbody>
        {measures.map(({ name, value, unit }, n) => (
          <tr key={n}><th scope="row"><bdi>{name}</bdi></th><td>{`${number(value, 2)} ${unitWord(unit)}`}</td></tr>
        ))}
      </tbody>
    </table>
  )
}

/** UCUM as people write it. */
export function unitWord(unit: string): string {
  return UNITS[unit] ?? unit
}

const UNITS: Readonly<Record<string, string>> = { uV: 'µV', deg: '°', '{H.B.}/min': '/min', 'mm[Hg]': 'mmHg', '1': '', 'NU': '' }
