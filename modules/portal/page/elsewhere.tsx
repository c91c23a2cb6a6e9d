/** Exams that only a PACS of the house has: listed when it has answered, never in the way of those that are here. */
import { Button } from '@mantine/core'
import { IconAlertTriangle, IconBuildingHospital, IconCloudDownload, IconHourglass } from '@tabler/icons-react'
import { Notice, Problem, StateTag } from '../../../platform/web/kit/index.ts'
import type { ElsewhereExam } from '../contract.ts'
import { useBring, useElsewhere } from './data.ts'
import { useExamWords } from './describe-exam.ts'
import { usePortalTexts } from './texts/index.ts'

export function Elsewhere() {
  const t = usePortalTexts()
  const { data } = useElsewhere()
  if (data === undefined || (data.exams.length === 0 && !data.isAsking)) return null
  return (
    <section className="fj-elsewhere" aria-labelledby="elsewhere-title">
      <h2 id="elsewhere-title" className="fj-year">{t('elsewhere')}</h2>
      {data.isAsking && data.exams.length === 0 && <p className="fj-quiet" role="status">{t('elsewhereAsking')}</p>}
      {data.exams.length > 0 && <p className="fj-quiet">{t('elsewhereLead')}</p>}
      <ul className="fj-exam-grid">{data.exams.map((exam) => <li key={exam.studyUid}><Card exam={exam} /></li>)}</ul>
      {data.maybeMore && <Notice tone="wait" icon={IconAlertTriangle}><p>{t('elsewhereMore')}</p></Notice>}
    </section>
  )
}

function Card({ exam }: { readonly exam: ElsewhereExam }) {
  const t = usePortalTexts()
  const bringing = useBring()
  const { title, kind, date, images } = useExamWords()({ ...exam, instances: exam.instances ?? 0 })
  const facts = [kind === title ? '' : kind, exam.instances === null ? '' : images].filter((fact) => fact !== '')
  return (
    <div className="fj-card fj-exam fj-away">
      <IconBuildingHospital size={36} stroke={1.5} aria-hidden="true" />
      <span className="fj-exam-words">
        <span className="fj-exam-date"><bdi>{date}</bdi></span>
        <h3><bdi>{title}</bdi></h3>
        {facts.length > 0 && <span className="fj-quiet">{facts.join(' · ')}</span>}
        {exam.state === 'coming'
          ? <StateTag tone="wait" icon={IconHourglass}>{t('elsewhereComing')}</StateTag>
          : <StateTag tone="plain" icon={IconBuildingHospital}>{t('elsewhereThere')}</StateTag>}
        {exam.state === 'failed' && <span className="fj-small">{t('elsewhereFailed')}</span>}
        {bringing.isError && <Problem error={bringing.error} />}
        {exam.state !== 'coming' && (
          <Button variant="default" leftSection={<IconCloudDownload size={18} />} loading={bringing.isPending} onClick={() => bringing.mutate({ studyUid: exam.studyUid })}>
            {t('elsewhereBring')}
          </Button>
        )}
      </span>
    </div>
  )
}
