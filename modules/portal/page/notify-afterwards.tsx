/** "Write to me", asked for after the request was made. POR-07. */
import { Button, Checkbox } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconMail, IconMailCheck, IconMailOff } from '@tabler/icons-react'
import { currentLanguage } from '../../../platform/web/i18n.ts'
import { Problem, toast } from '../../../platform/web/kit/index.ts'
import { useFrameTexts } from '../../../platform/web/texts/index.ts'
import type { PortalTexts, RequestView } from '../contract.ts'
import { useNotify } from './data.ts'
import { noticeAddressOf, type NoticeWay } from './notice-address.ts'
import { NoticeFields, useNoticeWays } from './notice-fields.tsx'
import { usePortalTexts } from './texts/index.ts'

interface NotifyProps {
  readonly request: RequestView
  readonly words: PortalTexts
}

export function NotifyAfterwards({ request, words }: NotifyProps) {
  const { change, isChanging, error } = useNotice(request, words)
  return (
    <div className="fj-stack">
      {request.notifies
        ? <Wanted isChanging={isChanging} onStop={() => change(null)} />
        : <Form label={words.notify} isChanging={isChanging} onSave={change} />}
      {error !== null && <Problem error={error} />}
    </div>
  )
}

function useNotice(request: RequestView, words: PortalTexts) {
  const closeLabel = useFrameTexts()('close')
  const notify = useNotify(request.id)
  const change = (notifyAddress: string | null): void => notify.mutate({ notifyAddress, language: currentLanguage() }, {
    onSuccess: () => toast({ kind: 'done', closeLabel, text: words.willBeNotified }),
  })
  return { change, isChanging: notify.isPending, error: notify.error }
}

function Wanted({ isChanging, onStop }: { readonly isChanging: boolean; readonly onStop: () => void }) {
  const t = usePortalTexts()
  return (
    <div className="fj-notify-on">
      <p><IconMailCheck size={20} aria-hidden="true" />{t('notifyYes')}</p>
      <Button variant="subtle" leftSection={<IconMailOff size={18} />} loading={isChanging} onClick={onStop}>{t('notifyStop')}</Button>
    </div>
  )
}

interface FormProps {
  readonly label: string
  readonly isChanging: boolean
  readonly onSave: (address: string) => void
}

interface Filled {
  readonly wanted: boolean
  readonly way: NoticeWay
  readonly address: string
}

function Form({ label, isChanging, onSave }: FormProps) {
  const t = usePortalTexts()
  const ways = useNoticeWays()
  const form = useForm<Filled>({
    initialValues: { wanted: false, way: ways[0] ?? 'mail', address: '' },
    validateInputOnBlur: true,
    validate: { address: (address, { wanted, way }) => (wanted && noticeAddressOf(way, address) === null ? t(way === 'mail' ? 'addressBad' : 'phoneBad') : null) },
  })
  const { wanted, way } = form.values
  return (
    <form onSubmit={form.onSubmit(({ address }) => onSave(noticeAddressOf(way, address) ?? ''))} noValidate className="fj-stack">
      <Checkbox label={label} {...form.getInputProps('wanted', { type: 'checkbox' })} />
      {wanted && (
        <>
          <NoticeFields ways={ways} way={way} onWay={(next) => form.setValues({ way: next, address: '' })} input={form.getInputProps('address')} />
          <Button type="submit" variant="default" leftSection={<IconMail size={18} />} loading={isChanging}>{t('notifySave')}</Button>
        </>
      )}
    </form>
  )
}
