/** What happened, what was not lost, what to do; and a code for the help desk. */
import { Button } from '@mantine/core'
import { IconAlertTriangle, IconCloudOff, IconRefresh } from '@tabler/icons-react'
import { useEffect } from 'react'
import { isRefusal, ProblemError } from '../api.ts'
import { problemSentence } from '../i18n.ts'
import { useSite } from '../site.ts'
import { useFrameTexts } from '../texts/index.ts'
import { Notice } from './notice.tsx'

/** Soon enough for who waits, seldom enough for a server that is just starting. */
const ASK_AGAIN_MS = 4_000

interface ProblemProps {
  readonly error: Error
  /** What was to be read. A server that is away is asked again by itself. */
  readonly onRetry?: () => void
}

export function Problem({ error, onRetry }: ProblemProps) {
  const t = useFrameTexts()
  const helpDesk = useSite()?.helpDesk ?? null
  const code = error instanceof ProblemError ? error.code : 'page-fault'
  // A refusal says itself what to do; a fault is for the help desk.
  const isFault = !(error instanceof ProblemError) || error.status >= 500
  const isAway = code === 'offline'
  const Sign = isAway ? IconCloudOff : IconAlertTriangle
  useAskingAgain(isAway ? onRetry : undefined)
  return (
    <Notice tone="bad" icon={Sign} role="alert">
      <p>{isAway && onRetry === undefined ? t('awayTryAgain') : problemSentence(code) ?? t('problemUnknown')}</p>
      <p className="fj-small">
        {t('code', { code })}
        {isFault && helpDesk !== null && <> · {helpDesk}</>}
      </p>
      {onRetry !== undefined && (!isRefusal(error) || code === 'too-many-attempts') && (
        <Button variant="default" leftSection={<IconRefresh size={18} />} onClick={onRetry}>{t('tryAgain')}</Button>
      )}
    </Notice>
  )
}

function useAskingAgain(ask: (() => void) | undefined): void {
  useEffect(() => {
    const timer = ask === undefined ? undefined : setInterval(ask, ASK_AGAIN_MS)
    return () => clearInterval(timer)
  }, [ask])
}

/** In place of a page that could not be read. */
export function ProblemPage(props: ProblemProps) {
  return <div className="fj-narrow"><Problem {...props} /></div>
}
