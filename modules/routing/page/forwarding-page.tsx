/** Rules by which studies go on to a device when they have arrived, and what became of them (NET-12). */
import { ActionIcon, Button, Switch } from '@mantine/core'
import { IconAlertTriangle, IconArrowRight, IconPencil, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useFormat } from '../../../platform/web/format.ts'
import { EmptyState, LinkButton, Notice, PageHead, Problem, RowsSkeleton, Sheet, toast } from '../../../platform/web/kit/index.ts'
import { useFrameTexts } from '../../../platform/web/texts/index.ts'
import type { ForwardRuleView } from '../contract.ts'
import { useChangeRule, useDevices, useRules } from './data.ts'
import { RuleForm } from './rule-form.tsx'
import { useRoutingTexts } from './texts/index.ts'
import './routing.css'

export function ForwardingPage() {
  const t = useRoutingTexts()
  const { data, error, refetch } = useRules()
  const { data: devices } = useDevices()
  const [edited, setEdited] = useState<ForwardRuleView | 'new' | null>(null)
  const targets = devices?.devices.filter(({ roles }) => roles.includes('store')) ?? []
  const closeLabel = useFrameTexts()('close')
  const done = (words: string) => {
    setEdited(null)
    toast({ kind: 'done', closeLabel, text: words })
  }
  const add = <Button leftSection={<IconPlus size={20} />} onClick={() => setEdited('new')}>{t('add')}</Button>
  return (
    <>
      <PageHead title={t('title')} windowTitle={t('title')} lead={t('lead')} />
      {data === undefined && (error === null ? <RowsSkeleton rows={3} height={96} /> : <Problem error={error} onRetry={() => void refetch()} />)}
      {data?.rules.length === 0 && (
        devices !== undefined && targets.length === 0
          ? <EmptyState title={t('noTargetTitle')} action={<LinkButton to="/devices">{t('toDevices')}</LinkButton>}><p>{t('noTarget')}</p></EmptyState>
          : <EmptyState title={t('emptyTitle')} action={add}><p>{t('empty')}</p></EmptyState>
      )}
      {data !== undefined && data.rules.length > 0 && (
        <div className="fj-stack">
          <div>{add}</div>
          <ul className="fj-cards">
            {data.rules.map((rule) => <li key={rule.id} className="fj-card fj-card-body fj-rule"><Rule rule={rule} onEdit={() => setEdited(rule)} /></li>)}
          </ul>
        </div>
      )}
      <Sheet opened={edited !== null} onClose={() => setEdited(null)} place="side" title={t(edited === 'new' ? 'add' : 'edit')}>
        {edited !== null && <RuleForm rule={edited === 'new' ? null : edited} targets={targets} devices={devices?.devices ?? []} onDone={done} />}
      </Sheet>
    </>
  )
}

function Rule({ rule, onEdit }: { readonly rule: ForwardRuleView; readonly onEdit: () => void }) {
  const t = useRoutingTexts()
  const { description, device, isOn } = rule
  const changing = useChangeRule(rule.id)
  return (
    <>
      <div className="fj-rule-head">
        <h2><bdi>{description}</bdi></h2>
        <div className="fj-rule-side">
          <Switch
            size="md" label={t(isOn ? 'on' : 'off')} aria-label={`${description}: ${t('isOn')}`} checked={isOn} disabled={changing.isPending || device === null}
            onChange={({ currentTarget }) => changing.mutate({ isOn: currentTarget.checked })}
          />
          <ActionIcon variant="subtle" color="gray" size={44} aria-label={`${t('edit')}: ${description}`} title={t('edit')} onClick={onEdit}>
            <IconPencil size={20} />
          </ActionIcon>
        </div>
      </div>
      <p className="fj-rule-way"><From rule={rule} /><IconArrowRight size={18} aria-hidden="true" /><bdi className="fj-strong">{device ?? t('noDevice')}</bdi></p>
      {device === null && <Notice tone="bad" icon={IconAlertTriangle}><p>{t('deviceGone')}</p></Notice>}
      {changing.isError && <Problem error={changing.error} />}
      <Tally rule={rule} />
    </>
  )
}

function From({ rule: { fromAeTitle, modality } }: { readonly rule: ForwardRuleView }) {
  const t = useRoutingTexts()
  const what = modality === null ? t('everything') : t('studiesOf', { modality })
  return <span>{fromAeTitle === null ? what : t('fromWhere', { what, aeTitle: fromAeTitle })}</span>
}

function Tally({ rule: { done, open, givenUp, lastAt } }: { readonly rule: ForwardRuleView }) {
  const t = useRoutingTexts()
  const format = useFormat()
  if (done + open + givenUp === 0) return <p className="fj-quiet fj-small">{t('nothingYet')}</p>
  return (
    <p className="fj-quiet fj-small">
      {[
        t('sent', { count: done }), open > 0 ? t('waiting', { count: open }) : '', givenUp > 0 ? t('givenUp', { count: givenUp }) : '',
        lastAt === null ? '' : format.instant(lastAt),
      ].filter((part) => part !== '').join(' · ')}
    </p>
  )
}
