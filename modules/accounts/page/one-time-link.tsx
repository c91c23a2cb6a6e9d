/** The one-time link of an invitation: to copy, or as a letter to print. Shown once. */
import { Button } from '@mantine/core'
import { IconAlertCircle, IconPrinter } from '@tabler/icons-react'
import { createPortal } from 'react-dom'
import { Copy, Notice } from '../../../platform/web/kit/index.ts'
import { useSite } from '../../../platform/web/site.ts'
import type { InvitedAccount } from '../contract.ts'
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
      <div className="fj-handover">
        <div className="fj-copy-value" dir="ltr" data-testid="one-time-link">{address}</div>
      </div>
      <Copy what={t('link')} value={address} wide />
      <Button variant="default" leftSection={<IconPrinter size={18} />} onClick={() => window.print()}>{t('linkPrint')}</Button>
      <Notice tone="wait" icon={IconAlertCircle}><p>{t('linkOnce')}</p></Notice>
      <Button variant="subtle" onClick={onDone}>{t('linkDone')}</Button>
      {createPortal(<Letter invited={invited} address={address} />, document.body)}
    </div>
  )
}

function Letter({ invited: { account }, address }: { readonly invited: InvitedAccount; readonly address: string }) {
  const t = useAccountsTexts()
  const site = useSite()
  return (
    <div className="fj-letter" aria-hidden="true">
      <p>{site?.name}</p>
      <h1>{t('letterTitle')}</h1>
      <p>{t('letterDear', { name: account.displayName })}</p>
      <ol>
        <li>{t('letterStep1')}<div className="fj-letter-address">{address}</div></li>
        <li>{t('letterStep2', { username: account.username })}</li>
        {account.role === 'patient' && <li>{t('letterStep3')}</li>}
      </ol>
      <p>{t('letterOnce')}</p>
      {site?.helpDesk != null && <p>{site.helpDesk}</p>}
    </div>
  )
}
