/** What was found when a device was called: in two words, in a sentence, and with a button that calls. */
import { Button } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconHeartbeat, type Icon } from '@tabler/icons-react'
import { ProblemError } from '../../../platform/web/api.ts'
import { problemSentence } from '../../../platform/web/i18n.ts'
import { announce, StateTag, toast } from '../../../platform/web/kit/index.ts'
import { useFrameTexts } from '../../../platform/web/texts/index.ts'
import type { CheckOutcome, CheckView, DeviceView } from '../contract.ts'
import { useEcho } from './data.ts'
import { useDevicesTexts } from './texts/index.ts'

/** It is there, even where it does not do C-ECHO. */
function toneOf(outcome: CheckOutcome): 'good' | 'wait' | 'bad' {
  if (outcome === 'answered') return 'good'
  return outcome === 'no-verification' ? 'wait' : 'bad'
}

const SIGNS: Readonly<Record<'good' | 'wait' | 'bad', Icon>> = { good: IconCircleCheck, wait: IconAlertTriangle, bad: IconAlertTriangle }

export function FoundTag({ check: { outcome } }: { readonly check: CheckView }) {
  const t = useDevicesTexts()
  const tone = toneOf(outcome)
  return <StateTag tone={tone} icon={SIGNS[tone]}>{t(`found ${outcome}`)}</StateTag>
}

/** Status and words of the network, for the person who looks after it. */
export function technicalWords({ status, detail }: Pick<CheckView, 'status' | 'detail'>): string {
  const code = status === null || detail.includes('0x') ? '' : `0x${status.toString(16).toUpperCase().padStart(4, '0')}`
  return [code, detail].filter((part) => part !== '').join(' · ')
}

/** Calls, and tells what was really found. */
export function EchoButton({ device, plain = false }: { readonly device: DeviceView; readonly plain?: boolean }) {
  const t = useDevicesTexts()
  const { call, isCalling } = useCall(device)
  return (
    <Button
      data-item={plain ? undefined : true} variant="default" leftSection={<IconHeartbeat size={18} />}
      loading={isCalling} aria-label={plain ? undefined : t('echoWhat', { what: device.description })} onClick={call}
    >
      {t('echo')}
    </Button>
  )
}

function useCall({ id }: DeviceView) {
  const t = useDevicesTexts()
  const frame = useFrameTexts()
  const echo = useEcho(id)
  const tell = ({ outcome, ms }: CheckView): void => {
    const text = outcome === 'answered' ? t('saysAnswered', { ms }) : t(`says ${outcome}`)
    if (outcome === 'answered') announce(text)
    toast({ id: 'echo', kind: outcome === 'answered' ? 'done' : 'failed', closeLabel: frame('close'), text })
  }
  const fail = (error: Error): void => {
    const code = error instanceof ProblemError ? error.code : 'page-fault'
    toast({ kind: 'failed', closeLabel: frame('close'), text: problemSentence(code) ?? frame('problemUnknown') })
  }
  return { call: () => echo.mutate(undefined, { onSuccess: tell, onError: fail }), isCalling: echo.isPending }
}
