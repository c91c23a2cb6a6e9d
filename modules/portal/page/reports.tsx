/** What is written of an exam, beside its images. POR-43. */
import { IconClockEdit, IconEye, IconFileText } from '@tabler/icons-react'
import { useFormat } from '../../../platform/web/format.ts'
import { LinkButton, RichText, StateTag } from '../../../platform/web/kit/index.ts'
import { usePerson } from '../../../platform/web/session.ts'
import type { ExamDetail, Report, ReportLine } from '../contract.ts'
import { urls } from './data.ts'
import { useSiteWords } from './site-words.ts'
import { usePortalTexts } from './texts/index.ts'

export function Reports({ detail: { exam, reports } }: { readonly detail: ExamDetail }) {
  const t = usePortalTexts()
  const words = useSiteWords().data
  const isDoctor = usePerson().role === 'doctor'
  return (
    <section className="fj-reports" aria-labelledby="reports-title">
      <h2 id="reports-title">{t('tabReport')}</h2>
      {!isDoctor && words !== undefined && <div className="fj-report-explained"><RichText content={words.reportExplained} /></div>}
      {reports.map((report) => <Paper key={report.id} report={report} examId={exam.id} />)}
    </section>
  )
}

function Paper({ report, examId }: { readonly report: Report; readonly examId: string }) {
  const t = usePortalTexts()
  const format = useFormat()
  const { title, date, kind, isVerified, isComplete, lines } = report
  return (
    <article className="fj-report">
      <h3><IconFileText size={22} aria-hidden="true" /><bdi>{title === '' ? t('report') : title}</bdi></h3>
      {date !== '' && <p className="fj-quiet">{format.date(date)}</p>}
      {!(isVerified && isComplete) && <StateTag tone="wait" icon={IconClockEdit}>{t('reportNotFinal')}</StateTag>}
      {lines.length > 0 && <dl>{lines.map((line, n) => <Line key={n} line={line} />)}</dl>}
      {kind === 'document' && <LinkButton to={urls.viewer(examId)} variant="default" leftSection={<IconEye size={20} />}>{t('reportDocument')}</LinkButton>}
    </article>
  )
}

function Line({ line: { depth, name, words } }: { readonly line: ReportLine }) {
  if (words === '') return <dt className="fj-report-head" data-depth={Math.min(depth, 3)}><bdi>{name}</bdi></dt>
  return (
    <div data-depth={Math.min(depth, 3)}>
      {name !== '' && <dt><bdi>{name}</bdi></dt>}
      <dd><bdi>{words}</bdi></dd>
    </div>
  )
}
