import { Button, Collapse, Menu } from '@mantine/core'
import { useDebouncedValue, useDisclosure, useLocalStorage, useSessionStorage } from '@mantine/hooks'
import { IconAdjustmentsHorizontal, IconColumns3, IconFileSpreadsheet, IconSearch } from '@tabler/icons-react'
import { EmptyState, FilterField, Notice, PageHead, Problem, RowsSkeleton, useRoomForTable } from '../../../../platform/web/kit/index.ts'
import { ALWAYS, COLUMNS, columnsFrom, FIRST_COLUMNS, type Column } from './columns.ts'
import { rowsOf, useStudyPages } from './data.ts'
import { Filters } from './filters.tsx'
import { SavedSearches } from './saved-searches.tsx'
import { addressOf, filtersSet, NO_SEARCH, queryOf, searchFrom, type Search } from './search.ts'
import { StudyRows } from './study-rows.tsx'
import { useStudyTexts } from './texts/index.ts'
import './studies.css'

/** Short enough to feel at once, long enough not to ask for every letter. */
const TYPING_MS = 180

export function StudiesPage() {
  const t = useStudyTexts()
  return (
    <>
      <PageHead title={t('studies')} windowTitle={t('studies')} lead={t('lead')} />
      <Studies />
    </>
  )
}

function Studies() {
  const t = useStudyTexts()
  const [stored, setStored] = useSessionStorage<unknown>({ key: 'filmjacket.studies', defaultValue: NO_SEARCH, getInitialValueInEffect: false })
  const search = searchFrom(stored)
  const [settled] = useDebouncedValue(JSON.stringify(queryOf(search)), TYPING_MS)
  const [opened, filters] = useDisclosure(filtersSet(search) > 0)
  const [columns, setColumns] = useLocalStorage<readonly Column[]>({ key: 'filmjacket.studies.columns', defaultValue: FIRST_COLUMNS })
  const change = (next: Partial<Search>): void => setStored({ ...search, ...next })
  const set = filtersSet(search)
  return (
    <div className="fj-stack">
      <div className="fj-study-bar">
        <FilterField label={t('search')} value={search.text} onChange={(text) => change({ text })} />
        <Button variant={opened ? 'light' : 'default'} leftSection={<IconAdjustmentsHorizontal size={18} />} aria-expanded={opened} onClick={filters.toggle}>
          {set > 0 ? t('activeFilters', { count: set }) : t('filters')}
        </Button>
        <SavedSearches search={search} onChoose={setStored} />
        <ColumnsMenu columns={columnsFrom(columns)} onChange={setColumns} />
        <Button component="a" variant="default" href={addressOf('/api/studies.csv', queryOf(search))} download leftSection={<IconFileSpreadsheet size={18} />}>
          {t('exportCsv')}
        </Button>
      </div>
      <Collapse expanded={opened}><Filters search={search} onChange={change} /></Collapse>
      <Found query={settled} isNarrowed={settled !== '{}'} columns={columnsFrom(columns)} />
    </div>
  )
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
  const { error, data, refetch, hasNextPage } = pages
  if (data === undefined) return error === null ? <RowsSkeleton rows={6} height={52} /> : <Problem error={error} onRetry={() => void refetch()} />
  const count = rowsOf(pages).length
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
      <StudyRows pages={pages} columns={columns} />
    </>
  )
}

interface ColumnsMenuProps {
  readonly columns: readonly Column[]
  readonly onChange: (columns: readonly Column[]) => void
}

function ColumnsMenu({ columns, onChange }: ColumnsMenuProps) {
  const t = useStudyTexts()
  const hasRoom = useRoomForTable()
  if (!hasRoom) return null
  const toggle = (column: Column): void =>
    onChange(columns.includes(column) ? columns.filter((each) => each !== column) : columnsFrom([...columns, column]))
  return (
    <Menu position="bottom-end" shadow="lg" closeOnItemClick={false}>
      <Menu.Target><Button variant="default" leftSection={<IconColumns3 size={18} />}>{t('columns')}</Button></Menu.Target>
      <Menu.Dropdown>
        {COLUMNS.filter((column) => column !== ALWAYS).map((column) => (
          <Menu.CheckboxItem key={column} checked={columns.includes(column)} onChange={() => toggle(column)}>{t(column)}</Menu.CheckboxItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
