/** What the pages of accounts ask of the server. */
import { keepPreviousData, useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query'
import { api } from '../../../platform/web/api.ts'
import { enter } from '../../../platform/web/session.ts'
import type {
  AccountChange, AccountList, AccountView, InvitationToken, InvitationView, InvitationWish, InvitedAccount, NewAccount, NewSession, PasswordChange,
  PeopleFilter, RedeemInvitation,
} from '../contract.ts'

const accountsKey = ['accounts'] as const

export function useSignIn(): UseMutationResult<AccountView, Error, NewSession> {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (session: NewSession) => api.post<AccountView>('/api/sessions', session),
    onSuccess: (account) => enter(queries, account),
  })
}

export function useInvitation(link: InvitationToken): UseQueryResult<InvitationView> {
  return useQuery({
    queryKey: ['invitation', link.token, link.birthDate],
    queryFn: () => api.post<InvitationView>('/api/invitations/open', link),
    staleTime: Infinity,
    // A wrong date counts: it is sent once.
    retry: false,
    refetchOnWindowFocus: false,
  })
}

export function useRedeem(): UseMutationResult<AccountView, Error, RedeemInvitation> {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (given: RedeemInvitation) => api.post<AccountView>('/api/invitations/redeem', given),
    onSuccess: (account) => enter(queries, account),
  })
}

export function useChangePassword(): UseMutationResult<undefined, Error, PasswordChange> {
  return useMutation({ mutationFn: (change: PasswordChange) => api.post<undefined>('/api/password', change) })
}

/** A page of people. While another one is fetched, this one stays. */
export function useAccounts(filter: PeopleFilter): UseQueryResult<AccountList> {
  const query = new URLSearchParams(Object.entries(filter)).toString()
  return useQuery({
    queryKey: [...accountsKey, filter],
    queryFn: () => api.get<AccountList>(query === '' ? '/api/accounts' : `/api/accounts?${query}`),
    placeholderData: keepPreviousData,
  })
}

export function useAddAccount(): UseMutationResult<InvitedAccount, Error, NewAccount> {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (account: NewAccount) => api.post<InvitedAccount>('/api/accounts', account),
    onSuccess: () => queries.invalidateQueries({ queryKey: accountsKey }),
  })
}

export function useInvite(): UseMutationResult<InvitedAccount, Error, InvitationWish & { readonly id: string }> {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ id, ...wish }: InvitationWish & { readonly id: string }) =>
      api.post<InvitedAccount>(`/api/accounts/${encodeURIComponent(id)}/invitation`, wish),
    onSuccess: () => queries.invalidateQueries({ queryKey: accountsKey }),
  })
}

export function useChangeAccount(): UseMutationResult<AccountView, Error, AccountChange & { readonly id: string }> {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ id, ...change }: AccountChange & { readonly id: string }) => api.patch<AccountView>(`/api/accounts/${encodeURIComponent(id)}`, change),
    onSuccess: () => queries.invalidateQueries({ queryKey: accountsKey }),
  })
}

export function useRemoveSecondFactors(): UseMutationResult<unknown, Error, string> {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => api.remove(`/api/accounts/${encodeURIComponent(id)}/second-factors`),
    onSuccess: () => queries.invalidateQueries({ queryKey: accountsKey }),
  })
}
