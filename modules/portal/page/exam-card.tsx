import { Link } from '@tanstack/react-router'
import { IconArrowRight, IconChevronRight, IconHourglass, IconPackage } from '@tabler/icons-react'
import { Film, StateTag } from '../../../platform/web/kit/index.ts'
import type { ExamView, RequestView } from '../contract.ts'
import { isPending, urls } from './data.ts'
import { nameOf, useExamWords } from './describe-exam.ts'
import { usePortalTexts } from './texts/index.ts'

interface ExamCardProps {
  readonly exam: ExamView
  readonly isNewest?: boolean
}

/** One exam, all of it a link. */
export function ExamCard({ exam, isNewest = false }: ExamCardProps) {
  const t = usePortalTexts()
  const { title, kind, date, images } = useExamWords()(exam)
  const Heading = isNewest ? 'h2' : 'h3'
  return (
    <Link to={urls.exam(exam.id)} data-item className={`fj-card fj-exam ${isNewest ? 'fj-exam-newest' : ''}`}>
      <Film src={urls.thumbnail(exam)} />
      <span className="fj-exam-words">
        <span className="fj-exam-date">
          <bdi>{date}</bdi>
          {isNewest && <span className="fj-tag fj-plain">{t('newest')}</span>}
        </span>
        <Heading><bdi>{title}</bdi></Heading>
        {exam.patient !== null && <PatientLine patient={exam.patient} />}
        <span className="fj-quiet">{kind === title || kind === '' ? images : `${kind} · ${images}`}</span>
        {exam.request !== null && <RequestTag request={exam.request} />}
        {isNewest && <span className="fj-exam-open">{t('see', { images })}<IconArrowRight size={20} aria-hidden="true" /></span>}
      </span>
      {!isNewest && <IconChevronRight size={22} aria-hidden="true" className="fj-exam-go" />}
    </Link>
  )
}

/** For a doctor, who has many. */
function PatientLine({ patient }: { readonly patient: NonNullable<ExamView['patient']> }) {
  const t = usePortalTexts()
  return (
    <span>
      <bdi className="fj-name fj-strong">{nameOf(patient)}</bdi>{' '}
      <bdi className="fj-name fj-quiet">{t('patientIs', { patientId: patient.id })}</bdi>
    </span>
  )
}

function RequestTag({ request }: { readonly request: RequestView }) {
  const t = usePortalTexts()
  if (isPending(request)) return <StateTag tone="wait" icon={IconHourglass}>{t('tagPreparing')}</StateTag>
  return <StateTag tone="good" icon={IconPackage}>{t('tagReady')}</StateTag>
}
