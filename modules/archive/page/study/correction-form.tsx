/** Whose a study is, typed by a person; and what that will mean before it is done. */
import { Button, NativeSelect, Radio, Textarea, TextInput } from '@mantine/core'
import { IconUserCheck, IconUserEdit } from '@tabler/icons-react'
import { useState } from 'react'
import { Notice, Problem, toast } from '../../../../platform/web/kit/index.ts'
import { useFrameTexts } from '../../../../platform/web/texts/index.ts'
import type { CorrectionAnswer, CorrectionReason, PatientIdentity, StudyCard } from '../../contract.ts'
import { useCorrect } from './data.ts'
import { namePartsOf, withNameParts, type NameParts } from './name-parts.ts'
import { useStudyCardTexts } from './texts/index.ts'
import { differing, useShown } from './values.tsx'

interface CorrectionFormProps {
  readonly card: StudyCard
  /** Put forward, to be looked at; null: as it is now. */
  readonly proposal?: PatientIdentity | null
  readonly onDone: () => void
}

const REASONS: readonly CorrectionReason[] = ['correct', 'coerce']

export function CorrectionForm({ card, proposal = null, onDone }: CorrectionFormProps) {
  const t = useStudyCardTexts()
  const closeLabel = useFrameTexts()('close')
  const start = proposal ?? card.identity
  const [typed, setTyped] = useState(start)
  const [names, setNames] = useState(() => namePartsOf(start.patientName))
  const [reason, setReason] = useState<CorrectionReason>(proposal === null ? 'correct' : 'coerce')
  const [note, setNote] = useState('')
  const [known, setKnown] = useState<CorrectionAnswer['person']>(null)
  const correcting = useCorrect(card.id)
  const identity = { ...typed, patientName: withNameParts(start.patientName, names) }
  const isChanged = differing(card.identity, identity).length > 0
  const send = (joins: boolean): void => correcting.mutate({ identity, reason, note, joins }, {
    onSuccess: ({ outcome, person }) => {
      if (outcome === 'known-patient') {
        setKnown(person)
        return
      }
      onDone()
      toast({ kind: 'done', closeLabel, text: t(outcome) })
    },
  })
  return (
    <form className="fj-stack" noValidate onSubmit={(event) => {
      event.preventDefault()
      if (isChanged) send(false)
    }}>
      <p>{t('correctLead')}</p>
      <Fields typed={typed} names={names} onNames={setNames} onChange={(part) => {
        setKnown(null)
        setTyped((before) => ({ ...before, ...part }))
      }} />
      <Radio.Group size="md" label={t('why')} value={reason} onChange={(value) => setReason(REASONS.find((each) => each === value) ?? 'correct')}>
        <div className="fj-card-choices">{REASONS.map((each) => <Radio size="md" key={each} value={each} label={t(`reason ${each}`)} />)}</div>
      </Radio.Group>
      <Textarea size="md" label={t('note')} autosize minRows={2} maxLength={500} value={note} onChange={({ currentTarget }) => setNote(currentTarget.value)} />
      {correcting.error !== null && <Problem error={correcting.error} />}
      {known === null
        ? <>
          <p className="fj-quiet" role="status"><Effect card={card} identity={identity} /></p>
          <Button type="submit" leftSection={<IconUserEdit size={18} />} disabled={!isChanged} loading={correcting.isPending}>{t('save')}</Button>
        </>
        : <KnownPatient person={known} isBusy={correcting.isPending} onJoin={() => send(true)} onNo={() => setKnown(null)} />}
    </form>
  )
}

interface FieldsProps {
  readonly typed: PatientIdentity
  readonly names: NameParts
  readonly onNames: (names: NameParts) => void
  readonly onChange: (part: Partial<PatientIdentity>) => void
}

const SEXES = ['', 'F', 'M', 'O'] as const

function Fields({ typed, names, onNames, onChange }: FieldsProps) {
  const t = useStudyCardTexts()
  const text = (name: 'patientId' | 'issuer' | 'accessionNumber', maxLength: number) => (
    <TextInput label={t(name)} value={typed[name]} maxLength={maxLength} autoComplete="off" className="fj-name"
      onChange={({ currentTarget }) => onChange({ [name]: currentTarget.value })} />
  )
  const sexes = SEXES.some((sex) => sex === typed.sex) ? [...SEXES] : [...SEXES, typed.sex]
  return (
    <>
      <div className="fj-card-row">
        <TextInput label={t('family')} data-autofocus value={names.family} maxLength={64} autoComplete="off" className="fj-name"
          onChange={({ currentTarget }) => onNames({ ...names, family: currentTarget.value })} />
        <TextInput label={t('given')} value={names.given} maxLength={64} autoComplete="off" className="fj-name"
          onChange={({ currentTarget }) => onNames({ ...names, given: currentTarget.value })} />
      </div>
      <div className="fj-card-row">
        <TextInput type="date" label={t('birthDate')} value={dayOf(typed.birthDate)} className="fj-name"
          onChange={({ currentTarget }) => onChange({ birthDate: currentTarget.value.replaceAll('-', '') })} />
        <NativeSelect size="md" label={t('sex')} value={typed.sex} onChange={({ currentTarget }) => onChange({ sex: currentTarget.value })}
          data={sexes.map((sex) => ({ value: sex, label: sex === '' || sex === 'F' || sex === 'M' || sex === 'O' ? t(`sex ${sex}`) : sex }))} />
      </div>
      <div className="fj-card-row">{text('patientId', 64)}{text('issuer', 64)}</div>
      {text('accessionNumber', 16)}
    </>
  )
}

/** DA as a date field has it. */
function dayOf(da: string): string {
  return /^\d{8}$/.test(da) ? `${da.slice(0, 4)}-${da.slice(4, 6)}-${da.slice(6)}` : ''
}

function Effect({ card, identity }: { readonly card: StudyCard; readonly identity: PatientIdentity }) {
  const t = useStudyCardTexts()
  const changed = differing(card.identity, identity)
  if (changed.length === 0) return t('effectNone')
  if (changed.includes('patientId') || changed.includes('issuer')) return t('effectMove')
  const isOfPerson = changed.some((field) => field !== 'accessionNumber')
  return isOfPerson && card.others > 0 ? t('effectPatient', { count: card.others }) : t('effectAlone')
}

interface KnownPatientProps {
  readonly person: NonNullable<CorrectionAnswer['person']>
  readonly isBusy: boolean
  readonly onJoin: () => void
  readonly onNo: () => void
}

/** Two patients are never made one because their numbers look alike: a person says so. */
function KnownPatient({ person, isBusy, onJoin, onNo }: KnownPatientProps) {
  const t = useStudyCardTexts()
  const shown = useShown()
  return (
    <Notice tone="wait" icon={IconUserCheck} role="alert">
      <strong>{t('knownTitle')}</strong>
      <p className="fj-name">{t('knownText', { name: shown('patientName', person.patientName), birthDate: shown('birthDate', person.birthDate) })}</p>
      <div className="fj-row">
        <Button loading={isBusy} onClick={onJoin}>{t('knownJoin')}</Button>
        <Button variant="default" onClick={onNo}>{t('knownNo')}</Button>
      </div>
    </Notice>
  )
}
