/** What stands in a cell, in the reader's way of writing. */
import { useFormat } from '../../../../platform/web/format.ts'
import type { StudyRow } from '../../contract.ts'
import { readableName } from '../core/elements.ts'
import { useNumber } from '../words.ts'
import type { Column } from './columns.ts'
import { useStudyTexts } from './texts/index.ts'

export function useCellWords(): (study: StudyRow, column: Exclude<Column, 'labels'>) => string {
  const t = useStudyTexts()
  const format = useFormat()
  const number = useNumber()
  return (study, column) => {
    switch (column) {
      case 'patientName': return readableName(study.patientName) || t('unnamed')
      case 'referrer': return readableName(study.referrer)
      case 'birthDate': return format.date(study.birthDate, 'medium') ?? ''
      case 'date': return format.date(study.date, 'medium') ?? ''
      case 'modalities': return study.modalities.join(' ')
      case 'sizeBytes': return format.bytes(study.sizeBytes)
      case 'series': return number(study.series)
      case 'instances': return number(study.instances)
      case 'patientId':
      case 'sex':
      case 'description':
      case 'accessionNumber': return study[column]
    }
  }
}
