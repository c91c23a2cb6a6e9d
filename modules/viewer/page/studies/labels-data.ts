/** The labels of the site, and putting them on studies. */
import {
  useMutation, useQuery, useQueryClient, type InfiniteData, type UseMutationResult, type UseQueryResult,
} from '@tanstack/react-query'
import { api } from '../../../../platform/web/api.ts'
import type { Label, LabelChange, LabelList, Labelling, LabellingAnswer, LabelWithCount, NewLabel, StudyList } from '../../contract.ts'

/** As many studies as one call takes. */
const AT_ONCE = 1_000
const NONE: readonly Label[] = []

export function useLabels(): { readonly labels: readonly Label[]; readonly query: UseQueryResult<LabelList> } {
  const query = useQuery({ queryKey: ['labels'], queryFn: () => api.get<LabelList>('/api/labels') })
  return { labels: query.data?.labels ?? NONE, query }
}

/** How many studies bear it, asked when somebody is about to remove it. */
export function useLabel(id: string): UseQueryResult<LabelWithCount> {
  return useQuery({ queryKey: ['labels', id], queryFn: () => api.get<LabelWithCount>(urlOf(id)), staleTime: 0 })
}

function useRefresh(): () => Promise<unknown> {
  const queries = useQueryClient()
  return () => queries.invalidateQueries({ queryKey: ['labels'] })
}

export function useMakeLabel(): UseMutationResult<Label, Error, NewLabel> {
  const refresh = useRefresh()
  return useMutation({ mutationFn: (label: NewLabel) => api.post<Label>('/api/labels', label), onSuccess: refresh })
}

export function useChangeLabel(id: string): UseMutationResult<Label, Error, LabelChange> {
  const refresh = useRefresh()
  return useMutation({ mutationFn: (change: LabelChange) => api.patch<Label>(urlOf(id), change), onSuccess: refresh })
}

export function useRemoveLabel(id: string): UseMutationResult<unknown, Error, void> {
  const refresh = useRefresh()
  return useMutation({ mutationFn: () => api.remove(urlOf(id)), onSuccess: refresh })
}

/** How many of these studies bear each label. */
export type Bearing = ReadonlyMap<string, number>

async function put({ studies, add, remove }: Labelling): Promise<{ readonly changed: number; readonly bearing: Bearing }> {
  const bearing = new Map<string, number>()
  let changed = 0
  for (let at = 0; at < studies.length; at += AT_ONCE) {
    const answer = await api.post<LabellingAnswer>('/api/labels/studies', { studies: studies.slice(at, at + AT_ONCE), add, remove })
    changed += answer.changed
    for (const { label, studies: more } of answer.bearing) bearing.set(label, (bearing.get(label) ?? 0) + more)
  }
  return { changed, bearing }
}

export function useBearing(studies: readonly string[]): UseQueryResult<Bearing> {
  return useQuery({ queryKey: ['labels', 'of', studies], queryFn: async () => (await put({ studies: [...studies], add: [], remove: [] })).bearing })
}

export function usePutLabels(): UseMutationResult<number, Error, Labelling> {
  const queries = useQueryClient()
  const refresh = useRefresh()
  return useMutation({
    mutationFn: async (labelling: Labelling) => (await put(labelling)).changed,
    // Lists are not asked for anew, page by page from their beginning: what was done to their rows is known.
    onSuccess: (_, labelling) => queries.setQueriesData<InfiniteData<StudyList>>({ queryKey: ['studies'] }, (list) => list && relabelled(list, labelling)),
    onSettled: refresh,
  })
}

export function relabelled(list: InfiniteData<StudyList>, { studies, add, remove }: Labelling): InfiniteData<StudyList> {
  const touched = new Set(studies)
  const labels = (before: readonly string[]) => [...before.filter((id) => !add.includes(id) && !remove.includes(id)), ...add]
  const pages = list.pages.map((page) => ({
    ...page, studies: page.studies.map((row) => (touched.has(row.studyUid) ? { ...row, labels: labels(row.labels) } : row)),
  }))
  return { ...list, pages }
}

function urlOf(id: string): string {
  return `/api/labels/${encodeURIComponent(id)}`
}
