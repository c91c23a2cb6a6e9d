import { IconEye } from '@tabler/icons-react'
import { EmptyState, Film, LinkButton } from '../../../platform/web/kit/index.ts'
import type { ExamDetail, SeriesView } from '../contract.ts'
import { urls } from './data.ts'
import { hasPictures } from './modality-words.ts'
import { usePortalTexts } from './texts/index.ts'

export function SeriesGrid({ detail: { exam, series } }: { readonly detail: ExamDetail }) {
  const t = usePortalTexts()
  if (series.length === 0) {
    return <EmptyState title={t('seriesEmptyTitle')}><p>{t('seriesEmpty')}</p></EmptyState>
  }
  const pictures = series.filter(({ modality }) => hasPictures(modality))
  return (
    <section aria-label={t('tabImages')}>
      <LinkButton to={urls.viewer(exam.id)} variant="default" leftSection={<IconEye size={20} />} className="fj-look">{t('look')}</LinkButton>
      <ul className="fj-series">
        {(pictures.length > 0 ? pictures : series).map((each) => <Series key={each.id} examId={exam.id} series={each} />)}
      </ul>
      <details className="fj-technical">
        <summary>{t('technical')}</summary>
        <dl>
          <dt>{t('accession')}</dt><dd className="fj-mono"><bdi>{exam.accessionNumber === '' ? '–' : exam.accessionNumber}</bdi></dd>
          <dt>{t('series')}</dt><dd>{exam.series}</dd>
        </dl>
      </details>
    </section>
  )
}

function Series({ examId, series }: { readonly examId: string; readonly series: SeriesView }) {
  const t = usePortalTexts()
  const { id, number, description, instances, hasThumbnail } = series
  const unnamed = number === null ? t('seriesUnnumbered') : t('seriesUnnamed', { number })
  return (
    <li>
      <Film src={hasThumbnail ? urls.seriesThumbnail(examId, id) : null} />
      <div className="fj-series-name"><bdi>{description.trim() === '' ? unnamed : description}</bdi></div>
      <div className="fj-quiet fj-small">{t('images', { count: instances })}</div>
    </li>
  )
}
