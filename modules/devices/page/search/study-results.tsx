/** What a device answered, beside what is here; chosen studies are brought here or sent on. */
import { Button } from '@mantine/core'
import { IconCloudDownload, IconInfoCircle, IconSend } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { announce, Notice, Problem, toast, useRoomForTable } from '../../../../platform/web/kit/index.ts'
import { useFrameTexts } from '../../../../platform/web/texts/index.ts'
import type { RemoteDevice, RemoteStudy, RemoteStudyList, StudySearch, TransferView } from '../../contract.ts'
import { Asking } from './asking.tsx'
import { useStartTransfers, useStudies, useTransfers } from './data.ts'
import { SendSheet } from './send-sheet.tsx'
import { StudyCards, StudyTable } from './study-list.tsx'
import { useSearchTexts } from './texts/index.ts'

interface ResultsProps {
  readonly number: number
  readonly search: StudySearch
  readonly source: RemoteDevice
  readonly devices: readonly RemoteDevice[]
  readonly isLive: boolean
  readonly onStop: () => void
}

export function StudyResults({ number, search, source, devices, isLive, onStop }: ResultsProps) {
  const t = useSearchTexts()
  const { data, error, refetch } = useStudies(search, number)
  const count = data?.studies.length
  const words = count === undefined ? null : t('found', { count, device: source.description })
  useEffect(() => {
    if (words !== null) announce(words)
  }, [words])
  if (data !== undefined) return <Found list={data} source={source} devices={devices} isLive={isLive} />
  if (error !== null) return <Problem error={error} onRetry={() => void refetch()} />
  return <Asking device={source} onStop={onStop} />
}

interface FoundProps {
  readonly list: RemoteStudyList
  readonly source: RemoteDevice
  readonly devices: readonly RemoteDevice[]
  readonly isLive: boolean
}

function Found({ list: { studies, isCut }, source, devices, isLive }: FoundProps) {
  const t = useSearchTexts()
  const hasRoom = useRoomForTable()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const { data: transfers } = useTransfers(null, isLive)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    // On a phone the form fills the window: what was found would lie below it, unseen.
    if (!hasRoom) heading.current?.scrollIntoView({ block: 'start' })
  }, [hasRoom])
  const { retrieve, isStarting, error } = useRetrieve(source)
  if (studies.length === 0) return <NothingThere device={source} />
  const choose = (uids: readonly string[], isChosen: boolean): void => {
    const next = new Set(chosen)
    for (const uid of uids) if (isChosen) next.add(uid); else next.delete(uid)
    setChosen(next)
  }
  const List = hasRoom ? StudyTable : StudyCards
  const clear = () => setChosen(new Set())
  return (
    <section className="fj-stack" aria-labelledby="found-title">
      <h2 id="found-title" ref={heading}>{t('found', { count: studies.length, device: source.description })}</h2>
      {isCut && <Notice tone="wait" icon={IconInfoCircle}><p>{t('isCut', { count: studies.length })}</p></Notice>}
      {error !== null && <Problem error={error} />}
      <List
        studies={studies} chosen={chosen} transfers={latestOf(transfers ?? [], source)} isStarting={isStarting}
        onChoose={choose} onRetrieve={(study) => retrieve([study])}
      />
      {chosen.size > 0 && (
        <Chosen
          studies={studies.filter(({ studyUid }) => chosen.has(studyUid))} devices={devices} isStarting={isStarting}
          onRetrieve={(those) => retrieve(those, clear)} onClear={clear}
        />
      )}
    </section>
  )
}

function NothingThere({ device }: { readonly device: RemoteDevice }) {
  const t = useSearchTexts()
  return (
    <div className="fj-search-none">
      <h2>{t('noneTitle', { device: device.description })}</h2>
      <p className="fj-quiet">{t('none')}</p>
    </div>
  )
}

/** The newest of each study from this device. */
function latestOf(transfers: readonly TransferView[], { id }: RemoteDevice): ReadonlyMap<string, TransferView> {
  const fromHere = transfers.filter(({ device, direction }) => device.id === id && direction === 'retrieve')
  return new Map(fromHere.toReversed().map((transfer) => [transfer.studyUid, transfer]))
}

function useRetrieve({ id: deviceId }: RemoteDevice) {
  const t = useSearchTexts()
  const closeLabel = useFrameTexts()('close')
  const starting = useStartTransfers()
  const retrieve = (studies: readonly RemoteStudy[], then?: () => void): void =>
    starting.mutate(studies.map(({ studyUid }) => ({ direction: 'retrieve', deviceId, studyUid })), {
      onSuccess: ({ started }) => {
        if (started.length > 0) toast({ id: 'retrieving', kind: 'done', closeLabel, text: t('retrieving', { count: started.length }) })
        then?.()
      },
    })
  return { retrieve, isStarting: starting.isPending, error: starting.error ?? starting.data?.error ?? null }
}

interface ChosenProps {
  readonly studies: readonly RemoteStudy[]
  readonly devices: readonly RemoteDevice[]
  readonly isStarting: boolean
  readonly onRetrieve: (studies: readonly RemoteStudy[]) => void
  readonly onClear: () => void
}

/** Within reach while the list is long. */
function Chosen({ studies, devices, isStarting, onRetrieve, onClear }: ChosenProps) {
  const t = useSearchTexts()
  const [isSending, setSending] = useState(false)
  return (
    <div className="fj-chosen" role="group" aria-label={t('chosen', { count: studies.length })}>
      <span className="fj-chosen-count">{t('chosen', { count: studies.length })}</span>
      <Button leftSection={<IconCloudDownload size={20} />} loading={isStarting} onClick={() => onRetrieve(studies)}>
        {t('retrieveMany', { count: studies.length })}
      </Button>
      <Button variant="default" leftSection={<IconSend size={18} />} onClick={() => setSending(true)}>{t('sendTo')}</Button>
      <Button variant="subtle" onClick={onClear}>{t('clearChoice')}</Button>
      <SendSheet opened={isSending} studies={studies} devices={devices} onClose={() => setSending(false)} onSent={onClear} />
    </div>
  )
}
