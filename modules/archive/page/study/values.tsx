import { useFormat } from '../../../../platform/web/format.ts'
import type { PatientIdentity } from '../../contract.ts'
import { personName } from '../../../../platform/web/person-name.ts'
import { useStudyCardTexts } from './texts/index.ts'

export const FIELDS = ['patientName', 'patientId', 'issuer', 'birthDate', 'sex', 'accessionNumber'] as const
export type Field = (typeof FIELDS)[number]

export function useShown(): (field: Field, value: string) => string {
  const t = useStudyCardTexts()
  const { date } = useFormat()
  return (field, value) => {
    if (value === '') return t('none')
    if (field === 'birthDate') return date(value, 'medium') ?? value
    if (field === 'sex') return value === 'F' || value === 'M' || value === 'O' ? t(`sex ${value}`) : value
    return field === 'patientName' ? personName(value) || value : value
  }
}

/** What is different, in the order of the fields. */
export function differing(one: PatientIdentity, other: PatientIdentity): readonly Field[] {
  return FIELDS.filter((field) => one[field] !== other[field])
}
