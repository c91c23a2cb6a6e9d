/** Exams of a disc with a picture of each Series. */
import { Button } from '@mantine/core'
import { IconFileText, IconPhoto, IconPhotoScan, IconStar } from '@tabler/icons-react'
import { useState } from 'react'
import { Sheet } from '../../../../platform/web/kit/index.ts'
import { readableName } from '../core/elements.ts'
import { useViewerTexts } from '../texts/index.ts'
import { useSeriesName, useStudyTitle } from '../words.ts'
import type { DiscDocument } from './manifest.ts'
import { useDiscTexts } from './texts/index.ts'

interface ListedSeries {
  readonly uid: string
  readonly modality: string
  readonly description: string
  readonly number: number | null
  readonly preview: string | null
  readonly documents: readonly DiscDocument[]
  readonly images: number
}

export interface ListedStudy {
  readonly uid: string
  /** PN, as it was received. */
  readonly patient: string
  readonly description: string
  readonly date: string
  readonly series: readonly ListedSeries[]
}

interface DiscStudiesProps {
  readonly studies: readonly ListedStudy[]
  readonly onWish: (seriesUid: string) => void
  /** Null until the disc is open. */
  readonly onSee: ((studyUid: string, seriesUid: string | null) => void) | null
  readonly takeFiles: () => void
}

export function DiscStudies({ studies, onWish, onSee, takeFiles }: DiscStudiesProps) {
  const t = useDiscTexts()
  const seriesName = useSeriesName()
  const [enlarged, setEnlarged] = useState<ListedSeries | null>(null)
  const isOfMany = new Set(studies.map(({ patient }) => patient)).size > 1
  return (
    <>
      {studies.map((study) => (
        <StudyCard key={study.uid} study={study} withName={isOfMany} isOpen={onSee !== null}
          onSeries={(series) => (onSee === null ? setEnlarged(series) : onSee(study.uid, series.uid))}
          onSee={onSee === null ? null : () => onSee(study.uid, null)} />
      ))}
      <Sheet opened={enlarged !== null} onClose={() => setEnlarged(null)} title={enlarged === null ? '' : seriesName(enlarged)}>
        <div className="fj-stack">
          {enlarged?.preview != null && <div className="fj-disc-large"><img src={enlarged.preview} alt="" /></div>}
          <p className="fj-quiet">{t('previewNote')}</p>
          <Button onClick={() => {
            if (enlarged !== null) onWish(enlarged.uid)
            setEnlarged(null)
            takeFiles()
          }}>{t('openFolder')}</Button>
        </div>
      </Sheet>
    </>
  )
}

interface StudyCardProps {
  readonly study: ListedStudy
  readonly withName: boolean
  readonly isOpen: boolean
  readonly onSeries: (series: ListedSeries) => void
  readonly onSee: (() => void) | null
}

function StudyCard({ study, withName, isOpen, onSeries, onSee }: StudyCardProps) {
  const t = useDiscTexts()
  const { title, date } = useStudyTitle()(study)
  // Until the disc is open, a report is read from the list above, as a page.
  const shown = isOpen ? study.series : study.series.filter(({ documents }) => documents.length === 0)
  return (
    <section className="fj-card fj-card-body" aria-label={title}>
      <div className="fj-disc-study">
        <div>
          <h2><bdi>{title}</bdi></h2>
          <p className="fj-quiet">
            {withName && <><bdi>{readableName(study.patient)}</bdi> · </>}<bdi>{date}</bdi> · {t('series', { count: study.series.length })}
          </p>
        </div>
        {onSee !== null && <Button leftSection={<IconPhotoScan size={20} />} onClick={onSee}>{t('see')}</Button>}
      </div>
      <Documents series={study.series} />
      {shown.length > 0 && (
        <ul className="fj-disc-series">
          {shown.map((series) => <li key={series.uid}><SeriesCard series={series} isOpen={isOpen} onPick={() => onSeries(series)} /></li>)}
        </ul>
      )}
    </section>
  )
}

/** Reports and letters: read at once, before the disc is opened, in a page of their own. */
function Documents({ series }: { readonly series: readonly ListedSeries[] }) {
  const t = useDiscTexts()
  const documents = series.flatMap((each) => each.documents)
  if (documents.length === 0) return null
  return (
    <div>
      <h3>{t('documents')}</h3>
      <ul className="fj-disc-documents">
        {documents.map(({ title, file }) => (
          <li key={file}>
            <a href={file} target="_blank" rel="noreferrer"><IconFileText size={20} stroke={1.5} aria-hidden="true" /><bdi>{title === '' ? t('document') : title}</bdi></a>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Of which nobody counts images. */
const WORDS: ReadonlySet<string> = new Set(['SR', 'DOC', 'KO', 'PR', 'RWV'])

function SeriesCard({ series, isOpen, onPick }: { readonly series: ListedSeries; readonly isOpen: boolean; readonly onPick: () => void }) {
  const t = useDiscTexts()
  const viewer = useViewerTexts()
  const name = useSeriesName()(series)
  const { preview, modality, images } = series
  const Sign = modality === 'KO' ? IconStar : modality === 'SR' || modality === 'DOC' ? IconFileText : IconPhoto
  return (
    <button type="button" className="fj-thumb" onClick={onPick} aria-label={isOpen ? name : t('enlarge', { name })}>
      <span className="fj-thumb-film">
        {preview === null ? <Sign size={34} stroke={1.3} aria-hidden="true" /> : <img src={preview} alt="" loading="lazy" />}
      </span>
      <span className="fj-thumb-words">
        <span className="fj-thumb-name"><bdi>{name}</bdi></span>
        <span className="fj-quiet fj-small">{[modality, WORDS.has(modality) ? '' : viewer('images', { count: images })].filter((word) => word !== '').join(' · ')}</span>
      </span>
    </button>
  )
}
