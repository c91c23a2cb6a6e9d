/** Studies on a device as a table where there is room, as cards on a phone. */
import { Button, Checkbox, Table } from '@mantine/core'
import { IconCloudDownload } from '@tabler/icons-react'
import { useFormat } from '../../../../platform/web/format.ts'
import { LinkButton, moveByArrows } from '../../../../platform/web/kit/index.ts'
import type { RemoteStudy, TransferView } from '../../contract.ts'
import { clockTime } from './clock-time.ts'
import { holdingOf, isUnderWay } from './counts.ts'
import { HoldingTag } from './holding-tag.tsx'
import { personName } from '../../../../platform/web/person-name.ts'
import { useSearchTexts } from './texts/index.ts'
import { ShortProgress } from './transfer-progress.tsx'

export interface StudiesProps {
  readonly studies: readonly RemoteStudy[]
  /** Study Instance UIDs. */
  readonly chosen: ReadonlySet<string>
  /** The newest retrieval of each, by Study Instance UID. */
  readonly transfers: ReadonlyMap<string, TransferView>
  readonly isStarting: boolean
  readonly onChoose: (studyUids: readonly string[], isChosen: boolean) => void
  readonly onRetrieve: (study: RemoteStudy) => void
}

export function StudyTable(props: StudiesProps) {
  const t = useSearchTexts()
  const { studies } = props
  return (
    <div className="fj-table">
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th className="fj-choose"><ChooseAll {...props} /></Table.Th>
            <Table.Th>{t('patient')}</Table.Th><Table.Th>{t('study')}</Table.Th><Table.Th>{t('modality')}</Table.Th>
            <Table.Th className="fj-end">{t('there')}</Table.Th><Table.Th className="fj-end">{t('here')}</Table.Th>
            <Table.Th>{t('state')}</Table.Th><Table.Th className="fj-end">{t('actions')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody onKeyDown={moveByArrows}>
          {studies.map((study) => (
            <Table.Tr key={study.studyUid} data-chosen={props.chosen.has(study.studyUid) || undefined}>
              <Table.Td className="fj-choose"><Choose study={study} {...props} /></Table.Td>
              <Table.Td className="fj-study-patient"><Patient study={study} /></Table.Td>
              <Table.Td className="fj-study-words"><Study study={study} /></Table.Td>
              <Table.Td>{study.modalities.join(', ')}</Table.Td>
              <Table.Td className="fj-end">{study.instances ?? <span className="fj-quiet fj-small">{t('notTold')}</span>}</Table.Td>
              <Table.Td className="fj-end">{study.here}</Table.Td>
              <Table.Td className="fj-study-state"><Standing study={study} {...props} /></Table.Td>
              <Table.Td className="fj-end"><Retrieve study={study} {...props} /></Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  )
}

export function StudyCards(props: StudiesProps) {
  const t = useSearchTexts()
  return (
    <>
      <ChooseAll {...props} label={t('chooseAll')} />
      <ul className="fj-cards" onKeyDown={moveByArrows}>
        {props.studies.map((study) => (
          <li key={study.studyUid} className="fj-card fj-study-card" data-chosen={props.chosen.has(study.studyUid) || undefined}>
            <div className="fj-study-head"><Choose study={study} {...props} /><div><Patient study={study} /></div></div>
            <div><Study study={study} />{study.modalities.length > 0 && <div className="fj-quiet fj-small">{study.modalities.join(', ')}</div>}</div>
            <dl className="fj-study-counts">
              <div><dt>{t('there')}</dt><dd>{study.instances ?? t('notTold')}</dd></div>
              <div><dt>{t('here')}</dt><dd>{study.here}</dd></div>
              <div className="fj-study-tag"><dt className="fj-unseen">{t('state')}</dt><dd><Standing study={study} {...props} /></dd></div>
            </dl>
            <Retrieve study={study} {...props} />
          </li>
        ))}
      </ul>
    </>
  )
}

function ChooseAll({ studies, chosen, onChoose, label }: StudiesProps & { readonly label?: string }) {
  const t = useSearchTexts()
  const uids = studies.map(({ studyUid }) => studyUid)
  const isAll = uids.every((uid) => chosen.has(uid))
  return (
    <Checkbox
      {...(label === undefined ? { 'aria-label': t('chooseAll') } : { label })}
      checked={isAll} indeterminate={!isAll && chosen.size > 0} onChange={() => onChoose(uids, !isAll)}
    />
  )
}

interface StudyProps {
  readonly study: RemoteStudy
}

function Choose({ study, chosen, onChoose }: StudyProps & Pick<StudiesProps, 'chosen' | 'onChoose'>) {
  const t = useSearchTexts()
  const { studyUid } = study
  return (
    <Checkbox
      data-item aria-label={t('chooseWhat', { what: useLabel()(study) })}
      checked={chosen.has(studyUid)} onChange={({ currentTarget }) => onChoose([studyUid], currentTarget.checked)}
    />
  )
}

/** By which a listener knows one row from another. */
function useLabel(): (study: RemoteStudy) => string {
  const t = useSearchTexts()
  const format = useFormat()
  return ({ patientName, description, date }) =>
    [personName(patientName), description, format.date(date, 'medium') ?? ''].filter((part) => part !== '').join(', ') || t('studyPlain')
}

function Patient({ study: { patientName, patientId, birthDate, sex } }: StudyProps) {
  const t = useSearchTexts()
  const format = useFormat()
  const name = personName(patientName)
  const born = format.date(birthDate, 'medium')
  return (
    <>
      <div className="fj-strong"><bdi className="fj-name">{name === '' ? t('nameless') : name}</bdi></div>
      <div className="fj-quiet fj-small fj-name">
        {patientId !== '' && <bdi className="fj-mono">{patientId}</bdi>}
        {[born === null ? '' : t('born', { date: born }), sex].filter((part) => part !== '').map((part) => <span key={part}> · {part}</span>)}
      </div>
    </>
  )
}

function Study({ study: { date, time, description, accessionNumber } }: StudyProps) {
  const t = useSearchTexts()
  const format = useFormat()
  const day = format.date(date, 'medium')
  return (
    <>
      <div><bdi>{description === '' ? t('studyPlain') : description}</bdi></div>
      <div className="fj-quiet fj-small">
        {[day, day === null ? null : clockTime(time)].filter((part) => part !== null).join(' ')}
        {accessionNumber !== '' && <span className="fj-nowrap">{day !== null && ' · '}<bdi className="fj-mono">{accessionNumber}</bdi></span>}
      </div>
    </>
  )
}

function Standing({ study, transfers }: StudyProps & Pick<StudiesProps, 'transfers'>) {
  const transfer = transfers.get(study.studyUid)
  return transfer !== undefined && isUnderWay(transfer) ? <ShortProgress transfer={transfer} /> : <HoldingTag study={study} transfer={transfer} />
}

/** What is here is looked at here; a study that came just now is known by the next search. */
function Open({ study }: StudyProps) {
  const t = useSearchTexts()
  const label = useLabel()
  if (study.studyId === null) return null
  return <LinkButton variant="subtle" to={`/viewer/${encodeURIComponent(study.studyId)}`} aria-label={`${t('open')}: ${label(study)}`}>{t('open')}</LinkButton>
}

function Retrieve({ study, transfers, isStarting, onRetrieve }: StudyProps & Pick<StudiesProps, 'transfers' | 'isStarting' | 'onRetrieve'>) {
  const t = useSearchTexts()
  const label = useLabel()
  const transfer = transfers.get(study.studyUid)
  const holding = holdingOf(study)
  if (transfer !== undefined && isUnderWay(transfer)) return null
  if (holding === 'all') return <Open study={study} />
  const words = holding === 'part' ? t('retrieveRest') : t('retrieve')
  return (
    <Button
      variant="default" data-item disabled={isStarting} leftSection={<IconCloudDownload size={18} />}
      aria-label={`${words}: ${label(study)}`} onClick={() => onRetrieve(study)}
    >
      {words}
    </Button>
  )
}
