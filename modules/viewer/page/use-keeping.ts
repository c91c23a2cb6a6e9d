/** The picture that is looked at: saved, printed, or as a link for those who may see the exam. */
import { useCallback, useState } from 'react'
import { toast } from '../../../platform/web/kit/index.ts'
import { useFrameTexts } from '../../../platform/web/texts/index.ts'
import type { StudyToView } from '../contract.ts'
import { onPaper } from './core/on-paper.ts'
import { useHost } from './host.ts'
import { savePicture } from './keep-picture.ts'
import type { Keepsake } from './keepsake.ts'
import type { Print } from './print-sheet.tsx'
import { useViewerTexts } from './texts/index.ts'
import type { Desk } from './use-desk.ts'
import { useNumber, useSeriesName, useStudyTitle } from './words.ts'

export function useKeeping(desk: Desk, study: StudyToView) {
  const t = useViewerTexts()
  const frame = useFrameTexts()
  const seriesName = useSeriesName()
  const number = useNumber()
  const studyTitle = useStudyTitle()
  const [print, setPrint] = useState<Print | null>(null)
  const { workspace: { tiles, active }, series, studies, keepsakeOf } = desk
  const here = series.find(({ seriesUid }) => seriesUid === tiles[active]?.seriesUid)
  const say = (text: string, kind: 'done' | 'failed' = 'done'): void => toast({ kind, text, closeLabel: frame('close') })

  const kept = async (keep: (picture: Blob, keepsake: Keepsake) => void): Promise<void> => {
    const keepsake = keepsakeOf(active)
    const picture = await keepsake?.picture()
    if (keepsake === undefined || picture == null) say(t('notYet'), 'failed')
    else keep(picture, keepsake)
  }
  const onSave = () => kept((picture, keepsake) => {
    // The name tells nobody whose picture it is.
    savePicture(picture, `image-${here?.series.number ?? 1}-${keepsake.number}.png`)
    say(t('saved'))
  })
  const onPrint = () => kept((picture, { facts, size }) => {
    // What lies beside is of another exam.
    const { title, date } = studyTitle(studies.find(({ id }) => id === here?.studyId) ?? study)
    const place = size === null ? null : onPaper(size)
    setPrint({
      picture, title, place, warning: study.notForDiagnosis ? t('notForDiagnosis') : null,
      facts: [
        date, ...(here === undefined ? [] : [seriesName(here.series)]), ...facts,
        ...(place === null || place.scale === 1 ? [] : [t('printedSmaller', { percent: number(Math.floor(place.scale * 100)) })]),
      ],
    })
  })
  const onLink = async (): Promise<void> => {
    await navigator.clipboard.writeText(location.href)
    say(t('copied'))
  }
  return {
    print, printed: useCallback(() => setPrint(null), []),
    onSave: () => void onSave(), onPrint: () => void onPrint(), onLink: useHost().hasLinks ? () => void onLink() : null,
  }
}
