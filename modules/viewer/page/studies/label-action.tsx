/** Labels where studies are shown: on a study's card with those that it bears, and for those that are chosen in the list. */
import { Button } from '@mantine/core'
import { IconTags } from '@tabler/icons-react'
import { useState } from 'react'
import type { ShownStudy } from '../../../../platform/web/web-module.ts'
import { LabelSheet } from './label-sheet.tsx'
import { LabelTag } from './label-tag.tsx'
import { useBearing, useLabels } from './labels-data.ts'
import { useStudyTexts } from './texts/index.ts'
import './studies.css'

export function LabelAction({ studies }: { readonly studies: readonly ShownStudy[] }) {
  const t = useStudyTexts()
  const [isOpen, setOpen] = useState(false)
  const uids = studies.map(({ studyUid }) => studyUid)
  const [only, ...others] = uids
  return (
    <section className="fj-label-action" aria-label={t('labels')}>
      {only !== undefined && others.length === 0 && <Borne studyUid={only} />}
      <Button variant="default" leftSection={<IconTags size={18} />} onClick={() => setOpen(true)}>{t('labels')}</Button>
      <LabelSheet studies={uids} opened={isOpen} onClose={() => setOpen(false)} />
    </section>
  )
}

function Borne({ studyUid }: { readonly studyUid: string }) {
  const { labels } = useLabels()
  const { data } = useBearing([studyUid])
  const borne = labels.filter(({ id }) => data?.has(id) === true)
  return borne.length > 0 && <div className="fj-label-borne">{borne.map((label) => <LabelTag key={label.id} label={label} />)}</div>
}
