/** Setting up codes: scan, type the first one, keep the recovery codes. At the door and on the account page. */
import { Button } from '@mantine/core'
import { IconAlertCircle, IconPrinter } from '@tabler/icons-react'
import { Copy, CopyField, Notice } from '../../../platform/web/kit/index.ts'
import type { CodeSetupView } from '../contract.ts'
import { CodeForm } from './code-form.tsx'
import { QrCode } from './qr-code.tsx'
import { useAccountsTexts } from './texts/index.ts'

interface ScanProps {
  readonly setup: CodeSetupView
  readonly error: Error | null
  readonly busy: boolean
  readonly onCode: (code: string) => void
}

export function Scan({ setup: { secret, uri }, error, busy, onCode }: ScanProps) {
  const t = useAccountsTexts()
  return (
    <div className="fj-stack">
      <p>{t('setupScan')}</p>
      <div className="fj-handover fj-center"><QrCode text={uri} label={t('setupQr')} /></div>
      <CopyField label={t('setupType')} value={secret.replace(/(.{4})(?=.)/g, '$1 ')} />
      <CodeForm label={t('setupCode')} go={t('setupGo')} error={error} busy={busy} onCode={onCode} />
    </div>
  )
}

export function KeepRecoveryCodes({ codes, onKept }: { readonly codes: readonly string[]; readonly onKept: () => void }) {
  const t = useAccountsTexts()
  return (
    <div className="fj-stack">
      <p>{t('recoveryLead')}</p>
      <ul className="fj-handover fj-recovery" data-testid="recovery-codes">
        {codes.map((code) => <li key={code} dir="ltr" className="fj-mono">{code}</li>)}
      </ul>
      <Copy what={t('recoveryCodes')} value={codes.join('\n')} wide />
      <Button variant="default" leftSection={<IconPrinter size={18} />} onClick={() => window.print()}>{t('recoveryPrint')}</Button>
      <Notice tone="wait" icon={IconAlertCircle}><p>{t('recoveryOnce')}</p></Notice>
      <Button onClick={onKept}>{t('recoveryKept')}</Button>
    </div>
  )
}
