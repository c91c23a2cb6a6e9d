/** Every printout with an access code, and a new one for a patient whose images are still to come. POR-25. */
import { Button, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useDebouncedValue, useDisclosure } from '@mantine/hooks'
import { IconChevronRight, IconChevronsLeft, IconPlus, IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import { currentLanguage } from '../../../platform/web/i18n.ts'
import { EmptyState, FilterField, PageHead, Problem, RowsSkeleton, Sheet } from '../../../platform/web/kit/index.ts'
import type { CodeList, NewCode } from '../contract.ts'
import { birthDateOf } from './birth-date.ts'
import { BirthDateField, NO_BIRTH_DATE } from './birth-date-field.tsx'
import { CodeCards } from './codes-list.tsx'
import { useCodes, useMakeCode } from './data.ts'
import { PageLanguage } from './print-form.tsx'
import { PrintoutReady } from './printout-ready.tsx'
import { useGrantsTexts } from './texts/index.ts'
import './grants.css'

const TYPING_MS = 250

export function PrintoutsPage() {
  const t = useGrantsTexts()
  const [isNew, { open, close }] = useDisclosure(false)
  const add = <Button leftSection={<IconPlus size={20} />} onClick={open}>{t('newPrintout')}</Button>
  return (
    <>
      <PageHead title={t('printouts')} windowTitle={t('printouts')} lead={t('printoutsLead')} action={add} />
      <Printouts />
      <Sheet opened={isNew} onClose={close} place="side" title={t('newPrintout')}>{isNew && <NewPrintout onDone={close} />}</Sheet>
    </>
  )
}

function Printouts() {
  const t = useGrantsTexts()
  const [text, setText] = useState('')
  const [before, setBefore] = useState<string | null>(null)
  const [typed] = useDebouncedValue(text.trim(), TYPING_MS)
  const { data, error, refetch } = useCodes({ ...(typed !== '' && { text: typed }), ...(before !== null && { before }) })
  if (data === undefined && error !== null) return <Problem error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <RowsSkeleton rows={4} height={96} />
  const isEmpty = data.codes.length === 0
  if (isEmpty && typed === '' && before === null) return <EmptyState title={t('printoutsEmptyTitle')}><p>{t('printoutsEmpty')}</p></EmptyState>
  return (
    <div className="fj-stack">
      <FilterField label={t('filterPrintouts')} value={text} onChange={(next) => {
        setText(next)
        setBefore(null)
      }} />
      {isEmpty ? <p className="fj-quiet" role="status">{t('printoutsNone')}</p> : <CodeCards codes={data.codes} named />}
      <Turning list={data} before={before} onTurn={setBefore} />
    </div>
  )
}

interface TurningProps {
  readonly list: CodeList
  readonly before: string | null
  readonly onTurn: (before: string | null) => void
}

function Turning({ list: { next }, before, onTurn }: TurningProps) {
  const t = useGrantsTexts()
  return (
    <div className="fj-row">
      {before !== null && <Button variant="default" leftSection={<IconChevronsLeft size={18} />} onClick={() => onTurn(null)}>{t('firstPage')}</Button>}
      {next !== null && <Button variant="default" rightSection={<IconChevronRight size={18} />} onClick={() => onTurn(next)}>{t('nextPage')}</Button>}
    </div>
  )
}

function NewPrintout({ onDone }: { readonly onDone: () => void }) {
  const t = useGrantsTexts()
  const making = useMakeCode()
  const [language, setLanguage] = useState<NewCode['language']>(currentLanguage())
  const [born, setBorn] = useState(NO_BIRTH_DATE)
  const [isSent, setSent] = useState(false)
  const birthDate = birthDateOf(born)
  const form = useForm({
    initialValues: { patientId: '', name: '' },
    validateInputOnBlur: true,
    validate: {
      patientId: (id) => (id.trim() === '' ? t('patientIdMissing') : null),
      name: (name) => (name.trim() === '' ? t('patientNameMissing') : null),
    },
  })
  const submit = form.onSubmit(({ patientId, name }) => {
    if (birthDate !== null) making.mutate({ of: { patientId: patientId.trim(), name: personNameOf(name), birthDate }, language })
  })
  if (making.data !== undefined) return <PrintoutReady made={making.data} onDone={onDone} />
  return (
    <form noValidate className="fj-stack" onSubmit={(event) => {
      setSent(true)
      submit(event)
    }}>
      <p className="fj-quiet">{t('newPrintoutLead')}</p>
      {making.isError && <Problem error={making.error} />}
      <TextInput label={t('patientId')} maxLength={64} autoComplete="off" data-autofocus {...form.getInputProps('patientId')} />
      <TextInput label={t('patientName')} description={t('patientNameHint')} maxLength={128} autoComplete="off" {...form.getInputProps('name')} />
      <BirthDateField value={born} onChange={setBorn} error={isSent && birthDate === null ? t('birthDateBad') : null} />
      <PageLanguage value={language} onChange={setLanguage} />
      <Button type="submit" leftSection={<IconPrinter size={20} />} loading={making.isPending}>{t('print')}</Button>
    </form>
  )
}

/** PN of what was typed: "Family, Given". PS3.5 §6.2.1. */
function personNameOf(typed: string): string {
  const [family = '', ...given] = typed.replace(/[\^=\\]/g, ' ').split(',').map((part) => part.trim())
  return [family, given.join(' ')].filter((part) => part !== '').join('^')
}
