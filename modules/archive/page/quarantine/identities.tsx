import { VisuallyHidden } from '@mantine/core'
import { IconArrowsDiff, IconCheck } from '@tabler/icons-react'
import { useFormat } from '../../../../platform/web/format.ts'
import { StateTag } from '../../../../platform/web/kit/index.ts'
import type { HeldIdentity } from '../../contract.ts'
import { personName } from '../../../../platform/web/person-name.ts'
import { useQuarantineTexts } from './texts/index.ts'

const FIELDS = ['patientName', 'patientId', 'issuer', 'birthDate', 'sex', 'accessionNumber'] as const
type Field = (typeof FIELDS)[number]

interface IdentitiesProps {
  readonly came: HeldIdentity
  /** Null where nobody here is contradicted. */
  readonly here: HeldIdentity | null
}

/** Side by side, so that the eye finds what differs; and said in words, for who does not see colours. */
export function Identities({ came, here }: IdentitiesProps) {
  const t = useQuarantineTexts()
  const fields = FIELDS.filter((field) => field !== 'issuer' || came.issuer !== '' || (here?.issuer ?? '') !== '')
  return (
    <table className="fj-held-identities">
      <thead>
        <tr>
          <th scope="col"><VisuallyHidden>{t('field')}</VisuallyHidden></th>
          <th scope="col">{t('came')}</th>
          {here !== null && <th scope="col">{t('here')}</th>}
        </tr>
      </thead>
      <tbody>{fields.map((field) => <Row key={field} field={field} came={came} here={here} />)}</tbody>
    </table>
  )
}

function Row({ field, came, here }: IdentitiesProps & { readonly field: Field }) {
  const t = useQuarantineTexts()
  // Of a Patient's record no exam's number is known: nothing is compared then.
  const isCompared = here !== null && (field !== 'accessionNumber' || here[field] !== '')
  const isDifferent = isCompared && here[field] !== came[field]
  return (
    <tr className={isDifferent ? 'fj-held-differs' : undefined}>
      <th scope="row">
        {t(field)}
        {isCompared && (
          <StateTag tone={isDifferent ? 'wait' : 'good'} icon={isDifferent ? IconArrowsDiff : IconCheck}>{t(isDifferent ? 'differs' : 'same')}</StateTag>
        )}
      </th>
      <td data-label={t('came')}><Value field={field} value={came[field]} /></td>
      {here !== null && <td data-label={t('here')}><Value field={field} value={here[field]} /></td>}
    </tr>
  )
}

function Value({ field, value }: { readonly field: Field; readonly value: string }) {
  const t = useQuarantineTexts()
  const { date } = useFormat()
  if (value === '') return <span className="fj-quiet">{t('none')}</span>
  if (field === 'birthDate') return <bdi className="fj-name">{date(value, 'medium') ?? value}</bdi>
  if (field === 'sex') return <bdi>{value === 'F' || value === 'M' || value === 'O' ? t(`sex ${value}`) : value}</bdi>
  return <bdi className="fj-name">{field === 'patientName' ? personName(value) || value : value}</bdi>
}
