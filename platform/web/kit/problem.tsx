/** What happened, what was not lost, what to do; and a code for the help desk. */
import { Button } from '@mantine/core'
import { IconAlertTriangle, IconCloudOff, IconRefresh } from '@tabler/icons-react'
import { ProblemError } from '../api.ts'
import { problemSentence } from '../i18n.ts'
import { useSite } from '../site.ts'
import { useFrameTexts } from '../texts/index.ts'
import { Notice } from './notice.tsx'

interface ProblemProps {
  readonly error: Error
  readonly onRetry?: () => void
}

export function Problem({ error, onRetry }: ProblemProps) {
  const t = useFrameTexts()
  const helpDesk = useSite()?.helpDesk ?? null
  const code = error instanceof ProblemError ? error.code : 'page-fault'
  // A refusal says itself what to do; a fault is for the help desk.
  const isFault = !(error instanceof ProblemError) || error.status >= 500
  const Sign = code === 'offline' ? IconCloudOff : IconAlertTriangle
  return (
    <Notice tone="bad" icon={Sign} role="alert">
      <p>{problemSentence(code) ?? t('problemUnknown')}</p>
      <p className="fj-small">
        {t('code', { code })}
        {isFault && helpDesk !== null && <> · {helpDesk}</>}
      </p>
      {onRetry !== undefined && (
        <Button variant="default" leftSection={<IconRefresh size={18} />} onClick={onRetry}>{t('tryAgain')}</Button>
      )}
    </Notice>
  )
}

/** In place of a page that could not be read. */
export function ProblemPage(props: ProblemProps) {
  return <div className="fj-narrow"><Problem {...props} /></div>
}
