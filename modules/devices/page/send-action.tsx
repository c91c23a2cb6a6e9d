/** "Send to …" where a study is shown: to which device, how far it is, and the way to all that was sent. */
import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { IconHistory, IconSend, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { LinkButton } from '../../../platform/web/kit/index.ts'
import type { ShownStudy } from '../../../platform/web/web-module.ts'
import type { TransferView } from '../contract.ts'
import { keys } from './keys.ts'
import { isUnderWay } from './search/counts.ts'
import { useCancelTransfer, useRemoteDevices } from './search/data.ts'
import { SendSheet } from './search/send-sheet.tsx'
import { useSearchTexts } from './search/texts/index.ts'
import { ShortProgress } from './search/transfer-progress.tsx'
import { TransferTag } from './search/transfer-row.tsx'
import { useSends } from './use-sends.ts'
import './search/search.css'

interface SendActionProps {
  readonly studies: readonly ShownStudy[]
}

export function SendAction({ studies }: SendActionProps) {
  const t = useSearchTexts()
  const [isOpen, setOpen] = useState(false)
  const { data } = useRemoteDevices()
  const queries = useQueryClient()
  const sends = useSends(studies.map(({ studyUid }) => studyUid))
  const toSend = studies.map(({ studyUid, instances }) => ({ studyUid, here: instances }))
  return (
    <section className="fj-send-action" aria-label={t('sendTitle')}>
      <div className="fj-send-buttons">
        <Button variant="default" leftSection={<IconSend size={18} />} onClick={() => setOpen(true)}>{t('sendTo')}</Button>
        {sends.length > 0 && (
          <LinkButton to="/search" search={{ section: 'transfers' }} variant="subtle" leftSection={<IconHistory size={18} />}>{t('allTransfers')}</LinkButton>
        )}
      </div>
      {sends.length > 0 && <ul className="fj-sends" aria-live="polite">{sends.map((each) => <Send key={each.id} transfer={each} />)}</ul>}
      {data !== undefined && (
        <SendSheet opened={isOpen} studies={toSend} devices={data.devices} onClose={() => setOpen(false)} onSent={() => void queries.invalidateQueries({ queryKey: keys.transfers })} />
      )}
    </section>
  )
}

/** One of this study that is on its way, or was the last to a device. */
function Send({ transfer }: { readonly transfer: TransferView }) {
  const t = useSearchTexts()
  const cancelling = useCancelTransfer()
  const { device, state } = transfer
  const to = t('sentTo', { device: device.description })
  return (
    <li>
      <div className="fj-send-head"><bdi>{to}</bdi><TransferTag state={state} /></div>
      {isUnderWay(transfer) && (
        <div className="fj-send-head">
          <ShortProgress transfer={transfer} />
          <Button
            variant="subtle" leftSection={<IconX size={18} />} loading={cancelling.isPending} aria-label={`${t('cancel')}: ${to}`}
            onClick={() => cancelling.mutate(transfer)}
          >{t('cancel')}</Button>
        </div>
      )}
    </li>
  )
}
