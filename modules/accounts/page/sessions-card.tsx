import { Button, Checkbox } from '@mantine/core'
import { IconDeviceDesktop, IconDeviceMobile, IconMapPin } from '@tabler/icons-react'
import { useState } from 'react'
import { useFormat } from '../../../platform/web/format.ts'
import { Problem, RowsSkeleton, Sheet, StateTag } from '../../../platform/web/kit/index.ts'
import { usePerson } from '../../../platform/web/session.ts'
import type { SessionView } from '../contract.ts'
import { useAccountsTexts } from './texts/index.ts'
import { useEndAll, useEndSession, useSessions } from './ways-data.ts'

export function SessionsCard() {
  const t = useAccountsTexts()
  const { data: sessions, error, refetch } = useSessions()
  const [ending, setEnding] = useState(false)
  return (
    <section className="fj-card fj-card-body">
      <h2>{t('sessions')}</h2>
      <p className="fj-quiet">{t('sessionsLead')}</p>
      {error !== null && <Problem error={error} onRetry={() => void refetch()} />}
      {sessions === undefined && error === null && <RowsSkeleton rows={2} height={64} />}
      {sessions !== undefined && <ul className="fj-lines">{sessions.map((session) => <Session key={session.id} session={session} />)}</ul>}
      <div><Button variant="default" onClick={() => setEnding(true)}>{t('endAll')}</Button></div>
      <Sheet opened={ending} onClose={() => setEnding(false)} title={t('endAll')}><EndAll /></Sheet>
    </section>
  )
}

function Session({ session: { id, isThis, device, address, seenAt } }: { readonly session: SessionView }) {
  const t = useAccountsTexts()
  const format = useFormat()
  const end = useEndSession()
  const name = device === '' ? t('sessionUnknown') : device
  const Sign = /Android|iPhone|iPad/.test(device) ? IconDeviceMobile : IconDeviceDesktop
  return (
    <li>
      <div className="fj-with-icon">
        <Sign size={22} stroke={1.5} aria-hidden="true" />
        <div>
          <div className="fj-strong">{name}</div>
          <div className="fj-small fj-quiet">{t('lastUsed', { when: format.instant(seenAt) })} · <bdi>{address}</bdi></div>
          {isThis && <StateTag tone="good" icon={IconMapPin}>{t('sessionHere')}</StateTag>}
        </div>
      </div>
      {end.isError && <Problem error={end.error} />}
      {!isThis && (
        <Button variant="subtle" size="compact-md" mih={44} loading={end.isPending} onClick={() => end.mutate(id)} aria-label={`${t('sessionEnd')}: ${name}`}>
          {t('sessionEnd')}
        </Button>
      )}
    </li>
  )
}

function EndAll() {
  const t = useAccountsTexts()
  const end = useEndAll()
  const hasPrograms = usePerson().role !== 'patient'
  const [tokens, setTokens] = useState(false)
  return (
    <div className="fj-stack">
      <p>{t('endAllLead')}</p>
      {hasPrograms && (
        <Checkbox
          label={t('endAllTokens')} description={t('endAllTokensHint')} checked={tokens}
          onChange={({ currentTarget }) => setTokens(currentTarget.checked)}
        />
      )}
      {end.isError && <Problem error={end.error} />}
      <div><Button color="red" loading={end.isPending} onClick={() => end.mutate(tokens)}>{t('endAll')}</Button></div>
    </div>
  )
}
