/** What modalities told that they did. */
import { personName } from '../../../platform/web/person-name.ts'
import type { PerformedView } from '../contract.ts'
import { timeOf } from './days.ts'
import { EntryState } from './state-tag.tsx'
import { useOrdersTexts } from './texts/index.ts'

interface PerformedListProps {
  readonly performed: readonly PerformedView[]
  /** Of one entry, whose patient is told beside it. */
  readonly isOfEntry?: boolean
}

export function PerformedList({ performed, isOfEntry = false }: PerformedListProps) {
  return (
    <ul className="fj-cards">
      {performed.map((each) => (
        <li key={each.id} className="fj-card fj-entry-card">
          <div className="fj-entry-head"><Times performed={each} /><EntryState state={each.state} /></div>
          {!isOfEntry && <Patient performed={each} />}
          <p>
            {each.description !== '' && <><bdi>{each.description}</bdi> <span className="fj-quiet">· </span></>}
            <span className="fj-quiet">{each.modality} · <bdi className="fj-mono">{each.aeTitle}</bdi></span>
          </p>
          {each.state !== 'in-progress' && <Counts performed={each} />}
          {each.reason !== '' && <p className="fj-quiet fj-small"><bdi>{each.reason}</bdi></p>}
        </li>
      ))}
    </ul>
  )
}

interface PerformedProps {
  readonly performed: PerformedView
}

function Times({ performed: { startedAt, endedAt } }: PerformedProps) {
  const [from, to] = [startedAt, endedAt].map((at) => timeOf(at.split(' ')[1] ?? ''))
  return <span className="fj-entry-time">{[from, to].filter((time) => time !== undefined && time !== '').join(' – ')}</span>
}

function Patient({ performed: { patientName, patientId } }: PerformedProps) {
  const t = useOrdersTexts()
  const name = personName(patientName)
  return (
    <div>
      <bdi className="fj-strong fj-name">{name === '' ? t('nameless') : name}</bdi>
      <div className="fj-quiet fj-small"><bdi className="fj-mono">{patientId}</bdi></div>
    </div>
  )
}

function Counts({ performed: { series, images } }: PerformedProps) {
  const t = useOrdersTexts()
  return <p className="fj-quiet fj-small">{t('seriesCount', { count: series })} · {t('imagesCount', { count: images })}</p>
}
