/** Who is told by mail of a watched device that fails. */
import { Button, TextInput } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useState } from 'react'
import { Notice, Problem, toast } from '../../../platform/web/kit/index.ts'
import { useSite } from '../../../platform/web/site.ts'
import { useFrameTexts } from '../../../platform/web/texts/index.ts'
import { useSetAlertAddress } from './data.ts'
import { useDevicesTexts } from './texts/index.ts'

interface AlertCardProps {
  readonly address: string | null
  readonly isAnyWatched: boolean
}

const ADDRESS = /^[^\s@<>,;]+@[^\s@<>,;]+$/

export function AlertCard({ address, isAnyWatched }: AlertCardProps) {
  const t = useDevicesTexts()
  const hasMail = useSite()?.mail ?? true
  return (
    <section className="fj-card fj-card-body" aria-labelledby="alert-title">
      <div>
        <h2 id="alert-title">{t('alerts')}</h2>
        <p className="fj-quiet">{t(isAnyWatched ? 'alertsLead' : 'alertsNobody')}</p>
      </div>
      {!hasMail && <Notice tone="wait" icon={IconAlertTriangle}><p>{t('alertsNoMail')}</p></Notice>}
      <AlertForm key={address} address={address ?? ''} />
    </section>
  )
}

function AlertForm({ address }: { readonly address: string }) {
  const t = useDevicesTexts()
  const closeLabel = useFrameTexts()('close')
  const setting = useSetAlertAddress()
  const [typed, setTyped] = useState(address)
  const wanted = typed.trim()
  const isGood = wanted === '' || ADDRESS.test(wanted)
  const save = () => setting.mutate({ alertAddress: wanted === '' ? null : wanted }, {
    onSuccess: () => toast({ kind: 'done', closeLabel, text: t(wanted === '' ? 'alertsOff' : 'alertsOn') }),
  })
  return (
    <form
      className="fj-stack" noValidate onSubmit={(event) => {
        event.preventDefault()
        if (isGood) save()
      }}
    >
      <TextInput
        label={t('alertAddress')} type="email" autoComplete="off" maxLength={254} value={typed}
        error={isGood || setting.isPending ? null : t('alertAddressBad')} onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      />
      {setting.isError && <Problem error={setting.error} />}
      <div><Button type="submit" variant="default" disabled={!isGood || wanted === address} loading={setting.isPending}>{t('save')}</Button></div>
    </form>
  )
}
