/** One upload: what came in, and what became of every file. */
import { Button, Collapse } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useParams } from '@tanstack/react-router'
import { IconCircleCheck, IconFileSpreadsheet } from '@tabler/icons-react'
import { useFormat } from '../../../../platform/web/format.ts'
import { LinkButton, Notice, PageHead, PageSkeleton, Problem, RowsSkeleton } from '../../../../platform/web/kit/index.ts'
import { usePerson } from '../../../../platform/web/session.ts'
import type { FileOutcome, UploadView } from '../../contract.ts'
import { Arrived } from './arrived.tsx'
import { Counts } from './counts.tsx'
import { addressOf, useReport, useUpload } from './data.ts'
import { UploadTag } from './past-uploads.tsx'
import { ReportRows } from './report-rows.tsx'
import { useUploadTexts } from './texts/index.ts'
import './upload.css'

export function UploadDetailPage() {
  const t = useUploadTexts()
  const { uploadId = '' }: { readonly uploadId?: string } = useParams({ strict: false })
  const { data, error, refetch } = useUpload(uploadId)
  if (data !== undefined) return <Detail upload={data} />
  if (error === null) return <PageSkeleton />
  return (
    <>
      <PageHead title={t('detailTitle')} windowTitle={t('detailTitle')} back={{ to: '/upload', label: t('back') }} />
      <Problem error={error} onRetry={() => void refetch()} />
    </>
  )
}

function Detail({ upload }: { readonly upload: UploadView }) {
  const t = useUploadTexts()
  const format = useFormat()
  const isStaff = usePerson().role !== 'doctor'
  const { id, label, by, isOwn, startedAt, refused, held, skipped } = upload
  const lead = [format.instant(startedAt), isOwn || by === '' ? '' : t('broughtBy', { name: by })].filter((part) => part !== '')
  return (
    <>
      <PageHead
        title={<bdi className="fj-name">{label === '' ? t('plain') : label}</bdi>} windowTitle={t('detailTitle')} back={{ to: '/upload', label: t('back') }}
        lead={<span className="fj-row"><span className="fj-name">{lead.join(' · ')}</span><UploadTag upload={upload} /></span>}
      />
      <div className="fj-stack fj-upload">
        <div className="fj-upload-run-head">
          <Counts counts={upload} />
          <Button component="a" variant="default" href={`${addressOf(id)}/report.csv`} download leftSection={<IconFileSpreadsheet size={18} />}>{t('report')}</Button>
        </div>
        <Arrived upload={upload} />
        <section className="fj-stack" aria-labelledby="upload-look">
          <h2 id="upload-look">{t('toLookAt')}</h2>
          {refused + held === 0 && <Notice tone="good" icon={IconCircleCheck}><p>{t('toLookAtNone')}</p></Notice>}
          {held > 0 && <h3>{t('count held')}</h3>}
          {held > 0 && <ReportList upload={upload} outcome="held" />}
          {held > 0 && isStaff && <div><LinkButton to="/quarantine" variant="default">{t('toQuarantine')}</LinkButton></div>}
          {refused > 0 && <h3>{t('count refused')}</h3>}
          {refused > 0 && <ReportList upload={upload} outcome="refused" />}
        </section>
        {skipped > 0 && <LeftOut upload={upload} />}
      </div>
    </>
  )
}

function LeftOut({ upload }: { readonly upload: UploadView }) {
  const t = useUploadTexts()
  const [opened, list] = useDisclosure(false)
  return (
    <section className="fj-stack" aria-labelledby="upload-left">
      <h2 id="upload-left">{t('leftOut')}</h2>
      <p className="fj-quiet">{t('leftOutText')}</p>
      <div><Button variant="default" aria-expanded={opened} onClick={list.toggle}>{t('showList')}</Button></div>
      <Collapse expanded={opened}>{opened && <ReportList upload={upload} outcome="skipped" />}</Collapse>
    </section>
  )
}

function ReportList({ upload: { id }, outcome }: { readonly upload: UploadView, readonly outcome: FileOutcome }) {
  const t = useUploadTexts()
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useReport(id, outcome)
  if (data === undefined) return error === null ? <RowsSkeleton rows={2} height={52} /> : <Problem error={error} onRetry={() => void refetch()} />
  return (
    <>
      <ReportRows files={data} label={t(`count ${outcome}`)} />
      {hasNextPage && <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>{t('more')}</Button>}
    </>
  )
}
