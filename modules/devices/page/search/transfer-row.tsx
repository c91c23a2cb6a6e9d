import { Button } from '@mantine/core'
import {
  IconAlertTriangle, IconBan, IconCircleCheck, IconCircleHalf2, IconCloudDownload, IconEye, IconHourglass, IconRefresh, IconRotateClockwise, IconSend, IconX,
  type Icon,
} from '@tabler/icons-react'
import { ProblemError } from '../../../../platform/web/api.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { problemSentence } from '../../../../platform/web/i18n.ts'
import { StateTag, toast } from '../../../../platform/web/kit/index.ts'
import { useFrameTexts } from '../../../../platform/web/texts/index.ts'
import type { TransferState, TransferView } from '../../contract.ts'
import { useCommitmentWords } from './commitment-words.ts'
import { isUnderWay, isWorthAnother } from './counts.ts'
import { useCancelTransfer, useStartTransfers } from './data.ts'
import { personName } from '../../../../platform/web/person-name.ts'
import { useSearchTexts } from './texts/index.ts'
import { LongProgress } from './transfer-progress.tsx'
import { useWhy } from './why.ts'

interface TransferProps {
  readonly transfer: TransferView
  readonly onView: () => void
}

export function Transfer({ transfer, onView }: TransferProps) {
  const t = useSearchTexts()
  const format = useFormat()
  const why = useWhy()
  const { direction, device, problem, state, startedBy, createdAt } = transfer
  const Sign = direction === 'send' ? IconSend : IconCloudDownload
  return (
    <li className="fj-card fj-transfer" aria-label={useTransferLabel()(transfer)}>
      <Sign size={24} stroke={1.5} aria-hidden="true" className="fj-transfer-sign" />
      <div className="fj-transfer-words">
        <What transfer={transfer} />
        <div className="fj-quiet fj-small">
          <span>{t(direction === 'send' ? 'sentTo' : 'retrievedFrom', { device: device.description })}</span>
          <span> · {format.instant(createdAt)}</span>
          {startedBy !== null && <span> · <bdi className="fj-name">{startedBy}</bdi></span>}
        </div>
        {state === 'running' && <LongProgress transfer={transfer} />}
        {!isUnderWay(transfer) && <Outcome transfer={transfer} />}
        <Commitment transfer={transfer} />
        {problem !== null && <p className="fj-transfer-why">{why(problem)}</p>}
      </div>
      <div className="fj-transfer-side">
        <TransferTag state={state} />
        <Actions transfer={transfer} onView={onView} />
      </div>
    </li>
  )
}

function useTransferLabel(): (transfer: TransferView) => string {
  const t = useSearchTexts()
  return ({ patientName, studyDescription }) =>
    [personName(patientName), studyDescription].filter((part) => part !== '').join(', ') || t('studyPlain')
}

function What({ transfer: { patientName, studyDescription, studyDate } }: Pick<TransferProps, 'transfer'>) {
  const t = useSearchTexts()
  const date = useFormat().date(studyDate, 'medium')
  const name = personName(patientName)
  const words = [studyDescription === '' ? t('studyPlain') : studyDescription, date ?? ''].filter((part) => part !== '').join(' · ')
  return (
    <div>
      {name !== '' && <div className="fj-strong"><bdi className="fj-name">{name}</bdi></div>}
      <div><bdi>{words}</bdi></div>
    </div>
  )
}

/** Of one that is over: what came or went. */
function Outcome({ transfer: { direction, total, already, moved, failed } }: Pick<TransferProps, 'transfer'>) {
  const t = useSearchTexts()
  if (total === null) return null
  const parts = [
    t(direction === 'send' ? 'wentOf' : 'cameOf', { done: moved, count: total }),
    already > 0 ? t('wereHere', { count: already }) : '', failed > 0 ? t('didNot', { count: failed }) : '',
  ]
  return <p className="fj-small fj-transfer-count">{parts.filter((part) => part !== '').join(' · ')}</p>
}

function Commitment({ transfer }: Pick<TransferProps, 'transfer'>) {
  const words = useCommitmentWords()(transfer)
  if (words === null) return null
  return <p className={transfer.commitment === 'not-kept' ? 'fj-transfer-why' : 'fj-small fj-transfer-count'}>{words}</p>
}

const LOOKS: Readonly<Record<TransferState, { readonly tone: 'good' | 'wait' | 'bad' | 'plain'; readonly icon: Icon }>> = {
  queued: { tone: 'plain', icon: IconHourglass },
  running: { tone: 'plain', icon: IconRefresh },
  done: { tone: 'good', icon: IconCircleCheck },
  incomplete: { tone: 'wait', icon: IconCircleHalf2 },
  failed: { tone: 'bad', icon: IconAlertTriangle },
  cancelled: { tone: 'wait', icon: IconBan },
}

export function TransferTag({ state }: { readonly state: TransferState }) {
  const t = useSearchTexts()
  return <StateTag {...LOOKS[state]}>{t(`state ${state}`)}</StateTag>
}

function Actions({ transfer, onView }: TransferProps) {
  const t = useSearchTexts()
  const label = useTransferLabel()(transfer)
  const { cancel, again, isBusy } = useEnding(transfer)
  return (
    <div className="fj-transfer-actions">
      {isUnderWay(transfer) && (
        <Button variant="default" data-item leftSection={<IconX size={18} />} loading={isBusy} aria-label={`${t('cancel')}: ${label}`} onClick={cancel}>
          {t('cancel')}
        </Button>
      )}
      {isWorthAnother(transfer) && transfer.device.id !== null && (
        <Button variant="default" data-item leftSection={<IconRotateClockwise size={18} />} loading={isBusy} aria-label={`${t('again')}: ${label}`} onClick={again}>
          {t('again')}
        </Button>
      )}
      <Button variant="subtle" data-item leftSection={<IconEye size={18} />} aria-label={`${t('details')}: ${label}`} onClick={onView}>{t('details')}</Button>
    </div>
  )
}

function useEnding(transfer: TransferView) {
  const t = useSearchTexts()
  const frame = useFrameTexts()
  const cancelling = useCancelTransfer()
  const starting = useStartTransfers()
  const { direction, device, studyUid } = transfer
  const fail = (error: Error): void => {
    const code = error instanceof ProblemError ? error.code : 'page-fault'
    toast({ kind: 'failed', closeLabel: frame('close'), text: problemSentence(code) ?? frame('problemUnknown') })
  }
  const cancel = () => cancelling.mutate(transfer, {
    onError: fail, onSuccess: () => toast({ kind: 'done', closeLabel: frame('close'), text: t('cancelled') }),
  })
  const again = () => {
    if (device.id === null) return
    starting.mutate([{ direction, deviceId: device.id, studyUid }], {
      onError: fail,
      onSuccess: ({ error }) => {
        if (error !== null) fail(error)
      },
    })
  }
  return { cancel, again, isBusy: cancelling.isPending || starting.isPending }
}
