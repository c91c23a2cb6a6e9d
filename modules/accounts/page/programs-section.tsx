/** Programs that act for oneself: viewers, gateways, scripts. Each has a token of its own, shown once. */
import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconAlertCircle, IconClockOff, IconKey, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useFormat } from '../../../platform/web/format.ts'
import { Copy, EmptyState, Notice, Problem, RowsSkeleton, Sheet, StateTag } from '../../../platform/web/kit/index.ts'
import { usePerson } from '../../../platform/web/session.ts'
import type { AnyRole, ApiTokenView, MadeApiToken, TokenAction } from '../contract.ts'
import { useAccountsTexts } from './texts/index.ts'
import { useEndToken, useMakeToken, useTokens } from './tokens-data.ts'

export function ProgramsSection() {
  const t = useAccountsTexts()
  const tokens = useTokens()
  const [adding, setAdding] = useState(false)
  const isEmpty = tokens.data?.length === 0
  const add = <Button leftSection={<IconPlus size={18} />} onClick={() => setAdding(true)}>{t('tokenAdd')}</Button>
  return (
    <section className="fj-stack fj-narrow">
      <div className="fj-stack">
        <h2>{t('programs')}</h2>
        <p className="fj-quiet">{t('programsLead')}</p>
        <p className="fj-small">{t('programsAddress')} <bdi className="fj-mono fj-name">{`${location.origin}/dicom-web`}</bdi></p>
      </div>
      {tokens.isPending && <RowsSkeleton rows={2} height={112} />}
      {tokens.isError && <Problem error={tokens.error} onRetry={() => void tokens.refetch()} />}
      {isEmpty && <EmptyState level={3} title={t('programsEmptyTitle')} action={add}>{t('programsEmpty')}</EmptyState>}
      {tokens.data !== undefined && !isEmpty && (
        <>
          <ul className="fj-cards">{tokens.data.map((token) => <TokenCard key={token.id} token={token} />)}</ul>
          <div>{add}</div>
        </>
      )}
      <Sheet opened={adding} onClose={() => setAdding(false)} title={t('tokenAdd')}><NewToken onDone={() => setAdding(false)} /></Sheet>
    </section>
  )
}

function TokenCard({ token }: { readonly token: ApiTokenView }) {
  const t = useAccountsTexts()
  const format = useFormat()
  const end = useEndToken()
  const until = format.day(token.expiresAt)
  return (
    <li className="fj-card fj-person-card">
      <div>
        <div className="fj-strong"><bdi className="fj-name">{token.name}</bdi></div>
        <div className="fj-quiet fj-person-line">
          {token.actions.map((action) => t(ACTION_WORDS[action])).join(' · ')}
          {token.studies !== null && <> · {t('tokenStudies', { count: token.studies.length })}</>}
          <br />{token.usedAt === null ? t('tokenUnused') : t('tokenUsed', { when: format.instant(token.usedAt) })}
        </div>
        {token.isOver
          ? <StateTag tone="bad" icon={IconClockOff}>{t('tokenOver', { when: until })}</StateTag>
          : <StateTag tone="good" icon={IconKey}>{t('tokenUntil', { when: until })}</StateTag>}
        {end.isError && <Problem error={end.error} />}
      </div>
      <Button variant="subtle" color="red" loading={end.isPending} onClick={() => end.mutate(token.id)} aria-label={`${t('tokenEnd')}: ${token.name}`}>
        {t('tokenEnd')}
      </Button>
    </li>
  )
}

const ACTION_WORDS = { read: 'tokenRead', store: 'tokenStore', delete: 'tokenDelete', orders: 'tokenOrders', metrics: 'tokenMetrics' } as const satisfies Record<TokenAction, string>
/** What an account may do is all that its programs can. */
const OFFERED: Readonly<Record<AnyRole, readonly TokenAction[]>> = {
  admin: ['read', 'store', 'delete', 'orders', 'metrics'], clerk: ['read', 'store', 'orders'], doctor: ['read'], patient: ['read'], visitor: [],
}
const LIFETIMES = ['7', '30', '90', '366'] as const
const USUAL_LIFETIME = '90'

interface Filled {
  readonly name: string
  readonly actions: readonly TokenAction[]
  readonly lifetimeDays: string
}

function NewToken({ onDone }: { readonly onDone: () => void }) {
  const t = useAccountsTexts()
  const make = useMakeToken()
  const { role } = usePerson()
  const form = useForm<Filled>({
    initialValues: { name: '', actions: ['read'], lifetimeDays: USUAL_LIFETIME },
    validate: {
      name: (value) => (value.trim() === '' ? t('tokenNameMissing') : null),
      actions: (value) => (value.length === 0 ? t('tokenActionsMissing') : null),
    },
  })
  if (make.data !== undefined) return <Secret made={make.data} onDone={onDone} />
  const offered = OFFERED[role]
  const submit = form.onSubmit(({ name, actions, lifetimeDays }) =>
    make.mutate({ name: name.trim(), actions: [...actions], lifetimeDays: Number(lifetimeDays) }))
  return (
    <form onSubmit={submit} noValidate className="fj-stack">
      {make.isError && <Problem error={make.error} />}
      <TextInput label={t('tokenName')} description={t('tokenNameHint')} autoComplete="off" maxLength={128} data-autofocus {...form.getInputProps('name')} />
      <Checkbox.Group label={t('tokenActions')} {...form.getInputProps('actions')} value={[...form.values.actions]}>
        <div className="fj-stack">{offered.map((action) => <Checkbox key={action} value={action} label={t(ACTION_WORDS[action])} />)}</div>
      </Checkbox.Group>
      <NativeSelect
        size="md"
        label={t('tokenLifetime')}
        data={LIFETIMES.map((days) => ({ value: days, label: t('tokenDays', { count: Number(days) }) }))}
        {...form.getInputProps('lifetimeDays')}
      />
      <Button type="submit" loading={make.isPending}>{t('tokenMake')}</Button>
    </form>
  )
}

function Secret({ made, onDone }: { readonly made: MadeApiToken; readonly onDone: () => void }) {
  const t = useAccountsTexts()
  return (
    <div className="fj-stack">
      <p>{t('tokenFor', { name: made.token.name })}</p>
      <div className="fj-handover"><div className="fj-copy-value" dir="ltr" data-testid="token-secret">{made.secret}</div></div>
      <Copy what={t('token')} value={made.secret} wide />
      <Notice tone="wait" icon={IconAlertCircle}><p>{t('tokenOnce')}</p></Notice>
      <Button variant="subtle" onClick={onDone}>{t('linkDone')}</Button>
    </div>
  )
}
