/** What the page of programs asks of the server. */
import { useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query'
import { api } from '../../../platform/web/api.ts'
import type { ApiTokenList, ApiTokenView, MadeApiToken, NewApiToken } from '../contract.ts'

const tokensKey = ['api-tokens'] as const

export function useTokens(): UseQueryResult<readonly ApiTokenView[]> {
  return useQuery({ queryKey: tokensKey, queryFn: async () => (await api.get<ApiTokenList>('/api/tokens')).tokens })
}

export function useMakeToken(): UseMutationResult<MadeApiToken, Error, NewApiToken> {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (wish: NewApiToken) => api.post<MadeApiToken>('/api/tokens', wish),
    onSuccess: () => queries.invalidateQueries({ queryKey: tokensKey }),
  })
}

export function useEndToken(): UseMutationResult<void, Error, string> {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => api.remove(`/api/tokens/${encodeURIComponent(id)}`),
    onSettled: () => queries.invalidateQueries({ queryKey: tokensKey }),
  })
}
