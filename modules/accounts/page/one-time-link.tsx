/** The one-time link of an invitation: to copy, to scan, or as a letter to print. Shown once. */
import { Button } from '@mantine/core'
import { IconAlertCircle, IconMailCheck, IconPrinter } from '@tabler/icons-react'
import { createPortal } from 'react-dom'
import { useFormat } from '../../../platform/web/format.ts'
import { Copy, Notice } from '../../../platform/web/kit/index.ts'
import { useSite } from '../../../platform/web/site.ts'
import type { InvitedAccount } from '../contract.ts'
import { QrCode } from './qr-code.tsx'
import { useAccountsTexts } from './texts/index.ts'

interface OneTimeLinkProps {
  readonly invited: InvitedAccount
  readonly onDone: () => void
}

export function OneTimeLink({ invited, onDone }: OneTimeLinkProps) {
  const t = useAccountsTexts()
  const address = `${location.origin}/welcome#${invited.token}`
  return (
    <div className="fj-stack">
      <p>{t('linkFor', { name: invited.account.displayName })}</p>
      {invited.mailed && <Notice tone="good" icon={IconMailCheck} role="status"><p>{t('linkMailed')}</p></Notice>}
      <div className="fj-handover fj-stack">
        <div className="fj-copy-value" dir="ltr" data-testid="one-time-link">{address}</div>
        <div className="fj-center"><QrCode text={address} label={t('linkQr')} /></div>
      </div>
      <Copy what={t('link')} value={address} wide />
      <Button variant="default" leftSection={<IconPrinter size={18} />} onClick={() => window.print()}>{t('linkPrint')}</Button>
      <Notice tone="wait" icon={IconAlertCircle}>
        <p>{t('linkOnce')}</p>
        {invited.asksBirthDate && <p>{t('linkAsksBirthDate')}</p>}
      </Notice>
      <Button variant="subtle" onClick={onDone}>{t('linkDone')}</Button>
      {createPortal(<Letter invited={invited} address={address} />, document.body)}
    </div>
  )
}

function Letter({ invited: { account, asksBirthDate, expiresAt }, address }: { readonly invited: InvitedAccount; readonly address: string }) {
  const t = useAccountsTexts()
  const site = useSite()
  const format = useFormat()
  return (
    <div className="fj-letter" aria-hidden="true">
      <p>{site?.name}</p>
      <h1>{t('letterTitle')}</h1>
      <p>{t('letterDear', { name: account.displayName })}</p>
      <ol>
        <li>
          {t('letterStep1')}
          <div className="fj-letter-row">
            <div className="fj-letter-address">{address}</div>
            <QrCode text={address} label="" />
          </div>
        </li>
        {asksBirthDate && <li>{t('letterBirthDate')}</li>}
        <li>{t('letterStep2', { username: account.username })}</li>
        {account.role === 'patient' && <li>{t('letterStep3')}</li>}
      </ol>
      <p>{t('letterOnce')} {t('letterUntil', { when: format.day(expiresAt) })}</p>
      {site?.helpDesk != null && <p>{site.helpDesk}</p>}
    </div>
  )
}
