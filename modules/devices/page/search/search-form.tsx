import { Button, Chip, NativeSelect, TextInput } from '@mantine/core'
import { useForm, type UseFormReturnType } from '@mantine/form'
import { useLocalStorage } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { announce } from '../../../../platform/web/kit/index.ts'
import type { RemoteDevice, StudySearch } from '../../contract.ts'
import { localDay } from './local-day.ts'
import { DATE_CHOICES, flawsOfSearch, NO_SEARCH, searchOf, type SearchValues } from './search-values.ts'
import { useSearchTexts } from './texts/index.ts'

interface SearchFormProps {
  readonly devices: readonly RemoteDevice[]
  readonly onSearch: (search: StudySearch) => void
}

type Form = UseFormReturnType<SearchValues>

export function SearchForm({ devices, onSearch }: SearchFormProps) {
  const t = useSearchTexts()
  const [lastDevice, keepDevice] = useLocalStorage({ key: 'filmjacket.search-device', defaultValue: '', getInitialValueInEffect: false })
  const form = useForm<SearchValues>({
    initialValues: { ...NO_SEARCH, modalities: [], deviceId: (devices.find(({ id }) => id === lastDevice) ?? devices[0])?.id ?? '' },
    validate: (values) => Object.fromEntries(Object.entries(flawsOfSearch(values)).map(([field, flaw]) => [field, t(`flaw ${flaw}`)])),
  })
  const submit = form.onSubmit(
    (values) => {
      keepDevice(values.deviceId)
      onSearch(searchOf(values, localDay()))
    },
    (errors) => {
      const [field = '', words] = Object.entries(errors)[0] ?? []
      form.getInputNode(field)?.focus()
      if (typeof words === 'string') announce(words)
    },
  )
  return (
    <form onSubmit={submit} noValidate role="search" className="fj-card fj-card-body fj-search-form">
      <div className="fj-search-fields">
        <NativeSelect
          size="md" label={t('device')} className="fj-search-device" {...form.getInputProps('deviceId')}
          data={devices.map(({ id, description }) => ({ value: id, label: description }))}
        />
        <TextInput
          data-autofocus label={t('patientName')} description={t('patientNameHint')} maxLength={64} autoComplete="off" spellCheck={false}
          {...form.getInputProps('patientName')}
        />
        <TextInput label={t('patientId')} maxLength={64} autoComplete="off" spellCheck={false} {...form.getInputProps('patientId')} />
        <TextInput label={t('accessionNumber')} maxLength={16} autoComplete="off" spellCheck={false} {...form.getInputProps('accessionNumber')} />
        <DateFields form={form} />
      </div>
      <Modalities form={form} />
      <div className="fj-row">
        <Button type="submit" leftSection={<IconSearch size={20} />}>{t('searchGo')}</Button>
        <Button variant="subtle" onClick={() => form.setValues({ ...NO_SEARCH, modalities: [] })}>{t('clear')}</Button>
      </div>
    </form>
  )
}

function DateFields({ form }: { readonly form: Form }) {
  const t = useSearchTexts()
  return (
    <>
      <NativeSelect
        size="md" label={t('studyDate')} {...form.getInputProps('date')}
        data={DATE_CHOICES.map((value) => ({ value, label: t(`date ${value}`) }))}
      />
      {form.values.date === 'between' && (
        <>
          <TextInput type="date" label={t('from')} {...form.getInputProps('from')} />
          <TextInput type="date" label={t('to')} {...form.getInputProps('to')} />
        </>
      )}
    </>
  )
}

/** In the order of how often they are asked for. PS3.3 §C.7.3.1.1.1. */
const MODALITIES = ['CT', 'MR', 'CR', 'DX', 'US', 'MG', 'XA', 'RF', 'NM', 'PT', 'ES', 'IO', 'OT'] as const

function Modalities({ form }: { readonly form: Form }) {
  const t = useSearchTexts()
  const { modalities } = form.values
  return (
    <div role="group" aria-labelledby="modalities-title">
      <div id="modalities-title" className="fj-search-label">{t('modalities')}</div>
      <div className="fj-search-chips">
        <Chip.Group multiple value={modalities} onChange={(chosen) => form.setFieldValue('modalities', chosen)}>
          {MODALITIES.map((code) => <Chip key={code} value={code} size="md" variant="outline" title={t(`modality ${code}`)}>{code}</Chip>)}
        </Chip.Group>
      </div>
    </div>
  )
}
