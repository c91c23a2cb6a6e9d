/** The code, shown once, and the page to print. */
import { Button } from '@mantine/core'
import { IconAlertCircle, IconFileDownload, IconPrinter } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { announce, Notice } from '../../../platform/web/kit/index.ts'
import type { MadeCode } from '../contract.ts'
import { useGrantsTexts } from './texts/index.ts'

interface PrintoutReadyProps {
  readonly made: MadeCode
  readonly onDone: () => void
}

export function PrintoutReady({ made: { code, printout }, onDone }: PrintoutReadyProps) {
  const t = useGrantsTexts()
  const url = usePdf(printout)
  const title = t('printoutReady')
  useEffect(() => announce(title), [title])
  return (
    <div className="fj-stack">
      <h3>{title}</h3>
      <div className="fj-code" dir="ltr" data-testid="access-code" aria-label={t('code')}>{code}</div>
      {url !== null && (
        <>
          <Button component="a" href={url} target="_blank" rel="noopener" leftSection={<IconPrinter size={20} />}>{t('openPdf')}</Button>
          <Button component="a" href={url} download="images.pdf" variant="default" leftSection={<IconFileDownload size={20} />}>{t('savePdf')}</Button>
        </>
      )}
      <Notice tone="wait" icon={IconAlertCircle}><p>{t('printoutOnce')}</p></Notice>
      <Button variant="subtle" onClick={onDone}>{t('done')}</Button>
    </div>
  )
}

/** An address for the page's bytes, for as long as it is shown. */
function usePdf(base64: string): string | null {
  const [url, setUrl] = useState<string | null>(null)
  useEffect(() => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
    const made = URL.createObjectURL(new Blob([bytes], { type: 'application/pdf' }))
    setUrl(made)
    return () => URL.revokeObjectURL(made)
  }, [base64])
  return url
}
