/** From a disc, a folder or a phone into the archive. ING-30. */
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { EmptyState, PageHead, Problem, RowsSkeleton } from '../../../../platform/web/kit/index.ts'
import { Choose } from './choose.tsx'
import { keys, useUploads } from './data.ts'
import { PastUploads } from './past-uploads.tsx'
import { Running } from './running.tsx'
import { isUnderWay } from './run/progress.ts'
import type { Unfinished } from './run/uploader.ts'
import { useUploadTexts } from './texts/index.ts'
import { useProgress } from './use-uploader.ts'
import './upload.css'

export function UploadPage() {
  const t = useUploadTexts()
  return (
    <>
      <PageHead title={t('upload')} windowTitle={t('upload')} lead={t('lead')} />
      <Uploading />
    </>
  )
}

function Uploading() {
  const t = useUploadTexts()
  const progress = useProgress()
  const pages = useUploads()
  const [unfinished, setUnfinished] = useState<Unfinished | null>(null)
  useFreshList(progress.phase.kind)
  const { data, error, refetch } = pages
  if (data === undefined) return error === null ? <RowsSkeleton rows={3} height={120} /> : <Problem error={error} onRetry={() => void refetch()} />
  const isIdle = progress.phase.kind === 'idle'
  if (!data.mayUpload) return <EmptyState title={t('notForYou')}><p>{t('notForYouText')}</p></EmptyState>
  return (
    <div className="fj-stack fj-upload">
      {isIdle
        ? <Choose unfinished={unfinished} onNotNow={() => setUnfinished(null)} />
        : <Running progress={progress} />}
      <PastUploads
        pages={pages} runningId={isUnderWay(progress.phase) ? progress.uploadId : null}
        onContinue={isIdle ? (upload) => setUnfinished(upload) : null}
      />
    </div>
  )
}

/** The list tells of the one that begins or ends here. */
function useFreshList(phase: string): void {
  const queries = useQueryClient()
  useEffect(() => {
    void queries.invalidateQueries({ queryKey: keys.uploads })
  }, [queries, phase])
}
