/** The picture that is looked at: saved, printed, or as a link for those who may see the exam. */
import { useCallback, useState } from 'react'
import { toast } from '../../../platform/web/kit/index.ts'
import { useFrameTexts } from '../../../platform/web/texts/index.ts'
import type { StudyToView } from '../contract.ts'
import { useHost } from './host.ts'
import { pictureOf, savePicture } from './keep-picture.ts'
import type { Print } from './print-sheet.tsx'
import { useViewerTexts } from './texts/index.ts'
import type { Desk } from './use-desk.ts'
import { useSeriesName, useStudyTitle } from './words.ts'

export function useKeeping(desk: Desk, study: StudyToView) {
  const t = useViewerTexts()
  const frame = useFrameTexts()
  const seriesName = useSeriesName()
  const { title, date } = useStudyTitle()(study)
  const [print, setPrint] = useState<Print | null>(null)
  const { workspace, series, shown, sceneOf } = desk
  const here = shown[workspace.active] ?? null
  const name = series.find(({ seriesUid }) => seriesUid === workspace.tiles[workspace.active]?.seriesUid)?.series
  const picture = async (): Promise<Blob | null> => {
    const scene = sceneOf(workspace.active)
    return scene === undefined ? null : pictureOf(scene.element)
  }
  const say = (text: string): void => toast({ kind: 'done', text, closeLabel: frame('close') })

  const onSave = async (): Promise<void> => {
    const kept = await picture()
    if (kept === null || here === null) return
    // The name tells nobody whose picture it is.
    savePicture(kept, `image-${name?.number ?? 1}-${here.at + 1}.png`)
    say(t('saved'))
  }
  const onPrint = async (): Promise<void> => {
    const kept = await picture()
    if (kept === null || here === null) return
    const facts = [date, ...(name === undefined ? [] : [seriesName(name)]), t('sliceOf', { at: here.at + 1, count: here.count })]
    setPrint({ picture: kept, title, facts, warning: study.notForDiagnosis ? t('notForDiagnosis') : null })
  }
  const onLink = async (): Promise<void> => {
    await navigator.clipboard.writeText(location.href)
    say(t('copied'))
  }
  return {
    print, printed: useCallback(() => setPrint(null), []),
    onSave: () => void onSave(), onPrint: () => void onPrint(), onLink: useHost().hasLinks ? () => void onLink() : null,
  }
}
