/** Where to write when the file is ready: a mail or a text message, as far as the site sends them. POR-07, POR-44. */
import { SegmentedControl, TextInput } from '@mantine/core'
import { useSite } from '../../../platform/web/site.ts'
import { useStanding } from './data.ts'
import type { NoticeWay } from './notice-address.ts'
import { usePortalTexts } from './texts/index.ts'

/** In the order in which they are offered; none where the site sends nothing. */
export function useNoticeWays(): readonly NoticeWay[] {
  const mail = useSite()?.mail === true
  const sms = useStanding().data?.sms === true
  return [...(mail ? ['mail' as const] : []), ...(sms ? ['sms' as const] : [])]
}

interface NoticeFieldsProps {
  readonly ways: readonly NoticeWay[]
  readonly way: NoticeWay
  readonly onWay: (way: NoticeWay) => void
  /** Of the form's own field. */
  readonly input: object
}

export function NoticeFields({ ways, way, onWay, input }: NoticeFieldsProps) {
  const t = usePortalTexts()
  return (
    <>
      {ways.length > 1 && (
        <SegmentedControl
          fullWidth aria-label={t('noticeWay')} value={way} onChange={(next) => onWay(next === 'sms' ? 'sms' : 'mail')}
          data={[{ value: 'mail', label: t('byMail') }, { value: 'sms', label: t('bySms') }]}
        />
      )}
      {way === 'mail'
        ? <TextInput key="mail" type="email" label={t('address')} autoComplete="email" maxLength={254} {...input} />
        : <TextInput key="sms" type="tel" label={t('phone')} description={t('phoneHint')} autoComplete="tel" maxLength={32} {...input} />}
    </>
  )
}
