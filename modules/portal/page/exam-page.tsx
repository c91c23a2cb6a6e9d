import { Skeleton, Tabs } from '@mantine/core'
import { useNavigate, useParams } from '@tanstack/react-router'
import { IconDownload, IconFileText, IconPhotoScan } from '@tabler/icons-react'
import { useEffect } from 'react'
import { useSearchValue } from '../../../platform/web/address.ts'
import { hasCode } from '../../../platform/web/api.ts'
import { EmptyState, LinkButton, Loading, PageHead, Problem, RowsSkeleton, useWide } from '../../../platform/web/kit/index.ts'
import type { ExamDetail } from '../contract.ts'
import { urls, useExam } from './data.ts'
import { nameOf, useExamWords } from './describe-exam.ts'
import { DownloadPanel } from './download-panel.tsx'
import { DraftKeeper } from './draft.tsx'
import { Reports } from './reports.tsx'
import { SeriesGrid } from './series-grid.tsx'
import { usePortalTexts } from './texts/index.ts'
import './portal.css'

export function ExamPage() {
  const { examId }: { readonly examId?: string } = useParams({ strict: false })
  const { data: detail, error, refetch } = useExam(examId ?? '')
  if (detail !== undefined) return <Exam detail={detail} />
  if (error === null) return <Outline />
  if (hasCode(error, 'exam-not-found')) return <NoExam />
  return <Problem error={error} onRetry={() => void refetch()} />
}

function Exam({ detail }: { readonly detail: ExamDetail }) {
  const t = usePortalTexts()
  const wide = useWide()
  const { title, kind, date, images } = useExamWords()(detail.exam)
  const { patient } = detail.exam
  const whose = patient === null ? '' : `${nameOf(patient)} (${t('patientIs', { patientId: patient.id })})`
  const facts = [whose, date, kind === title ? '' : kind, images].filter((fact) => fact !== '')
  return (
    <DraftKeeper key={detail.exam.id}>
      <PageHead
        back={{ to: '/exams', label: t(patient === null ? 'exams' : 'examsDoctor') }}
        title={<bdi>{title}</bdi>}
        windowTitle={t('exam')}
        lead={facts.map((fact, index) => <span key={fact}>{index > 0 && ' · '}<bdi className={fact === whose ? 'fj-name' : undefined}>{fact}</bdi></span>)}
      />
      {wide ? <SideBySide detail={detail} /> : <InTabs detail={detail} />}
    </DraftKeeper>
  )
}

/** `?show=download` leads straight to the panel: from a toast, from the mail. */
function useShowsDownload(): boolean {
  return useSearchValue('show') === 'download'
}

function SideBySide({ detail }: { readonly detail: ExamDetail }) {
  const t = usePortalTexts()
  const isAskedFor = useShowsDownload()
  useEffect(() => {
    if (isAskedFor) document.getElementById('download')?.focus()
  }, [isAskedFor])
  return (
    <div className="fj-exam-sides">
      <div className="fj-stack">
        {detail.reports.length > 0 && <a href="#reports-title" className="fj-link fj-to-report"><IconFileText size={20} aria-hidden="true" />{t('reportBelow')}</a>}
        <SeriesGrid detail={detail} />
        {detail.reports.length > 0 && <Reports detail={detail} />}
      </div>
      <DownloadPanel detail={detail} />
    </div>
  )
}

function InTabs({ detail }: { readonly detail: ExamDetail }) {
  const t = usePortalTexts()
  const navigate = useNavigate()
  const shown = useSearchValue('show')
  const hasReport = detail.reports.length > 0
  const tab = shown === 'download' || (shown === 'report' && hasReport) ? shown : 'images'
  const show = (next: string | null) =>
    void navigate({ to: urls.exam(detail.exam.id), search: next === null || next === 'images' ? {} : { show: next }, replace: true })
  return (
    <Tabs value={tab} onChange={show} className="fj-exam-tabs" {...(hasReport && { 'data-many': true })}>
      <Tabs.List grow>
        <Tabs.Tab value="images" leftSection={<IconPhotoScan size={20} aria-hidden="true" />}>{t('tabImages')}</Tabs.Tab>
        {hasReport && <Tabs.Tab value="report" leftSection={<IconFileText size={20} aria-hidden="true" />}>{t('tabReport')}</Tabs.Tab>}
        <Tabs.Tab value="download" leftSection={<IconDownload size={20} aria-hidden="true" />}>{t('tabDownload')}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="images">
        <SeriesGrid detail={detail} />
        <div className="fj-thumb-bar">
          <LinkButton to={urls.exam(detail.exam.id)} search={{ show: 'download' }} fullWidth leftSection={<IconDownload size={20} />}>
            {t('takeHome')}
          </LinkButton>
        </div>
      </Tabs.Panel>
      {hasReport && <Tabs.Panel value="report"><Reports detail={detail} /></Tabs.Panel>}
      <Tabs.Panel value="download"><DownloadPanel detail={detail} /></Tabs.Panel>
    </Tabs>
  )
}

function NoExam() {
  const t = usePortalTexts()
  return (
    <>
      <PageHead title={t('examGoneTitle')} windowTitle={t('exam')} back={{ to: '/exams', label: t('exams') }} />
      <EmptyState title={t('examGoneTitle')} action={<LinkButton to="/exams">{t('toExams')}</LinkButton>}>
        <p>{t('examGone')}</p>
      </EmptyState>
    </>
  )
}

function Outline() {
  return (
    <div className="fj-stack" aria-busy="true">
      <Loading />
      <Skeleton height={20} width={120} />
      <Skeleton height={34} width="60%" />
      <Skeleton height={20} width="40%" mb="md" />
      <div className="fj-exam-sides">
        <div className="fj-series">
          {Array.from({ length: 6 }, (_, index) => <Skeleton key={index} className="fj-series-outline" />)}
        </div>
        <RowsSkeleton rows={1} height={380} />
      </div>
    </div>
  )
}
