/** What was corrected, when, by whom; each may be taken back. */
import { Button } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import { useFormat } from '../../../../platform/web/format.ts'
import { Problem, toast } from '../../../../platform/web/kit/index.ts'
import { useFrameTexts } from '../../../../platform/web/texts/index.ts'
import type { MadeCorrection, StudyCard } from '../../contract.ts'
import { useTakeBack } from './data.ts'
import { useStudyCardTexts } from './texts/index.ts'
import { FIELDS, useShown } from './values.tsx'

export function History({ card }: { readonly card: StudyCard }) {
  const t = useStudyCardTexts()
  return (
    <section className="fj-card fj-card-body" aria-labelledby="corrections-title">
      <h2 id="corrections-title">{t('history')}</h2>
      {card.corrections.length === 0
        ? <p className="fj-quiet">{t('historyEmpty')}</p>
        : <ol className="fj-card-history">{card.corrections.map((made) => <Made key={made.id} studyId={card.id} made={made} />)}</ol>}
    </section>
  )
}

function Made({ studyId, made }: { readonly studyId: string; readonly made: MadeCorrection }) {
  const t = useStudyCardTexts()
  const { instant } = useFormat()
  const shown = useShown()
  const closeLabel = useFrameTexts()('close')
  const taking = useTakeBack(studyId)
  const { changed, at, by, note, studies, undoneAt, undoneBy } = made
  const takeBack = (): void => taking.mutate(made.id, { onSuccess: () => toast({ kind: 'done', closeLabel, text: t('tookBack') }) })
  return (
    <li data-undone={undoneAt !== null || undefined}>
      <div className="fj-card-made">
        <ul>
          {FIELDS.flatMap((field) => {
            const value = changed[field]
            return value === undefined ? [] : [<li key={field}>{t(field)}: <bdi className="fj-name fj-strong">{shown(field, value)}</bdi></li>]
          })}
        </ul>
        {note !== '' && <p><bdi>{note}</bdi></p>}
        <p className="fj-quiet fj-small">{instant(at)} · {t('by', { name: by ?? t('somebody') })} · {t('forStudies', { count: studies })}</p>
        {undoneAt !== null && <p className="fj-small">{t('isTakenBack', { name: undoneBy ?? t('somebody'), when: instant(undoneAt) })}</p>}
        {taking.error !== null && <Problem error={taking.error} />}
      </div>
      {undoneAt === null && (
        <Button variant="default" leftSection={<IconArrowBackUp size={18} />} loading={taking.isPending} onClick={takeBack}
          aria-label={t('takeBackWhat', { when: instant(at) })}>{t('takeBack')}</Button>
      )}
    </li>
  )
}
