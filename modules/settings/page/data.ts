/** What the pages of settings ask of the server. */
import {
  keepPreviousData, useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult,
} from '@tanstack/react-query'
import { api } from '../../../platform/web/api.ts'
import type {
  ChangeList, SettingChange, SettingList, SettingView, TextChange, TextList, TextPreview, TextView,
} from '../contract.ts'

const keys = {
  settings: ['settings'] as const,
  texts: ['texts'] as const,
  history: ['settings-history'] as const,
}

export function useSettings(): UseQueryResult<readonly SettingView[]> {
  return useQuery({ queryKey: keys.settings, queryFn: async () => (await api.get<SettingList>('/api/settings')).settings })
}

export function useTexts(): UseQueryResult<readonly TextView[]> {
  return useQuery({ queryKey: keys.texts, queryFn: async () => (await api.get<TextList>('/api/texts')).texts })
}

export function useChangeSetting(key: string): UseMutationResult<SettingView, Error, SettingChange> {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (change: SettingChange) => api.patch<SettingView>(`/api/settings/${encodeURIComponent(key)}`, change),
    // The name and help desk of the site stand on every page.
    onSuccess: () => Promise.all([keys.settings, keys.history, ['site']].map((queryKey) => queries.invalidateQueries({ queryKey }))),
  })
}

export function useChangeText(code: string): UseMutationResult<TextView, Error, TextChange> {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (change: TextChange) => api.patch<TextView>(`/api/texts/${encodeURIComponent(code)}`, change),
    onSuccess: async (text) => {
      queries.setQueryData<readonly TextView[]>(keys.texts, (known) => known?.map((each) => (each.code === text.code ? text : each)))
      await queries.invalidateQueries({ queryKey: keys.history })
    },
  })
}

/** How the server would show these words. */
export function usePreview(code: string, words: string): UseQueryResult<TextPreview> {
  return useQuery({
    queryKey: ['text-preview', code, words],
    queryFn: () => api.post<TextPreview>(`/api/texts/${encodeURIComponent(code)}/preview`, { words }),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  })
}

/** @param of - which of the two, and its name. */
export function useHistory(of: 'settings' | 'texts', name: string): UseQueryResult<ChangeList> {
  return useQuery({
    queryKey: [...keys.history, of, name],
    queryFn: () => api.get<ChangeList>(`/api/${of}/${encodeURIComponent(name)}/history`),
  })
}
