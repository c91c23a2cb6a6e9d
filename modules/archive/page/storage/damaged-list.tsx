/** Files that are not what they were, and what can be done. */
import { Button, Group } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { IconCloudDownload, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useFormat } from '../../../../platform/web/format.ts'
import { Problem, Sheet, toast } from '../../../../platform/web/kit/index.ts'
import type { StorageView } from '../../contract.ts'
import { personName } from '../../../../platform/web/person-name.ts'
import { useFrameTexts } from '../../../../platform/web/texts/index.ts'
import { useFetchDamaged, useRemoveDamaged } from './data.ts'
import { useStorageTexts } from './texts/index.ts'

type Damaged = StorageView['damaged'][number]

export function DamagedList({ damaged }: { readonly damaged: readonly Damaged[] }) {
  const t = useStorageTexts()
  const [asked, setAsked] = useState<Damaged | null>(null)
  return (
    <section className="fj-card fj-card-body" aria-labelledby="damaged-title">
      <h2 id="damaged-title">{t('damagedTitle', { count: damaged.length })}</h2>
      <p>{t('damagedMeaning')}</p>
      <ol className="fj-storage-advice"><li>{t('advice1')}</li><li>{t('advice2')}</li><li>{t('advice3')}</li><li>{t('advice4')}</li></ol>
      <FetchAgain />
      <ul className="fj-storage-list">{damaged.map((each) => <One key={`${each.id} ${each.instanceUid}`} damaged={each} onRemove={() => setAsked(each)} />)}</ul>
      <Sheet opened={asked !== null} onClose={() => setAsked(null)} title={t('takeOutTitle')}>
        {asked !== null && <Question damaged={asked} onClose={() => setAsked(null)} />}
      </Sheet>
    </section>
  )
}

function FetchAgain() {
  const t = useStorageTexts()
  const closeLabel = useFrameTexts()('close')
  const asking = useFetchDamaged()
  const ask = (): void => asking.mutate(undefined, { onSuccess: () => toast({ kind: 'done', closeLabel, text: t('fetchAsked') }) })
  return (
    <>
      <div className="fj-row"><Button leftSection={<IconCloudDownload size={18} />} loading={asking.isPending} onClick={ask}>{t('fetchAgain')}</Button></div>
      {asking.error !== null && <Problem error={asking.error} />}
    </>
  )
}

function One({ damaged, onRemove }: { readonly damaged: Damaged; readonly onRemove: () => void }) {
  const t = useStorageTexts()
  const { instant } = useFormat()
  const { studyId, patientName, studyDescription, instanceUid, isMissing, foundAt, cameFrom, asked } = damaged
  const name = personName(patientName) || t('unnamed')
  return (
    <li>
      <div className="fj-storage-words">
        {studyId === null
          ? <span>{t('noStudy')}</span>
          : <Link to={`/archive/studies/${studyId}`} className="fj-link fj-strong fj-name"><bdi>{name}</bdi></Link>}
        <bdi>{studyDescription}</bdi>
        <span className="fj-quiet fj-small">{t(isMissing ? 'missing' : 'changed')} · {instant(foundAt)} · {t('cameFrom', { from: cameFrom })}</span>
        {studyId !== null && <span className="fj-small">{asked === null ? t('notAsked') : t(`asked ${asked.answer}`, { when: instant(asked.at) })}</span>}
        <span className="fj-mono fj-quiet fj-small">{instanceUid}</span>
      </div>
      {studyId !== null && <Button variant="default" leftSection={<IconTrash size={18} />} onClick={onRemove}>{t('takeOut')}</Button>}
    </li>
  )
}

function Question({ damaged, onClose }: { readonly damaged: Damaged; readonly onClose: () => void }) {
  const t = useStorageTexts()
  const removing = useRemoveDamaged()
  return (
    <div className="fj-stack">
      <p>{t('takeOutText')}</p>
      {removing.error !== null && <Problem error={removing.error} />}
      <Group justify="flex-end">
        <Button variant="default" data-autofocus onClick={onClose}>{t('leaveIt')}</Button>
        <Button color="red" loading={removing.isPending} onClick={() => removing.mutate(damaged.id, { onSuccess: onClose })}>{t('takeOut')}</Button>
      </Group>
    </div>
  )
}
