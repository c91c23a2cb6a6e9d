import { Button, Collapse } from '@mantine/core'
import { useDebouncedValue, useDisclosure } from '@mantine/hooks'
import { IconAdjustmentsHorizontal, IconFileSpreadsheet, IconLinkOff, IconSearch } from '@tabler/icons-react'
import { hasCode } from '../../../../platform/web/api.ts'
import { EmptyState, FilterField, Notice, PageHead, Problem, RowsSkeleton, useRoomForTable } from '../../../../platform/web/kit/index.ts'
import type { Column } from './columns.ts'
import { ColumnsMenu } from './columns-menu.tsx'
import { rowsOf, useStudyPages } from './data.ts'
import { Filters } from './filters.tsx'
import { SavedSearches } from './saved-searches.tsx'
import { addressOf, filtersSet, queryOf } from './search.ts'
import { useSelection } from './selection.ts'
import { SelectionBar } from './selection-bar.tsx'
import { StudyRows } from './study-rows.tsx'
import { useStudyTexts } from './texts/index.ts'
import { useView, type Viewing } from './view.ts'
import './studies.css'

/** Short enough to feel at once, long enough not to ask for every letter. */
const TYPING_MS = 180

export function StudiesPage() {
  const t = useStudyTexts()
  const view = useView()
  return (
    <>
      <PageHead title={t('studies')} windowTitle={t('studies')} lead={t('lead')} />
      {view.isComing ? <RowsSkeleton rows={6} height={52} /> : <Studies view={view} />}
    </>
  )
}

function Studies({ view }: { readonly view: Viewing }) {
  const t = useStudyTexts()
  const { search, columns, look } = view
  const query = queryOf(search, today())
  const [settled] = useDebouncedValue(JSON.stringify(query), TYPING_MS)
  const set = filtersSet(search)
  // On a phone they would stand in front of what they found.
  const hasRoom = useRoomForTable()
  const [opened, filters] = useDisclosure(set > 0 && hasRoom)
  return (
    <div className="fj-stack">
      <LinkNotice error={view.linkError} />
      <div className="fj-study-bar">
        <FilterField label={t('search')} value={search.text} onChange={(text) => look({ text })} />
        <Button variant={opened ? 'light' : 'default'} leftSection={<IconAdjustmentsHorizontal size={18} />} aria-expanded={opened} onClick={filters.toggle}>
          {set > 0 ? t('activeFilters', { count: set }) : t('filters')}
        </Button>
        <SavedSearches view={view} onOpen={view.open} />
        <ColumnsMenu columns={columns} onChange={view.choose} />
        <Button component="a" variant="default" href={addressOf('/api/studies.csv', query)} download leftSection={<IconFileSpreadsheet size={18} />}>
          {t('exportCsv')}
        </Button>
      </div>
      <Collapse expanded={opened}><Filters search={search} onChange={look} /></Collapse>
      <Found query={settled} isNarrowed={settled !== '{}'} columns={columns} />
    </div>
  )
}

function LinkNotice({ error }: { readonly error: Error | null }) {
  const t = useStudyTexts()
  if (error === null) return null
  return hasCode(error, 'search-not-found')
    ? <Notice tone="wait" icon={IconLinkOff} role="status"><p>{t('linkGone')}</p></Notice>
    : <Problem error={error} />
}

interface FoundProps {
  /** As JSON: equal searches are one. */
  readonly query: string
  readonly isNarrowed: boolean
  readonly columns: readonly Column[]
}

function Found({ query, isNarrowed, columns }: FoundProps) {
  const t = useStudyTexts()
  const pages = useStudyPages(JSON.parse(query) as ReturnType<typeof queryOf>)
  const studies = rowsOf(pages)
  const selection = useSelection(studies, query)
  const { error, data, refetch, hasNextPage } = pages
  if (data === undefined) return error === null ? <RowsSkeleton rows={6} height={52} /> : <Problem error={error} onRetry={() => void refetch()} />
  const count = studies.length
  const meant = data.pages[0]?.meant ?? null
  if (count === 0) {
    return isNarrowed
      ? <EmptyState title={t('nothingTitle')}><p>{t('nothing')}</p></EmptyState>
      : <EmptyState title={t('emptyTitle')}><p>{t('empty')}</p></EmptyState>
  }
  return (
    <>
      {error !== null && <Problem error={error} onRetry={() => void refetch()} />}
      {meant !== null && <Notice tone="plain" icon={IconSearch} role="status"><p className="fj-name">{t('meant', { name: meant })}</p></Notice>}
      <p className="fj-quiet fj-small" role="status">{hasNextPage ? t('shownMore', { count }) : t('shown', { count })}</p>
      <StudyRows pages={pages} columns={columns} selection={selection} />
      <SelectionBar selection={selection} />
    </>
  )
}

/** The day of the reader's own clock. */
function today(): Date {
  return new Date(performance.timeOrigin + performance.now())
}
