/** The workspace of a page, kept in its address. */
import { useDebouncedCallback } from '@mantine/hooks'
import { useCallback, useEffect, useRef, useState } from 'react'
import { queryOf, workspaceOf } from './core/address.ts'
import { changed, newWorkspace, type Change, type SeriesPlace, type Workspace } from './core/workspace.ts'
import { useHost, type AddressKeeper } from './host.ts'

const SETTLE_MS = 400

export interface KeptWorkspace {
  readonly workspace: Workspace
  /** As of the last change, drawn or not: hands may move faster than a page is drawn. */
  readonly latest: () => Workspace
  readonly dispatch: (change: Change) => void
}

/**
 * @param series - all that may be shown, in the order of looking.
 * @param beside - other exams that lie beside, by id.
 */
export function useWorkspace(series: readonly SeriesPlace[], beside: readonly string[]): KeptWorkspace {
  const { query, keep } = useHost().useAddress()
  const [workspace, setWorkspace] = useState(() => workspaceOf(query, series) ?? newWorkspace(series))
  const held = useRef(workspace)
  const latest = useCallback(() => held.current, [])
  const dispatch = useCallback((change: Change) => {
    held.current = changed(held.current, change)
    setWorkspace(held.current)
  }, [])
  useAddressOf(workspace, beside, keep)
  return { workspace, latest, dispatch }
}

function useAddressOf(workspace: Workspace, beside: readonly string[], keep: AddressKeeper['keep']): void {
  const write = useDebouncedCallback((next: Workspace, others: readonly string[]) => {
    keep({ ...queryOf(next), ...(others.length > 0 && { beside: others.join('.') }) })
  }, SETTLE_MS)
  const first = useRef(workspace)
  useEffect(() => {
    if (workspace !== first.current || beside.length > 0) write(workspace, beside)
  }, [workspace, beside, write])
}

const ID = /^[A-Za-z0-9_-]{1,64}$/
const MOST_BESIDE = 3

/** Ids of exams to lay beside, from the address. */
export function besideOf(query: Readonly<Record<string, unknown>>): readonly string[] {
  const { beside } = query
  return typeof beside === 'string' ? beside.split('.').filter((id) => ID.test(id)).slice(0, MOST_BESIDE) : []
}
