/** A Structured Report on paper: headings, findings, values; images that it names are a press away. */
import { Button } from '@mantine/core'
import { IconClockEdit, IconPhoto } from '@tabler/icons-react'
import { StateTag } from '../../../platform/web/kit/index.ts'
import { useFormat } from '../../../platform/web/format.ts'
import type { Reference, Report, ReportItem } from './core/report.ts'
import { useViewerTexts } from './texts/index.ts'

interface ReportViewProps {
  readonly reports: readonly Report[]
  readonly onSeek: (image: Reference) => void
}

export function ReportView({ reports, onSeek }: ReportViewProps) {
  return (
    <div className="fj-papers" tabIndex={0}>
      {reports.map((report, n) => <Paper key={n} report={report} onSeek={onSeek} />)}
    </div>
  )
}

function Paper({ report, onSeek }: { readonly report: Report; readonly onSeek: (image: Reference) => void }) {
  const t = useViewerTexts()
  const format = useFormat()
  const { title, date, institution, isVerified, isComplete, items } = report
  const facts = [institution, format.date(date)].filter((fact) => fact !== null && fact !== '')
  return (
    <article className="fj-paper">
      <h2><bdi>{title === '' ? t('report') : title}</bdi></h2>
      {facts.length > 0 && <p className="fj-quiet"><bdi>{facts.join(' · ')}</bdi></p>}
      <div className="fj-row">
        {!isVerified && <StateTag tone="wait" icon={IconClockEdit}>{t('reportUnverified')}</StateTag>}
        {!isComplete && <StateTag tone="wait" icon={IconClockEdit}>{t('reportPartial')}</StateTag>}
      </div>
      <Items items={items} depth={0} onSeek={onSeek} />
    </article>
  )
}

interface ItemsProps {
  readonly items: readonly ReportItem[]
  readonly depth: number
  readonly onSeek: (image: Reference) => void
}

function Items({ items, depth, onSeek }: ItemsProps) {
  return items.map((item, n) => <Item key={n} item={item} depth={depth} onSeek={onSeek} />)
}

function Item({ item, depth, onSeek }: Omit<ItemsProps, 'items'> & { readonly item: ReportItem }) {
  const t = useViewerTexts()
  const format = useFormat()
  const { name, value, date, image, items } = item
  const words = value ?? (date === null ? null : format.date(date))
  const isHeading = words === null && image === null
  if (isHeading && items.length === 0) return null
  const Heading = depth === 0 ? 'h3' : 'h4'
  return (
    <div className={depth === 0 ? 'fj-paper-part' : 'fj-paper-item'}>
      {isHeading && name !== '' && <Heading><bdi>{name}</bdi></Heading>}
      {words !== null && (
        <p className="fj-paper-words">
          {name !== '' && <strong><bdi>{name}</bdi>{': '}</strong>}
          <bdi>{words}</bdi>
        </p>
      )}
      {image !== null && (
        <Button variant="subtle" leftSection={<IconPhoto size={18} />} onClick={() => onSeek(image)}>
          {name === '' ? t('reportImage') : name}
        </Button>
      )}
      <Items items={items} depth={depth + 1} onSeek={onSeek} />
    </div>
  )
}
