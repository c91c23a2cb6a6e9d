/** What is written of an exam, beside its images. POR-43. */
import { IconClockEdit, IconEye, IconFileText } from '@tabler/icons-react'
import { useFormat } from '../../../platform/web/format.ts'
import { LinkButton, RichText, StateTag } from '../../../platform/web/kit/index.ts'
import { usePerson } from '../../../platform/web/session.ts'
import type { ExamDetail, Report, ReportLine } from '../contract.ts'
import { urls } from './data.ts'
import { useSiteWords } from './site-words.ts'
import { usePortalTexts } from './texts/index.ts'

/** Further in, a phone has no room left. */
const DEEPEST = 3

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
      {lines.length > 0 && <div className="fj-report-lines">{lines.map((line, n) => <Line key={n} line={line} under={lines[n - 1]} />)}</div>}
      {kind === 'document' && <LinkButton to={urls.viewer(examId)} variant="default" leftSection={<IconEye size={20} />}>{t('reportDocument')}</LinkButton>}
    </article>
  )
}

interface LineProps {
  readonly line: ReportLine
  readonly under: ReportLine | undefined
}

/** Many devices call a part and the one sentence in it the same: once is enough. */
function Line({ line: { depth, name, words }, under }: LineProps) {
  const indent = Math.min(depth, DEEPEST)
  if (words === '') return <h4 data-depth={indent}><bdi>{name}</bdi></h4>
  const isNamed = name !== '' && !(under?.words === '' && under.name === name)
  return <p data-depth={indent}>{isNamed && <strong><bdi>{name}</bdi></strong>}<bdi>{words}</bdi></p>
}
