/** The form of an examination: whose, what, where and when. */
import { Button, Group, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useForm, type UseFormReturnType } from '@mantine/form'
import { announce, Problem } from '../../../platform/web/kit/index.ts'
import { NOTES_MAX, type EntryView, type NewEntry } from '../contract.ts'
import { useAddEntry, useChangeEntry, useStations } from './data.ts'
import { changeOf, entryOf, flawsOf, valuesOf, type EntryValues } from './entry-form.ts'
import { useOrdersTexts } from './texts/index.ts'

interface EntryFormProps {
  /** Null: a new one. */
  readonly entry: EntryView | null
  /** On which a new one is planned. */
  readonly day: string
  readonly onDone: (entry: EntryView) => void
}

type Form = UseFormReturnType<EntryValues>

const TYPED = { autoComplete: 'off', spellCheck: false } as const
const MODALITIES = ['CR', 'CT', 'DX', 'MG', 'MR', 'NM', 'PT', 'RF', 'US', 'XA', 'XC', 'ES', 'OT']

export function EntryForm({ entry, day, onDone }: EntryFormProps) {
  const t = useOrdersTexts()
  const adding = useAddEntry()
  const changing = useChangeEntry(entry?.id ?? '')
  const form = useForm<EntryValues>({
    initialValues: valuesOf(entry, day),
    validate: (values) => Object.fromEntries(Object.entries(flawsOf(values)).map(([field, flaw]) => [field, t(`flaw ${flaw}`)])),
  })
  const submit = form.onSubmit(
    (values) => {
      const change: Partial<NewEntry> = entry === null ? {} : changeOf(values, entry)
      if (entry === null) adding.mutate(entryOf(values, null), { onSuccess: onDone })
      else if (Object.keys(change).length === 0) onDone(entry)
      else changing.mutate({ ...change, version: entry.version }, { onSuccess: onDone })
    },
    (errors) => {
      const [field = '', words] = Object.entries(errors)[0] ?? []
      form.getInputNode(field)?.focus()
      if (typeof words === 'string') announce(words)
    },
  )
  const error = adding.error ?? changing.error
  return (
    <form onSubmit={submit} noValidate className="fj-stack fj-entry-form">
      <PatientFields form={form} />
      <ExaminationFields form={form} />
      {error !== null && <Problem error={error} />}
      <Group><Button type="submit" loading={adding.isPending || changing.isPending}>{t(entry === null ? 'addGo' : 'save')}</Button></Group>
    </form>
  )
}

function PatientFields({ form }: { readonly form: Form }) {
  const t = useOrdersTexts()
  return (
    <fieldset className="fj-fieldset fj-stack">
      <legend>{t('patient')}</legend>
      <TextInput data-autofocus label={t('patientId')} maxLength={64} {...TYPED} {...form.getInputProps('patientId')} />
      <TextInput label={t('name')} description={t('nameHint')} maxLength={128} {...TYPED} {...form.getInputProps('patientName')} />
      <div className="fj-entry-pair">
        <TextInput type="date" label={t('birthDate')} {...form.getInputProps('birthDate')} />
        <NativeSelect
          size="md" label={t('sex')} {...form.getInputProps('sex')}
          data={[{ value: '', label: t('unknown') }, ...(['F', 'M', 'O'] as const).map((value) => ({ value, label: t(`sex ${value}`) }))]}
        />
      </div>
      <TextInput label={t('issuer')} description={t('issuerHint')} maxLength={64} {...TYPED} {...form.getInputProps('issuer')} />
    </fieldset>
  )
}

function ExaminationFields({ form }: { readonly form: Form }) {
  const t = useOrdersTexts()
  return (
    <fieldset className="fj-fieldset fj-stack">
      <legend>{t('examination')}</legend>
      <TextInput label={t('description')} description={t('descriptionHint')} maxLength={64} autoComplete="off" {...form.getInputProps('description')} />
      <div className="fj-entry-pair">
        <TextInput label={t('modality')} maxLength={16} list="fj-modalities" dir="ltr" {...TYPED} {...form.getInputProps('modality')} />
        <datalist id="fj-modalities">{MODALITIES.map((code) => <option key={code} value={code} />)}</datalist>
        <TextInput label={t('accessionNumber')} maxLength={16} {...TYPED} {...form.getInputProps('accessionNumber')} />
        <TextInput type="date" label={t('day')} {...form.getInputProps('date')} />
        <TextInput type="time" label={t('time')} {...form.getInputProps('time')} />
      </div>
      <StationField form={form} />
      <TextInput label={t('performingPhysician')} maxLength={128} {...TYPED} {...form.getInputProps('performingPhysician')} />
      <TextInput label={t('referringPhysician')} maxLength={128} {...TYPED} {...form.getInputProps('referringPhysician')} />
      <Textarea label={t('notes')} description={t('notesHint')} maxLength={NOTES_MAX} autosize minRows={2} maxRows={8} {...form.getInputProps('notes')} />
    </fieldset>
  )
}

/** One that may not ask any more stays where it is. */
function StationField({ form }: { readonly form: Form }) {
  const t = useOrdersTexts()
  const { data } = useStations()
  const { stationAeTitle: chosen } = form.values
  const stations = data?.stations.map(({ aeTitle, description }) => ({ value: aeTitle, label: `${description} (${aeTitle})` })) ?? []
  const isKnown = chosen === '' || stations.some(({ value }) => value === chosen)
  return (
    <NativeSelect
      size="md" label={t('station')} description={t('stationHint')} {...form.getInputProps('stationAeTitle')}
      data={[{ value: '', label: t('anywhere') }, ...(isKnown ? [] : [{ value: chosen, label: chosen }]), ...stations]}
    />
  )
}
