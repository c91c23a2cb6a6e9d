/** What can be done to the studies that are chosen; in sight wherever the list is. */
import { ActionIcon, VisuallyHidden } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { StudyActions } from '../../../../platform/web/study-actions.tsx'
import type { Selection } from './selection.ts'
import { useStudyTexts } from './texts/index.ts'

export function SelectionBar({ selection: { chosen, all } }: { readonly selection: Selection }) {
  const t = useStudyTexts()
  return (
    <>
      <VisuallyHidden role="status">{chosen.length > 0 && t('chosen', { count: chosen.length })}</VisuallyHidden>
      {chosen.length > 0 && (
        <section className="fj-selection" aria-label={t('chosenTitle')}>
          <strong aria-hidden="true">{t('chosen', { count: chosen.length })}</strong>
          <StudyActions studies={chosen} />
          <ActionIcon variant="subtle" size={44} aria-label={t('chooseNone')} title={t('chooseNone')} onClick={() => all(false)}><IconX size={20} /></ActionIcon>
        </section>
      )}
    </>
  )
}
