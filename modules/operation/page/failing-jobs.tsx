/** Jobs that do not succeed: why, when they are tried again, and what a person can do. */
import { Button } from '@mantine/core'
import { IconBan, IconPlayerPlay, IconRefresh, IconTrash } from '@tabler/icons-react'
import { useFormat } from '../../../platform/web/format.ts'
import { Problem, StateTag, toast } from '../../../platform/web/kit/index.ts'
import { useFrameTexts } from '../../../platform/web/texts/index.ts'
import type { FailingJobView } from '../contract.ts'
import { useJobAction } from './data.ts'
import { useOperationTexts } from './texts/index.ts'

export function FailingJobs({ jobs }: { readonly jobs: readonly FailingJobView[] }) {
  return <ul className="fj-cards">{jobs.map((job) => <FailingJob key={job.id} job={job} />)}</ul>
}

function FailingJob({ job: { id, kind, attempts, maxAttempts, isGivenUp, runAt, lastError } }: { readonly job: FailingJobView }) {
  const t = useOperationTexts()
  const { instant } = useFormat()
  const tries = t('attempts', { attempts, max: maxAttempts })
  return (
    <li className="fj-card fj-operation-part">
      <div className="fj-operation-words">
        <h3 className="fj-mono fj-operation-details">{kind}</h3>
        <p className="fj-small fj-quiet">{isGivenUp ? tries : `${tries} · ${t('nextTry', { when: instant(runAt) })}`}</p>
        {lastError !== '' && <p className="fj-mono fj-small fj-operation-details" dir="ltr">{lastError}</p>}
        {isGivenUp
          ? <StateTag tone="bad" icon={IconBan}>{t('isGivenUp')}</StateTag>
          : <StateTag tone="wait" icon={IconRefresh}>{t('isFailing')}</StateTag>}
      </div>
      <Actions id={id} kind={kind} isGivenUp={isGivenUp} />
    </li>
  )
}

function Actions({ id, kind, isGivenUp }: Pick<FailingJobView, 'id' | 'kind' | 'isGivenUp'>) {
  const t = useOperationTexts()
  const closeLabel = useFrameTexts()('close')
  const [trying, removing] = [useJobAction('try'), useJobAction('remove')]
  const error = trying.error ?? removing.error
  const tell = (text: string) => ({ onSuccess: () => toast({ kind: 'done', closeLabel, text }) })
  return (
    <div className="fj-operation-acts">
      <div className="fj-row">
        <Button
          variant="default" leftSection={<IconPlayerPlay size={18} />} loading={trying.isPending} aria-label={t('tryNowWhat', { what: kind })}
          onClick={() => trying.mutate(id, tell(t('triedAgain')))}
        >
          {t('tryNow')}
        </Button>
        {isGivenUp && (
          <Button
            variant="subtle" color="red" leftSection={<IconTrash size={18} />} loading={removing.isPending} aria-label={t('takeWhat', { what: kind })}
            onClick={() => removing.mutate(id, tell(t('takenOut')))}
          >
            {t('take')}
          </Button>
        )}
      </div>
      {error !== null && <Problem error={error} />}
    </div>
  )
}
