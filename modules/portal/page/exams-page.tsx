import { Skeleton } from '@mantine/core'
import { useState } from 'react'
import {
  contains, EmptyState, FilterField, Loading, moveByArrows, NothingFound, PageHead, Problem,
} from '../../../platform/web/kit/index.ts'
import { usePerson } from '../../../platform/web/session.ts'
import type { ExamView } from '../contract.ts'
import { useExams } from './data.ts'
import { nameOf, useExamWords } from './describe-exam.ts'
import { Elsewhere } from './elsewhere.tsx'
import { ExamCard } from './exam-card.tsx'
import { byYear } from './years.ts'
import { usePortalTexts } from './texts/index.ts'
import './portal.css'

/** Fewer exams are seen at a glance: a filter and headings would only be in the way. */
const MANY = 7

export function ExamsPage() {
  const t = usePortalTexts()
  const isPatient = usePerson().role !== 'doctor'
  const title = t(isPatient ? 'exams' : 'examsDoctor')
  return (
    <>
      <PageHead title={title} windowTitle={title} lead={t(isPatient ? 'examsLead' : 'examsLeadDoctor')} />
      <Exams />
      <Elsewhere />
    </>
  )
}

function Exams() {
  const { data: exams, error, refetch } = useExams()
  if (exams === undefined && error !== null) return <Problem error={error} onRetry={() => void refetch()} />
  if (exams === undefined) return <ExamsOutline />
  return exams.length === 0 ? <NoExams /> : <FilteredExams exams={exams} />
}

function FilteredExams({ exams }: { readonly exams: readonly ExamView[] }) {
  const t = usePortalTexts()
  const words = useExamWords()
  const isPatient = usePerson().role !== 'doctor'
  const [text, setText] = useState('')
  const shown = exams.filter((exam) => {
    const { title, kind, date } = words(exam)
    return contains([title, kind, date, exam.accessionNumber, exam.patient?.id ?? null, nameOf(exam.patient)], text)
  })
  const [newest, ...rest] = shown
  return (
    <div className="fj-exams" onKeyDown={moveByArrows}>
      {exams.length >= MANY && <FilterField label={t(isPatient ? 'filterExams' : 'filterExamsDoctor')} value={text} onChange={setText} />}
      {newest === undefined && <NothingFound text={text} onClear={() => setText('')} />}
      {newest !== undefined && <ExamCard exam={newest} isNewest={text === ''} />}
      {exams.length < MANY && <Cards exams={rest} />}
      {exams.length >= MANY && byYear(rest).map(({ year, exams: ofYear }) => (
        <section key={year} aria-label={year === '' ? t('undated') : year}>
          <h2 className="fj-year">{year === '' ? t('undated') : year}</h2>
          <Cards exams={ofYear} />
        </section>
      ))}
    </div>
  )
}

function Cards({ exams }: { readonly exams: readonly ExamView[] }) {
  if (exams.length === 0) return null
  return <ul className="fj-exam-grid">{exams.map((exam) => <li key={exam.id}><ExamCard exam={exam} /></li>)}</ul>
}

function NoExams() {
  const t = usePortalTexts()
  const { patientId, role } = usePerson()
  return (
    <EmptyState title={t('examsEmptyTitle')}>
      <p>{t(role === 'doctor' ? 'examsEmptyDoctor' : 'examsEmpty')}</p>
      {patientId !== null && <p>{t('examsEmptyWrong', { patientId })}</p>}
    </EmptyState>
  )
}

/** Cards without words, where the cards will be. */
function ExamsOutline() {
  return (
    <div className="fj-exams" aria-busy="true">
      <Loading />
      <div className="fj-card fj-exam fj-exam-newest"><OutlineOfCard /></div>
      <div className="fj-exam-grid">
        {Array.from({ length: 4 }, (_, index) => <div key={index} className="fj-card fj-exam"><OutlineOfCard /></div>)}
      </div>
    </div>
  )
}

function OutlineOfCard() {
  return (
    <>
      <Skeleton className="fj-film fj-film-outline" />
      <div className="fj-exam-words">
        <Skeleton height={16} width={120} />
        <Skeleton height={22} width="80%" my={4} />
        <Skeleton height={16} width="55%" />
      </div>
    </>
  )
}
