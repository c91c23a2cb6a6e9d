import { Button } from '@mantine/core'
import { IconStethoscope, IconUser } from '@tabler/icons-react'
import { useFormat } from '../../../platform/web/format.ts'
import { EmptyState, StateTag, toast } from '../../../platform/web/kit/index.ts'
import { useFrameTexts } from '../../../platform/web/texts/index.ts'
import type { Holder } from '../contract.ts'
import { useEndGrant } from './data.ts'
import { useGrantsTexts } from './texts/index.ts'

export function Holders({ holders }: { readonly holders: readonly Holder[] }) {
  const t = useGrantsTexts()
  return (
    <section aria-labelledby="holders">
      <h2 id="holders">{t('holders')}</h2>
      {holders.length === 0
        ? <EmptyState title={t('holdersEmptyTitle')} level={3}><p>{t('holdersEmpty')}</p></EmptyState>
        : <ul className="fj-cards">{holders.map((holder) => <HolderCard key={holder.grantId} holder={holder} />)}</ul>}
    </section>
  )
}

function HolderCard({ holder }: { readonly holder: Holder }) {
  const t = useGrantsTexts()
  const format = useFormat()
  const { kind, name, username, reason, grantedBy, since, until } = holder
  const when = format.day(since)
  return (
    <li className="fj-card fj-holder">
      <div>
        <div className="fj-row">
          <strong><bdi className="fj-name">{name}</bdi></strong>
          <bdi className="fj-quiet fj-small fj-name">{username}</bdi>
          {kind === 'own'
            ? <StateTag tone="plain" icon={IconUser}>{t('kindOwn')}</StateTag>
            : <StateTag tone="good" icon={IconStethoscope}>{t('kindOpened')}</StateTag>}
        </div>
        <p>{useScopeWords()(holder)}</p>
        <p className="fj-quiet fj-small">
          {grantedBy === null ? t('since', { when }) : t('sinceBy', { when, name: grantedBy })}
          {kind === 'opened' && <> · {until === null ? t('untilEnded') : t('until', { when: format.instant(until) })}</>}
        </p>
        {reason !== '' && <p className="fj-small">{t('why', { reason })}</p>}
      </div>
      {kind === 'opened' && <End holder={holder} />}
    </li>
  )
}

function useScopeWords(): (holder: Pick<Holder, 'exams' | 'seesThis'>) => string {
  const t = useGrantsTexts()
  return ({ exams, seesThis }) => (exams === null ? t('allExams') : t(seesThis ? 'someWithThis' : 'someExams', { count: exams }))
}

function End({ holder: { grantId, name } }: { readonly holder: Holder }) {
  const t = useGrantsTexts()
  const closeLabel = useFrameTexts()('close')
  const ending = useEndGrant()
  const end = () => ending.mutate(grantId, {
    onSuccess: () => toast({ kind: 'done', closeLabel, text: t('ended') }),
    onError: () => toast({ kind: 'failed', closeLabel, text: t('problem grant-not-found') }),
  })
  return <Button variant="default" loading={ending.isPending} onClick={end} aria-label={t('endWhat', { name })}>{t('end')}</Button>
}
