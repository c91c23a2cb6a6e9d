import { Button, NativeSelect, Radio, TextInput } from '@mantine/core'
import { IconTool, IconUserCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { Problem } from '../../../../platform/web/kit/index.ts'
import type { HeldCase, HeldIdentity, NewUids, Repair } from '../../contract.ts'
import { useQuarantineTexts } from './texts/index.ts'

interface RepairFormProps {
  readonly held: HeldCase
  readonly isBusy: boolean
  readonly error: Error | null
  readonly onRepair: (repair: Repair) => void
}

const UID_CHOICES: readonly NewUids[] = ['wrong', 'images', 'all']
const SEXES = ['', 'F', 'M', 'O'] as const

export function RepairForm({ held, isBusy, error, onRepair }: RepairFormProps) {
  const t = useQuarantineTexts()
  const [typed, setTyped] = useState<Repair>(() => ({ ...asRepair(held.came), newUids: held.why === 'same-uid' ? 'images' : 'wrong' }))
  const change = (part: Partial<Repair>): void => setTyped((before) => ({ ...before, ...part }))
  const isDate = /^(\d{8})?$/.test(typed.birthDate)
  const { here } = held
  return (
    <form className="fj-stack" noValidate onSubmit={(event) => {
      event.preventDefault()
      if (isDate) onRepair(typed)
    }}>
      {here !== null && (
        <Button variant="default" leftSection={<IconUserCheck size={18} />} onClick={() => change(ofHere(here, typed))}>{t('useHere')}</Button>
      )}
      <TextField name="patientName" max={194} typed={typed} onChange={change} description={t('nameHint')} />
      <TextField name="patientId" max={64} typed={typed} onChange={change} {...(typed.patientId === '' && { description: t('patientNeeded') })} />
      <TextField name="issuer" max={64} typed={typed} onChange={change} />
      <TextField
        name="birthDate" max={8} typed={typed} onChange={change} description={t('birthDateHint')} error={isDate ? null : t('birthDateWrong')}
      />
      <NativeSelect
        size="md" label={t('sex')} value={typed.sex} data={SEXES.map((sex) => ({ value: sex, label: t(`sex ${sex}`) }))}
        onChange={({ currentTarget }) => change({ sex: SEXES.find((sex) => sex === currentTarget.value) ?? '' })}
      />
      <TextField name="accessionNumber" max={16} typed={typed} onChange={change} />
      <Radio.Group size="md" label={t('newUids')} value={typed.newUids} onChange={(value) => change({ newUids: UID_CHOICES.find((each) => each === value) ?? 'wrong' })}>
        <div className="fj-held-uids">{UID_CHOICES.map((each) => <Radio key={each} value={each} label={t(`newUids ${each}`)} />)}</div>
      </Radio.Group>
      {error !== null && <Problem error={error} />}
      <Button type="submit" leftSection={<IconTool size={18} />} loading={isBusy} disabled={!isDate}>{t('repairGo')}</Button>
    </form>
  )
}

interface TextFieldProps {
  readonly name: 'patientName' | 'patientId' | 'issuer' | 'birthDate' | 'accessionNumber'
  readonly max: number
  readonly typed: Repair
  readonly onChange: (part: Partial<Repair>) => void
  readonly description?: string
  readonly error?: string | null
}

function TextField({ name, max, typed, onChange, description, error = null }: TextFieldProps) {
  const t = useQuarantineTexts()
  return (
    <TextInput
      label={t(name)} value={typed[name]} maxLength={max} autoComplete="off" error={error} className="fj-name"
      {...(description !== undefined && { description })} onChange={({ currentTarget }) => onChange({ [name]: currentTarget.value })}
    />
  )
}

/** An exam keeps its number, unless one is known here. */
function ofHere(here: HeldIdentity, typed: Repair): Omit<Repair, 'newUids'> {
  const known = asRepair(here)
  return { ...known, accessionNumber: known.accessionNumber || typed.accessionNumber }
}

/** What came may be too long, or of other letters, for what may be typed. */
function asRepair(identity: HeldIdentity): Omit<Repair, 'newUids'> {
  const plain = (text: string, max: number) => text.replace(/[\\\p{Cc}]/gu, ' ').slice(0, max)
  const { patientId, issuer, patientName, birthDate, accessionNumber } = identity
  return {
    patientId: plain(patientId, 64), issuer: plain(issuer, 64), patientName: plain(patientName, 194), accessionNumber: plain(accessionNumber, 16),
    birthDate: /^\d{8}$/.test(birthDate) ? birthDate : '', sex: SEXES.find((sex) => sex === identity.sex) ?? '',
  }
}
