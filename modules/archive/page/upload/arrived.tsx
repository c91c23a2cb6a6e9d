/** What an upload brought: patients, and their exams with a way to the pictures. */
import { Link } from '@tanstack/react-router'
import { IconChevronRight } from '@tabler/icons-react'
import { useFormat } from '../../../../platform/web/format.ts'
import { Problem, RowsSkeleton } from '../../../../platform/web/kit/index.ts'
import { StudyActions } from '../../../../platform/web/study-actions.tsx'
import type { UploadedPatient, UploadedStudy, UploadView } from '../../contract.ts'
import { useArrived } from './data.ts'
import { personName } from '../../../../platform/web/person-name.ts'
import { useUploadTexts } from './texts/index.ts'

export function Arrived({ upload: { id, changedAt } }: { readonly upload: UploadView }) {
  const t = useUploadTexts()
  const { data, error, refetch } = useArrived(id, changedAt)
  return (
    <section className="fj-stack" aria-labelledby="upload-arrived">
      <h2 id="upload-arrived">{t('cameIn')}</h2>
      {data === undefined && (error === null ? <RowsSkeleton rows={2} height={96} /> : <Problem error={error} onRetry={() => void refetch()} />)}
      {data?.patients.length === 0 && <p className="fj-quiet">{t('cameInNone')}</p>}
      {data?.patients.map((patient, place) => <Patient key={place} patient={patient} />)}
      {data !== undefined && data.patients.length > 0 && (
        <div className="fj-upload-actions"><StudyActions studies={data.patients.flatMap(({ studies }) => studies)} /></div>
      )}
      {data?.isMore === true && <p className="fj-quiet">{t('cameInMore')}</p>}
    </section>
  )
}

function Patient({ patient: { name, patientId, birthDate, studies } }: { readonly patient: UploadedPatient }) {
  const t = useUploadTexts()
  const born = useFormat().date(birthDate, 'medium')
  const facts = [patientId, born === null ? '' : t('born', { date: born })].filter((fact) => fact !== '')
  return (
    <article className="fj-card fj-upload-patient">
      <header>
        <h3 className="fj-name"><bdi>{personName(name) || t('noName')}</bdi></h3>
        <p className="fj-quiet fj-small fj-name">{facts.map((fact, place) => <span key={place}>{place > 0 && ' · '}<bdi>{fact}</bdi></span>)}</p>
      </header>
      <ul>{studies.map((study) => <li key={study.id}><Study study={study} /></li>)}</ul>
    </article>
  )
}

function Study({ study }: { readonly study: UploadedStudy }) {
  const t = useUploadTexts()
  const { id, description, mayView } = study
  const what = description === '' ? t('noDescription') : description
  const words = <StudyWords study={study} what={what} />
  if (!mayView) return <div className="fj-upload-study">{words}</div>
  return (
    <Link to={`/viewer/${id}`} className="fj-upload-study" aria-label={t('view', { what })}>
      {words}
      <IconChevronRight size={20} aria-hidden="true" className="fj-upload-go" />
    </Link>
  )
}

function StudyWords({ study, what }: { readonly study: UploadedStudy, readonly what: string }) {
  const t = useUploadTexts()
  const format = useFormat()
  const { date, modalities, accessionNumber, uploaded, instances } = study
  const count = uploaded < instances ? t('uploadedOf', { uploaded, count: instances }) : t('uploadedAll', { count: instances })
  const facts = [format.date(date, 'medium') ?? '', modalities.join(', '), accessionNumber, count].filter((fact) => fact !== '')
  return (
    <span className="fj-upload-study-words">
      <bdi className="fj-strong">{what}</bdi>
      <span className="fj-quiet fj-small">{facts.map((fact, place) => <span key={place}>{place > 0 && ' · '}<bdi>{fact}</bdi></span>)}</span>
    </span>
  )
}
