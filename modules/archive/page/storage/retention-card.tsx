/** How long studies are kept: rules in order, what they would do now, and what they did. */
import { Button } from '@mantine/core'
import { IconDeviceFloppy, IconPlus, IconTestPipe } from '@tabler/icons-react'
import { useState } from 'react'
import { useFormat } from '../../../../platform/web/format.ts'
import { Problem, RowsSkeleton, toast } from '../../../../platform/web/kit/index.ts'
import { useFrameTexts } from '../../../../platform/web/texts/index.ts'
import type { RetentionRule, RetentionView } from '../../contract.ts'
import { useDryRun, useRetention, useSaveRetention } from './data.ts'
import { DryRun } from './dry-run.tsx'
import { RuleRow } from './rule-row.tsx'
import { useStorageTexts } from './texts/index.ts'

export function RetentionCard() {
  const t = useStorageTexts()
  const { data, error, refetch } = useRetention()
  return (
    <section className="fj-card fj-card-body" aria-labelledby="retention-title">
      <h2 id="retention-title">{t('retention')}</h2>
      <p>{t('retentionMeaning')}</p>
      {data === undefined && (error === null ? <RowsSkeleton rows={2} height={84} /> : <Problem error={error} onRetry={() => void refetch()} />)}
      {data !== undefined && <Rules key={JSON.stringify(data.rules)} view={data} />}
      {data !== undefined && data.runs.length > 0 && <Runs runs={data.runs} />}
    </section>
  )
}

const NEW_RULE: RetentionRule = { source: '', modality: '', basis: 'received', keepDays: 3_650 }

function Rules({ view }: { readonly view: RetentionView }) {
  const t = useStorageTexts()
  const closeLabel = useFrameTexts()('close')
  const [rules, setRules] = useState<readonly RetentionRule[]>(view.rules)
  const [saving, trying] = [useSaveRetention(), useDryRun()]
  const change = (next: readonly RetentionRule[]): void => {
    trying.reset()
    setRules(next)
  }
  const isChanged = JSON.stringify(rules) !== JSON.stringify(view.rules)
  const body = { rules: [...rules] }
  const save = (): void => saving.mutate(body, { onSuccess: () => toast({ kind: 'done', closeLabel, text: t('rulesSaved') }) })
  return (
    <div className="fj-stack">
      {rules.length === 0 && <p className="fj-quiet">{t('noRules')}</p>}
      <ol className="fj-storage-rules">
        {rules.map((rule, at) => (
          <RuleRow
            key={at} rule={rule} number={at + 1} sources={view.sources} isFirst={at === 0}
            onChange={(next) => change(rules.with(at, next))} onRemove={() => change(rules.toSpliced(at, 1))}
            onUp={() => change(rules.toSpliced(at - 1, 2, rule, rules[at - 1] ?? rule))}
          />
        ))}
      </ol>
      {rules.length > 0 && <p className="fj-quiet fj-small">{t('restKept')}</p>}
      {[saving.error, trying.error].map((error, index) => error !== null && <Problem key={index} error={error} />)}
      <div className="fj-row">
        <Button variant="default" leftSection={<IconPlus size={18} />} onClick={() => change([...rules, NEW_RULE])}>{t('addRule')}</Button>
        <Button variant="default" leftSection={<IconTestPipe size={18} />} disabled={rules.length === 0} loading={trying.isPending} onClick={() => trying.mutate(body)}>{t('dryRun')}</Button>
        <Button leftSection={<IconDeviceFloppy size={18} />} disabled={!isChanged} loading={saving.isPending} onClick={save}>{t('saveRules')}</Button>
      </div>
      {trying.data !== undefined && <DryRun result={trying.data} />}
    </div>
  )
}

function Runs({ runs }: Pick<RetentionView, 'runs'>) {
  const t = useStorageTexts()
  const { instant, bytes } = useFormat()
  return (
    <div>
      <h3>{t('runs')}</h3>
      <ul className="fj-storage-list">
        {runs.map(({ at, studies, sizeBytes, held }) => (
          <li key={at}>
            <span>{t('ranOut', { count: studies, bytes: bytes(sizeBytes) })}{held > 0 && <> · {t('heldCount', { count: held })}</>}</span>
            <span className="fj-quiet fj-small">{instant(at)}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
