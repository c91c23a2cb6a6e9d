/** Thousands of studies under a smooth scroll: only those in sight are on the page. Cards where there is no room for a table. */
import { Checkbox, Loader, VisuallyHidden } from '@mantine/core'
import { IconId, IconUsers } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useWindowVirtualizer, type Virtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, type KeyboardEvent, type MouseEvent } from 'react'
import { useRoomForTable } from '../../../../platform/web/kit/index.ts'
import type { StudyRow } from '../../contract.ts'
import { useCellWords } from './cells.tsx'
import { MOST_THAT_FIT, NUMERIC, WIDTHS, type Column } from './columns.ts'
import { rowsOf, type Pages } from './data.ts'
import { LabelTag } from './label-tag.tsx'
import { useLabels } from './labels-data.ts'
import type { Selection } from './selection.ts'
import { useStudyTexts } from './texts/index.ts'

const ROW_PX = 52
const CARD_PX = 132
const LABELS_PX = 36
/** So many rows before the end, the next page is asked for. */
const AHEAD = 30

interface StudyRowsProps {
  readonly pages: Pages
  readonly columns: readonly Column[]
  readonly selection: Selection
}

type Rows = Virtualizer<Window, Element>

export function StudyRows({ pages, columns, selection }: StudyRowsProps) {
  const t = useStudyTexts()
  const hasRoom = useRoomForTable()
  const list = useRef<HTMLDivElement>(null)
  const studies = rowsOf(pages)
  const rows: Rows = useWindowVirtualizer({
    count: studies.length, overscan: 12,
    estimateSize: (index) => (hasRoom ? ROW_PX : CARD_PX + (studies[index]?.labels.length === 0 ? 0 : LABELS_PX)),
    scrollMargin: list.current?.offsetTop ?? 0,
  })
  // A card with labels is taller.
  useEffect(() => rows.measure(), [rows, hasRoom, pages.data])
  useMoreAtTheEnd(pages, rows, studies.length)
  const template = { gridTemplateColumns: ['24px', ...columns.map((column) => WIDTHS[column]), '92px'].join(' ') }
  const inSight = rows.getVirtualItems()
  return (
    <div className={`fj-studies ${hasRoom ? '' : 'fj-study-cards'}`} data-wide={(hasRoom && columns.length > MOST_THAT_FIT) || undefined} role="table" aria-label={t('studies')} aria-rowcount={studies.length + 1}>
      {hasRoom && (
        <div role="rowgroup" className="fj-studies-head">
          <div role="row" aria-rowindex={1} className="fj-study" style={template}>
            <span role="columnheader" className="fj-study-choice"><ChooseAll selection={selection} count={studies.length} /></span>
            {columns.map((column) => (
              <span key={column} role="columnheader" data-numeric={NUMERIC.includes(column) || undefined}>{t(headOf(column))}</span>
            ))}
            <span role="columnheader"><VisuallyHidden>{t('ways')}</VisuallyHidden></span>
          </div>
        </div>
      )}
      <div ref={list} role="rowgroup" className="fj-studies-body" style={{ height: rows.getTotalSize() }} onKeyDown={(event) => moveByKeys(event, rows, studies.length, selection)}>
        {inSight.map(({ index, start, size }) => {
          const study = studies[index]
          return study !== undefined && (
            <div key={study.id} role="row" aria-rowindex={index + 2} className="fj-study-place"
              style={{ height: size, transform: `translateY(${start - rows.options.scrollMargin}px)` }}>
              {hasRoom ? <Cells study={study} index={index} columns={columns} template={template} selection={selection} /> : <Card study={study} index={index} selection={selection} />}
            </div>
          )
        })}
      </div>
      {pages.isFetchingNextPage && <p className="fj-row fj-quiet" role="status"><Loader size="xs" />{t('loadingMore')}</p>}
    </div>
  )
}

function headOf(column: Column) {
  return column === 'modalities' ? 'modalitiesShort' : column === 'description' ? 'descriptionShort' : column
}

function useMoreAtTheEnd({ hasNextPage, isFetchingNextPage, fetchNextPage }: Pages, rows: Rows, count: number): void {
  const last = rows.getVirtualItems().at(-1)?.index ?? 0
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && last >= count - AHEAD) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage, last, count])
}

interface OneStudy {
  readonly study: StudyRow
  readonly index: number
  readonly selection: Selection
}

function useOpenLabel(study: StudyRow): string {
  const words = useCellWords()
  return useStudyTexts()('open', { name: words(study, 'patientName'), description: study.description })
}

