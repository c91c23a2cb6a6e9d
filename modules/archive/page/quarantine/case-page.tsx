/** One case: why it waits, what came against what is here, and what should happen. */
import { useParams } from '@tanstack/react-router'
import { IconInfoCircle } from '@tabler/icons-react'
import { useFormat } from '../../../../platform/web/format.ts'
import { EmptyState, LinkButton, Notice, PageHead, PageSkeleton, Problem } from '../../../../platform/web/kit/index.ts'
import { hasCode } from '../../../../platform/web/api.ts'
import type { HeldCase, HeldDetail } from '../../contract.ts'
import { Actions } from './actions.tsx'
import { useHeldCase } from './data.ts'
import { Identities } from './identities.tsx'
import { Images } from './images.tsx'
import { State } from './state.tsx'
import { useQuarantineTexts } from './texts/index.ts'
import { useCaseWords } from './words.ts'
import './quarantine.css'

export function CasePage() {
  const t = useQuarantineTexts()
  const { caseId = '' }: { readonly caseId?: string } = useParams({ strict: false })
  const { data, error, refetch } = useHeldCase(caseId)
  if (data !== undefined) return <Case detail={data} />
  if (error === null) return <PageSkeleton />
  const isGone = hasCode(error, 'held-not-found')
  return (
    <>
      <PageHead back={{ to: '/quarantine', label: t('back') }} title={isGone ? t('goneTitle') : t('title')} windowTitle={t('title')} />
      {isGone
        ? <EmptyState title={t('goneTitle')} action={<LinkButton to="/quarantine">{t('back')}</LinkButton>}><p>{t('goneText')}</p></EmptyState>
        : <Problem error={error} onRetry={() => void refetch()} />}
    </>
  )
}

function Case({ detail: { held, images } }: { readonly detail: HeldDetail }) {
  const t = useQuarantineTexts()
  const { why, state, came, here, actions } = held
  return (
    <>
      <PageHead
        back={{ to: '/quarantine', label: t('back') }} title={t(`why ${why}`)} windowTitle={t(`why ${why}`)} lead={<State state={state} />}
      />
      <div className="fj-held-sides">
        <div className="fj-stack fj-held-main">
          <Notice tone="plain" icon={IconInfoCircle}><p>{t(`text ${why}`)}</p></Notice>
          <div className="fj-card fj-card-body"><Identities came={came} here={here} /></div>
        </div>
        <div className="fj-stack fj-held-side">
          {actions.length > 0 && <Actions held={held} />}
          <Facts held={held} />
        </div>
        <Images images={images} count={held.instances} hasHere={why === 'same-uid'} />
      </div>
    </>
  )
}

function Facts({ held }: { readonly held: HeldCase }) {
  const t = useQuarantineTexts()
  const { from } = useCaseWords()
  const { instant, date, bytes } = useFormat()
  const { modality, studyDescription, studyDate, instances, receivedAt, studyUid, detail } = held
  const exam = [modality, studyDescription, date(studyDate, 'medium') ?? ''].filter((part) => part !== '').join(' · ')
  return (
    <div className="fj-card fj-card-body">
      <dl className="fj-held-facts">
        {exam !== '' && <div><dt>{t('exam')}</dt><dd><bdi>{exam}</bdi></dd></div>}
        <div><dt>{t('received')}</dt><dd>{instant(receivedAt)}, {from(held.from)}</dd></div>
        <div><dt>{t('size')}</dt><dd>{t('images', { count: instances })}, {bytes(held.bytes)}</dd></div>
      </dl>
      <details className="fj-held-technical">
        <summary>{t('technical')}</summary>
        <dl className="fj-held-facts">
          <div><dt>{t('detail')}</dt><dd><bdi>{detail}</bdi></dd></div>
          {studyUid !== '' && <div><dt>{t('studyUid')}</dt><dd className="fj-mono"><bdi>{studyUid}</bdi></dd></div>}
        </dl>
      </details>
    </div>
  )
}
