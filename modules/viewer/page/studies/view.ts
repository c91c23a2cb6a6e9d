/** What the list shows: a search and columns. One's start, or what a link brings, unless something was looked for in this visit. */
import { useSessionStorage } from '@mantine/hooks'
import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useSearchValue } from '../../../../platform/web/address.ts'
import { usePerson } from '../../../../platform/web/session.ts'
import { columnsFrom, FIRST_COLUMNS, type Column } from './columns.ts'
import { useChooseColumns, useGivenSearch, useOwnList } from './own-data.ts'
import { NO_SEARCH, searchFrom, type Search } from './search.ts'
import type { SavedSearch } from '../../contract.ts'

export interface View {
  readonly search: Search
  readonly columns: readonly Column[]
}

export interface Viewing extends View {
  /** It is not known yet with what to begin. */
  readonly isComing: boolean
  /** What the link in the address names is not there. */
  readonly linkError: Error | null
  readonly look: (change: Partial<Search>) => void
  readonly open: (saved: Pick<SavedSearch, 'search' | 'columns'>) => void
  readonly choose: (columns: readonly Column[]) => void
}

interface Kept {
  readonly search: unknown
  /** Those that a saved search brought; else one's own. */
  readonly columns: readonly unknown[] | null
}

/** In this visit's store and not in the address: it may hold a name. Whoever signs in next at the same screen begins anew. */
export function useView(): Viewing {
  const [kept, setKept] = useSessionStorage<Kept | null>({ key: `filmjacket.studies.${usePerson().id}`, defaultValue: null, getInitialValueInEffect: false })
  const own = useOwnList()
  const chooseColumns = useChooseColumns()
  const open: Viewing['open'] = ({ search, columns }) => setKept({ search, columns })
  const given = useGiven(open)
  const start = own.data?.searches.find(({ isStart }) => isStart)
  const now: Kept = kept ?? (start === undefined ? { search: NO_SEARCH, columns: null } : start)
  const search = searchFrom(now.search)
  return {
    search, columns: columnsFrom(now.columns ?? own.data?.columns ?? FIRST_COLUMNS),
    isComing: given.isComing || (kept === null && own.isPending), linkError: given.error,
    look: (change) => setKept({ ...now, search: { ...search, ...change } }),
    open,
    choose(columns) {
      setKept({ ...now, columns: null })
      chooseColumns(columns)
    },
  }
}

/** Opened once; then the address is the list's own again, so that a reload does not open it anew over what was changed. */
function useGiven(open: Viewing['open']): { readonly isComing: boolean; readonly error: Error | null } {
  const wished = useSearchValue('saved')
  const id = typeof wished === 'string' ? wished : null
  const navigate = useNavigate()
  const { data, error } = useGivenSearch(id)
  useEffect(() => {
    if (data === undefined || id === null) return
    open(data)
    void navigate({ to: '/studies', replace: true })
    // Once for each link, however often the page is drawn.
  }, [data, id])
  return { isComing: id !== null && error === null, error: id === null ? null : error }
}
