/** To which device; and before it leaves, what leaves. */
import { Button, NativeSelect } from '@mantine/core'
import { IconInfoCircle, IconSend } from '@tabler/icons-react'
import { useState } from 'react'
import { Notice, Problem, Sheet, toast } from '../../../../platform/web/kit/index.ts'
import { useFrameTexts } from '../../../../platform/web/texts/index.ts'
import type { RemoteDevice, RemoteStudy } from '../../contract.ts'
import { useStartTransfers } from './data.ts'
import { useSearchTexts } from './texts/index.ts'

interface SendSheetProps {
  readonly opened: boolean
  readonly studies: readonly Pick<RemoteStudy, 'studyUid' | 'here'>[]
  readonly devices: readonly RemoteDevice[]
  readonly onClose: () => void
  readonly onSent: () => void
}

export function SendSheet({ opened, onClose, ...rest }: SendSheetProps) {
  const t = useSearchTexts()
  return <Sheet opened={opened} onClose={onClose} title={t('sendTitle')}><Sending onClose={onClose} {...rest} /></Sheet>
}

function Sending({ studies, devices, onClose, onSent }: Omit<SendSheetProps, 'opened'>) {
  const t = useSearchTexts()
  const closeLabel = useFrameTexts()('close')
  const targets = devices.filter(({ roles }) => roles.includes('store'))
  const [chosen, setChosen] = useState(targets[0]?.id ?? '')
  const starting = useStartTransfers()
  const here = studies.filter((study) => study.here > 0)
  const target = targets.find(({ id }) => id === chosen)
  if (target === undefined) return <Notice tone="wait" icon={IconInfoCircle}><p>{t('noTarget')}</p></Notice>
  const send = () => starting.mutate(here.map(({ studyUid }) => ({ direction: 'send', deviceId: target.id, studyUid })), {
    onSuccess: ({ started, error }) => {
      if (started.length > 0) toast({ kind: 'jacket', closeLabel, text: t('sending', { count: started.length }) })
      if (error !== null) return
      onClose()
      onSent()
    },
  })
  const error = starting.error ?? starting.data?.error ?? null
  return (
    <div className="fj-stack">
      <NativeSelect
        data-autofocus size="md" label={t('sendDevice')} value={chosen} onChange={({ currentTarget }) => setChosen(currentTarget.value)}
        data={targets.map(({ id, description }) => ({ value: id, label: description }))}
      />
      {here.length < studies.length && (
        <Notice tone="wait" icon={IconInfoCircle}><p>{t('notHereYet', { count: studies.length - here.length })}</p></Notice>
      )}
      {error !== null && <Problem error={error} />}
      {here.length > 0 && (
        <Button leftSection={<IconSend size={18} />} loading={starting.isPending} onClick={send}>
          {t('sendGo', { count: here.length, images: here.reduce((sum, study) => sum + study.here, 0), device: target.description })}
        </Button>
      )}
    </div>
  )
}
