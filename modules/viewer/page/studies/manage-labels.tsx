/** The labels of the site: named and coloured by staff, removed by administrators, who are told from how many studies. */
import { ActionIcon, Button, Group } from '@mantine/core'
import { IconPencil, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { Notice, Problem, RowsSkeleton, toast } from '../../../../platform/web/kit/index.ts'
import { usePerson } from '../../../../platform/web/session.ts'
import { useFrameTexts } from '../../../../platform/web/texts/index.ts'
import type { Label } from '../../contract.ts'
import { LabelTag } from './label-tag.tsx'
import { useChangeLabel, useLabel, useLabels, useMakeLabel, useRemoveLabel } from './labels-data.ts'
import { LabelForm } from './label-form.tsx'
import { useStudyTexts } from './texts/index.ts'

export function ManageLabels() {
  const t = useStudyTexts()
  const { labels, query } = useLabels()
  const making = useMakeLabel()
  if (query.data === undefined) return query.error === null ? <RowsSkeleton rows={3} height={44} /> : <Problem error={query.error} onRetry={() => void query.refetch()} />
  return (
    <div className="fj-stack">
      <p className="fj-quiet">{labels.length === 0 ? t('noLabels') : t('labelsLead')}</p>
      <ul className="fj-label-list">{labels.map((label) => <Row key={label.id} label={label} />)}</ul>
      <LabelForm submit={t('addLabel')} isBusy={making.isPending} onSubmit={(label, onAdded) => making.mutate(label, { onSuccess: onAdded })} />
      {making.error !== null && <Problem error={making.error} />}
    </div>
  )
}

function Row({ label }: { readonly label: Label }) {
  const t = useStudyTexts()
  const [open, setOpen] = useState<'change' | 'remove' | null>(null)
  const changing = useChangeLabel(label.id)
  const toggle = (what: 'change' | 'remove'): void => setOpen((before) => (before === what ? null : what))
  return (
    <li>
      <div className="fj-label-row">
        <LabelTag label={label} />
        <ActionIcon variant="subtle" size={44} aria-label={t('changeLabel', { name: label.name })} aria-expanded={open === 'change'} onClick={() => toggle('change')}>
          <IconPencil size={18} />
        </ActionIcon>
        {usePerson().role === 'admin' && (
          <ActionIcon variant="subtle" size={44} aria-label={t('removeLabel', { name: label.name })} aria-expanded={open === 'remove'} onClick={() => toggle('remove')}>
            <IconTrash size={18} />
          </ActionIcon>
        )}
      </div>
      {open === 'change' && (
        <LabelForm label={label} submit={t('save')} isBusy={changing.isPending} onSubmit={(change) => changing.mutate(change, { onSuccess: () => setOpen(null) })} />
      )}
      {changing.error !== null && <Problem error={changing.error} />}
      {open === 'remove' && <Removal label={label} onClose={() => setOpen(null)} />}
    </li>
  )
}

function Removal({ label, onClose }: { readonly label: Label; readonly onClose: () => void }) {
  const t = useStudyTexts()
  const closeLabel = useFrameTexts()('close')
  const { data, error } = useLabel(label.id)
  const removing = useRemoveLabel(label.id)
  const remove = (): void => removing.mutate(undefined, { onSuccess: () => toast({ kind: 'done', closeLabel, text: t('labelRemoved') }) })
  const failed = error ?? removing.error
  return (
    <Notice tone="wait" icon={IconTrash} role="alert">
      {data === undefined ? <p>{t('counting')}</p> : <p>{data.studies === 0 ? t('onNone') : t('removesFrom', { count: data.studies })}</p>}
      {failed !== null && <Problem error={failed} />}
      <Group>
        <Button color="red" disabled={data === undefined} loading={removing.isPending} onClick={remove}>{t('removeGo')}</Button>
        <Button variant="default" onClick={onClose}>{t('keep')}</Button>
      </Group>
    </Notice>
  )
}
