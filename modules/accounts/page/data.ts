/** What the pages of accounts ask of the server. */
import { useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query'
import { api } from '../../../platform/web/api.ts'
import { enter } from '../../../platform/web/session.ts'
import type {
  AccountList, AccountView, InvitationView, InvitedAccount, NewAccount, NewSession, PasswordChange, RedeemInvitation,
} from '../contract.ts'

const accountsKey = ['accounts'] as const

export function useSignIn(): UseMutationResult<AccountView, Error, NewSession> {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (session: NewSession) => api.post<AccountView>('/api/sessions', session),
    onSuccess: (account) => enter(queries, account),
  })
}

export function useInvitation(token: string): UseQueryResult<InvitationView> {
  return useQuery({
    queryKey: ['invitation', token],
    queryFn: () => api.post<InvitationView>('/api/invitations/open', { token }),
    enabled: token !== '',
    staleTime: Infinity,
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

export function useAccounts(): UseQueryResult<readonly AccountView[]> {
  return useQuery({
    queryKey: accountsKey,
    queryFn: async () => (await api.get<AccountList>('/api/accounts')).accounts,
  })
}

export function useAddAccount(): UseMutationResult<InvitedAccount, Error, NewAccount> {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (account: NewAccount) => api.post<InvitedAccount>('/api/accounts', account),
    onSuccess: () => queries.invalidateQueries({ queryKey: accountsKey }),
  })
}

export function useInvite(): UseMutationResult<InvitedAccount, Error, string> {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => api.post<InvitedAccount>(`/api/accounts/${encodeURIComponent(id)}/invitation`, {}),
    onSuccess: () => queries.invalidateQueries({ queryKey: accountsKey }),
  })
}

export function useSetActive(): UseMutationResult<AccountView, Error, { id: string; active: boolean }> {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ id, active }) => api.patch<AccountView>(`/api/accounts/${encodeURIComponent(id)}`, { active }),
    onSuccess: () => queries.invalidateQueries({ queryKey: accountsKey }),
  })
}
