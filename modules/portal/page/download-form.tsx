import { Button, Checkbox } from '@mantine/core'
import { useForm } from '@mantine/form'
import { readLocalStorageValue, useLocalStorage } from '@mantine/hooks'
import { IconDisc, IconFileZip, type Icon } from '@tabler/icons-react'
import { hasCode } from '../../../platform/web/api.ts'
import { currentLanguage } from '../../../platform/web/i18n.ts'
import { LinkButton, Problem } from '../../../platform/web/kit/index.ts'
import { usePerson } from '../../../platform/web/session.ts'
import type { ExamView, Format, NewRequest, PortalTexts } from '../contract.ts'
import { useNewRequest, useRequests } from './data.ts'
import { useDraft, type Filled } from './draft.tsx'
import { noticeAddressOf } from './notice-address.ts'
import { NoticeFields, useNoticeWays } from './notice-fields.tsx'
import { usePortalTexts } from './texts/index.ts'

interface DownloadFormProps {
  readonly exam: ExamView
  readonly words: PortalTexts
  /** Chosen at the beginning; else what was chosen last time. */
  readonly first?: Format
  /** Called when the person asks for a file for the very first time: it is explained (POR-03). */
  readonly onFirst: () => void
}

const FORMAT = 'filmjacket.format'

export function DownloadForm({ exam, words, first, onFirst }: DownloadFormProps) {
  const t = usePortalTexts()
  const ways = useNoticeWays()
  const hasHistory = usePerson().role !== 'visitor'
  const request = useNewRequest()
  const draft = useDraft()
  const isFirst = useRequests().data?.length === 0
  const [, remember] = useLocalStorage<Format>({ key: FORMAT })
  const form = useDownloadForm(first ?? (readLocalStorageValue<Format>({ key: FORMAT }) === 'iso' ? 'iso' : 'zip'))
  const { format, consent, notify } = form.values
  const way = ways.includes(form.values.way) ? form.values.way : (ways[0] ?? 'mail')
  const submit = form.onSubmit((filled) => {
    remember(filled.format)
    if (isFirst) onFirst()
    request.mutate(wishOf(exam, { ...filled, way }), { onSuccess: () => draft.forget() })
  })
  return (
    <form onSubmit={submit} noValidate className="fj-stack">
      <fieldset className="fj-fieldset fj-choices">
        <legend>{t('fileType')}</legend>
        <Choice icon={IconFileZip} value="zip" name={words.zip} hint={t('zipHint')} form={form} />
        <Choice icon={IconDisc} value="iso" name={words.iso} hint={t('isoHint')} form={form} />
      </fieldset>
      {ways.length > 0 && <Checkbox label={words.notify} {...form.getInputProps('notify', { type: 'checkbox' })} />}
      {ways.length > 0 && notify && (
        <NoticeFields ways={ways} way={way} onWay={(next) => form.setValues({ way: next, address: '' })} input={form.getInputProps('address')} />
      )}
      <Checkbox label={words.consent} {...form.getInputProps('consent', { type: 'checkbox' })} />
      {request.isError && <Problem error={request.error} />}
      {isFull(request.error) && hasHistory && (
        <LinkButton variant="default" to="/account" search={{ section: 'downloads' }}>{t('seeDownloads')}</LinkButton>
      )}
      <div>
        <Button type="submit" fullWidth disabled={!consent} loading={request.isPending} aria-describedby="consent-first">
          {t('prepare', { images: t('images', { count: exam.instances }), format: t(format) })}
        </Button>
        <p id="consent-first" className="fj-small fj-quiet fj-below">{consent ? '' : t('consentFirst')}</p>
      </div>
    </form>
  )
}

function useDownloadForm(format: Format) {
  const t = usePortalTexts()
  const draft = useDraft()
  return useForm<Filled>({
    initialValues: draft.read() ?? { format, consent: false, notify: false, way: 'mail', address: '' },
    onValuesChange: (values) => draft.write(values),
    validateInputOnBlur: true,
    validate: {
      address: (address, { notify, way }) => (notify && noticeAddressOf(way, address) === null ? t(way === 'mail' ? 'addressBad' : 'phoneBad') : null),
    },
  })
}

function wishOf(exam: ExamView, { format, notify, way, address }: Filled): NewRequest {
  const wish = { examId: exam.id, format, consent: true, language: currentLanguage() } as const
  const notifyAddress = notify ? noticeAddressOf(way, address) : null
  return notifyAddress === null ? wish : { ...wish, notifyAddress }
}

function isFull(error: Error | null): boolean {
  return hasCode(error, 'request-queue-full') || hasCode(error, 'request-limit')
}

interface ChoiceProps {
  readonly icon: Icon
  readonly value: Format
  readonly name: string
  readonly hint: string
  readonly form: ReturnType<typeof useDownloadForm>
}

function Choice({ icon: Sign, value, name, hint, form }: ChoiceProps) {
  return (
    <label className="fj-choice">
      <input
        type="radio"
        name="format"
        checked={form.values.format === value}
        onChange={() => form.setFieldValue('format', value)}
      />
      <Sign size={26} stroke={1.5} aria-hidden="true" />
      <span><strong>{name}</strong><span className="fj-small fj-quiet">{hint}</span></span>
    </label>
  )
}
