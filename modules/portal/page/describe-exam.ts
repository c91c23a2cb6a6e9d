import { useFormat } from '../../../platform/web/format.ts'
import type { ExamView } from '../contract.ts'
import { wordsOf } from './modality-words.ts'
import { usePortalTexts } from './texts/index.ts'

export interface ExamWords {
  readonly title: string
  /** "CT scan, PET scan". */
  readonly kind: string
  readonly date: string
  readonly images: string
}

/** An exam in words for its patient. */
export function useExamWords(): (exam: Pick<ExamView, 'description' | 'modalities' | 'date' | 'instances'>) => ExamWords {
  const t = usePortalTexts()
  const format = useFormat()
  return ({ description, modalities, date, instances }) => {
    const kind = wordsOf(modalities).map((word) => t(`modality ${word}`)).join(', ')
    return {
      title: description.trim() === '' ? (kind === '' ? t('exam') : kind) : description,
      kind,
      date: format.date(date) ?? t('dateUnknown'),
      images: t('images', { count: instances }),
    }
  }
}

/** "Family, Given" of a PN, PS3.5 §6.2.1. */
export function nameOf(patient: ExamView['patient']): string {
  const [family = '', ...given] = (patient?.name.split('=')[0] ?? '').split('^').map((part) => part.trim())
  return [family, given.slice(0, 2).filter((part) => part !== '').join(' ')].filter((part) => part !== '').join(', ')
}
