/** Sets of images at the side: small pictures with their words, and other exams to lay beside. */
import { IconActivityHeartbeat, IconChartBubble, IconFileText, IconHistory, IconPhoto, IconStar } from '@tabler/icons-react'
import { moveByArrows } from '../../../platform/web/kit/index.ts'
import type { OtherStudy, StudyToView } from '../contract.ts'
import { useHost } from './host.ts'
import { useViewerTexts } from './texts/index.ts'
import type { Desk } from './use-desk.ts'
import { DRAWN, RECORDINGS, type ViewedSeries } from './viewed-series.ts'
import { useSeriesName, useStudyTitle } from './words.ts'

export interface SeriesPanelProps {
  readonly desk: Desk
  readonly others: readonly OtherStudy[]
  readonly onBeside: (studyId: string) => void
  readonly onChosen?: () => void
}

export function SeriesPanel({ desk, others, onBeside, onChosen }: SeriesPanelProps) {
  const t = useViewerTexts()
  const { studies, series } = desk
  const unopened = others.filter(({ id }) => studies.every((study) => study.id !== id))
  return (
    <nav className="fj-panel" aria-label={t('seriesPanel')} onKeyDown={moveByArrows}>
      {studies.map((study) => (
        <section key={study.id} aria-label={study.description}>
          {studies.length > 1 && <StudyHead study={study} />}
          <ul>
            {series.filter(({ studyId }) => studyId === study.id).map((each) => (
              <li key={each.seriesUid}><SeriesButton each={each} desk={desk} {...(onChosen && { onChosen })} /></li>
            ))}
          </ul>
        </section>
      ))}
      {unopened.length > 0 && (
        <section aria-label={t('otherExams')}>
          <h2 className="fj-panel-head"><IconHistory size={16} aria-hidden="true" />{t('otherExams')}</h2>
          <ul>{unopened.map((other) => <li key={other.id}><OtherButton other={other} onOpen={() => onBeside(other.id)} /></li>)}</ul>
        </section>
      )}
    </nav>
  )
}

function StudyHead({ study }: { readonly study: StudyToView }) {
  const { title, date } = useStudyTitle()(study)
  return <h2 className="fj-panel-head"><span><bdi>{date}</bdi><br /><bdi className="fj-quiet">{title}</bdi></span></h2>
}

interface SeriesButtonProps {
  readonly each: ViewedSeries
  readonly desk: Desk
  readonly onChosen?: () => void
}

function SeriesButton({ each, desk: { workspace, actions }, onChosen }: SeriesButtonProps) {
  const t = useViewerTexts()
  const { series, studyId, seriesUid } = each
  const name = useSeriesName()(series)
  const thumbnail = useHost().thumbnailOf(studyId, series)
  const isShown = workspace.tiles.some((tile) => tile?.seriesUid === seriesUid)
  const choose = (): void => {
    actions.put(workspace.active, each)
    onChosen?.()
  }
  return (
    <button type="button" data-item className="fj-thumb" aria-pressed={isShown} onClick={choose} draggable
      onDragStart={({ dataTransfer }) => dataTransfer.setData('text/x-filmjacket-series', seriesUid)}>
      <span className="fj-thumb-film">
        {thumbnail !== null
          ? <img src={thumbnail} alt="" loading="lazy" decoding="async" draggable={false} />
          : <KindSign modality={series.modality} />}
        <span className="fj-thumb-count" aria-hidden="true">{series.instances}</span>
      </span>
      <span className="fj-thumb-words">
        <span className="fj-thumb-name"><bdi>{name}</bdi></span>
        <span className="fj-quiet fj-small">{kindOf(series.modality, t('images', { count: series.instances }), t)}</span>
      </span>
    </button>
  )
}

/** Papers are not counted in images. */
function kindOf(modality: string, images: string, t: ReturnType<typeof useViewerTexts>): string {
  if (modality === 'DOC') return t('document')
  if (modality === 'SR') return t('report')
  if (modality === 'SM') return `${modality} · ${t('slide')}`
  if (DRAWN.includes(modality)) return `${modality} · ${t('drawn')}`
  if (RECORDINGS.includes(modality)) return `${modality} · ${t('recording')}`
  return modality === 'KO' ? t('keyImages') : `${modality} · ${images}`
}

const SIGNS: Readonly<Record<string, typeof IconPhoto>> = { KO: IconStar, SR: IconFileText, DOC: IconFileText, RTSTRUCT: IconChartBubble, RTDOSE: IconChartBubble, SEG: IconChartBubble }

function KindSign({ modality }: { readonly modality: string }) {
  const Sign = SIGNS[modality] ?? (RECORDINGS.includes(modality) ? IconActivityHeartbeat : IconPhoto)
  return <Sign size={30} stroke={1.3} aria-hidden="true" />
}

function OtherButton({ other, onOpen }: { readonly other: OtherStudy; readonly onOpen: () => void }) {
  const t = useViewerTexts()
  const { title, date } = useStudyTitle()(other)
  return (
    <button type="button" data-item className="fj-other" onClick={onOpen} title={t('besideHint')}>
      <span className="fj-small"><bdi>{date}</bdi></span>
      <span className="fj-thumb-name"><bdi>{title}</bdi></span>
      <span className="fj-quiet fj-small">{other.modalities.join(', ')}</span>
    </button>
  )
}