/** The name is the link; its area is the whole row. */
function Cells({ study, index, columns, template, selection }: OneStudy & { readonly columns: readonly Column[]; readonly template: object }) {
  const words = useCellWords()
  const label = useOpenLabel(study)
  return (
    <div role="presentation" className="fj-study" style={template} data-chosen={selection.has(study.id) || undefined}>
      <span role="cell" className="fj-study-choice"><Choose study={study} index={index} selection={selection} /></span>
      {columns.map((column) => column === 'labels' ? <span key={column} role="cell"><Tags study={study} most={1} /></span> : (
        <span key={column} role="cell" data-numeric={NUMERIC.includes(column) || undefined} title={words(study, column)}>
          {column === 'patientName'
            ? <Link to={`/viewer/${study.id}`} className="fj-study-link fj-name" data-index={index} aria-label={label}><bdi>{words(study, column)}</bdi></Link>
            : <bdi className={column === 'patientId' || column === 'birthDate' ? 'fj-name' : undefined}>{words(study, column)}</bdi>}
        </span>
      ))}
      <span role="cell"><Ways study={study} /></span>
    </div>
  )
}

/** As many as there is room for; how many more there are, and all of them by name to who rests on them. */
function Tags({ study, most }: { readonly study: StudyRow; readonly most: number }) {
  const { labels } = useLabels()
  const borne = labels.filter(({ id }) => study.labels.includes(id))
  const more = borne.slice(most)
  const names = more.map(({ name }) => name).join(', ')
  return (
    <span className="fj-study-tags" title={borne.map(({ name }) => name).join(', ')}>
      {borne.slice(0, most).map((label) => <LabelTag key={label.id} label={label} />)}
      {more.length > 0 && <span className="fj-more-tags"><span aria-hidden="true">+{more.length}</span><VisuallyHidden>{names}</VisuallyHidden></span>}
    </span>
  )
}

function Choose({ study, index, selection }: OneStudy) {
  const t = useStudyTexts()
  const name = useCellWords()(study, 'patientName')
  // A change does not tell of Shift; a press that changed it does.
  const press = (event: MouseEvent): void => selection.toggle(index, event.shiftKey)
  return <Checkbox size="md" checked={selection.has(study.id)} aria-label={t('choose', { name, description: study.description })} onClick={press} onChange={() => undefined} />
}

function ChooseAll({ selection: { chosen, all }, count }: { readonly selection: Selection; readonly count: number }) {
  const t = useStudyTexts()
  const isAll = chosen.length === count
  return <Checkbox size="md" checked={isAll} indeterminate={chosen.length > 0 && !isAll} aria-label={t('chooseAll')} onChange={() => all(!isAll)} />
}

/** Other modules' pages, met by their addresses: what is known of the exam and may be put right, and who may see it. */
function Ways({ study: { id }, study }: { readonly study: StudyRow }) {
  const t = useStudyTexts()
  const name = useCellWords()(study, 'patientName')
  return (
    <span className="fj-study-ways">
      <Link to={`/archive/studies/${id}`} className="fj-study-way" aria-label={t('card', { name })} title={t('cardShort')}>
        <IconId size={20} aria-hidden="true" />
      </Link>
      <Link to={`/access/${id}`} className="fj-study-way" aria-label={t('access', { name })} title={t('accessShort')}>
        <IconUsers size={20} aria-hidden="true" />
      </Link>
    </span>
  )
}

function Card({ study, index, selection }: OneStudy) {
  const words = useCellWords()
  const label = useOpenLabel(study)
  const facts = [words(study, 'date'), words(study, 'modalities'), words(study, 'instances')].filter((fact) => fact !== '')
  return (
    <div role="cell" className="fj-card fj-list-card" data-chosen={selection.has(study.id) || undefined}>
      <Link to={`/viewer/${study.id}`} className="fj-study-link" data-index={index} aria-label={label}>
        <strong className="fj-name"><bdi>{words(study, 'patientName')}</bdi></strong>
      </Link>
      <span className="fj-study-choice"><Choose study={study} index={index} selection={selection} /></span>
      <Ways study={study} />
      <bdi className="fj-quiet fj-small fj-name">{study.patientId}</bdi>
      <bdi className="fj-study-what">{study.description}</bdi>
      <span className="fj-quiet fj-small">{facts.map((fact, n) => <span key={n}>{n > 0 && ' · '}<bdi>{fact}</bdi></span>)}</span>
      {study.labels.length > 0 && <Tags study={study} most={2} />}
    </div>
  )
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 }

/** Arrows walk through all rows, also those that are not on the page yet; the space bar chooses. */
function moveByKeys(event: KeyboardEvent<HTMLElement>, rows: Rows, count: number, selection: Selection): void {
  const step = STEPS[event.key]
  const { target, currentTarget } = event
  const at = target instanceof HTMLElement ? Number(target.dataset['index'] ?? NaN) : NaN
  if (event.key === ' ' && !Number.isNaN(at)) {
    event.preventDefault()
    selection.toggle(at, event.shiftKey)
    return
  }
  if (Number.isNaN(at) || (step === undefined && event.key !== 'Home' && event.key !== 'End')) return
  event.preventDefault()
  const next = event.key === 'Home' ? 0 : event.key === 'End' ? count - 1 : Math.min(count - 1, Math.max(0, at + (step ?? 0)))
  const focus = (): void => currentTarget.querySelector<HTMLElement>(`[data-index="${next}"]`)?.focus({ preventScroll: true })
  rows.scrollToIndex(next, { align: 'auto' })
  focus()
  // It may not be on the page yet.
  requestAnimationFrame(focus)
}
