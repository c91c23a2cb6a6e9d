/** What the pages about ways to sign in ask of the server. */
import { useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query'
import { api, hasCode } from '../../../platform/web/api.ts'
import { enter, forget } from '../../../platform/web/session.ts'
import type {
  AccountView, CodeConfirm, CodeSetupView, FirstCode, InvitationToken, NewSession, OwnWays, PasskeyStep, PasskeyView, PasswordReset,
  Proof, RecoveryCodes, RedeemInvitation, ResetView, ServiceReturn, ServiceVisit, SessionList, SessionView, WaysIn,
} from '../contract.ts'
import { makePasskey, showPasskey } from './browser-passkeys.ts'

const ownKey = ['ways-in'] as const
const sessionsKey = ['sessions'] as const
/** Of the browser's session storage: this tab went to the hospital's own service, and comes back with this. */
const VISIT = 'filmjacket.service-visit'

export function useWaysIn(): WaysIn | undefined {
  return useQuery({ queryKey: ['site', 'sign-in'], queryFn: () => api.get<WaysIn>('/api/sign-in'), staleTime: 60_000 }).data
}

export function usePasskeySignIn(): UseMutationResult<AccountView, Error, undefined> {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async () => {
      const step = await api.post<PasskeyStep>('/api/sessions/passkey/options', undefined)
      return api.post<AccountView>('/api/sessions/passkey', await showPasskey(step))
    },
    onSuccess: (account) => enter(queries, account),
  })
}

/** Leads away from this page. */
export function useVisitService(): UseMutationResult<undefined, Error, undefined> {
  return useMutation({
    mutationFn: async () => {
      const { url, ticket } = await api.post<ServiceVisit>('/api/sessions/service/visit', undefined)
      sessionStorage.setItem(VISIT, ticket)
      location.assign(url)
      return undefined
    },
  })
}

export function useReturn(): UseMutationResult<AccountView, Error, string> {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (query: string) => {
      const ticket = sessionStorage.getItem(VISIT) ?? 'none'
      sessionStorage.removeItem(VISIT)
      return api.post<AccountView>('/api/sessions/service', { ticket, query } satisfies ServiceReturn)
    },
    onSuccess: (account) => enter(queries, account),
  })
}

export function useBeginSetup(): UseMutationResult<CodeSetupView, Error, NewSession> {
  return useMutation({ mutationFn: (given: NewSession) => api.post<CodeSetupView>('/api/sessions/setup', given) })
}

/** Who may go in once the recovery codes are kept: the caller says when. */
export function useFinishSetup(): UseMutationResult<FirstCode, Error, CodeConfirm> {
  return useMutation({ mutationFn: (given: CodeConfirm) => api.post<FirstCode>('/api/sessions/setup/code', given) })
}

export function useForgotten(): UseMutationResult<undefined, Error, string> {
  return useMutation({ mutationFn: (login: string) => api.post<undefined>('/api/password/forgotten', { login }) })
}

export function useReset(token: string): UseQueryResult<ResetView> {
  return useQuery({
    queryKey: ['reset', token], queryFn: () => api.post<ResetView>('/api/password/reset/open', { token }), enabled: token !== '', staleTime: Infinity,
  })
}

export function useRedeemReset(): UseMutationResult<AccountView, Error, PasswordReset> {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (given: PasswordReset) => api.post<AccountView>('/api/password/reset', given),
    onSuccess: (account) => enter(queries, account),
  })
}

/** Comes in by a new passkey instead of a password. */
export function useRedeemByPasskey(): UseMutationResult<AccountView, Error, InvitationToken & { readonly name: string }> {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async ({ name, ...link }: InvitationToken & { readonly name: string }) => {
      const made = await makePasskey(await api.post<PasskeyStep>('/api/invitations/passkey', link))
      return api.post<AccountView>('/api/invitations/redeem', { ...link, passkey: { ...made, name } } satisfies RedeemInvitation)
    },
    onSuccess: (account) => enter(queries, account),
  })
}

export function useOwnWays(): UseQueryResult<OwnWays> {
  return useQuery({ queryKey: ownKey, queryFn: () => api.get<OwnWays>('/api/ways-in') })
}

/** A change of one's own ways: what is shown follows it. */
function useChange<T, G>(change: (given: G) => Promise<T>): UseMutationResult<T, Error, G> {
  const queries = useQueryClient()
  return useMutation({ mutationFn: change, onSuccess: () => queries.invalidateQueries({ queryKey: ownKey }) })
}

export const useAddPasskey = () => useChange(async (name: string) => {
  const made = await makePasskey(await api.post<PasskeyStep>('/api/passkeys/options', undefined))
  return api.post<PasskeyView>('/api/passkeys', { ...made, name })
})
export const useRenamePasskey = () => useChange(({ id, name }: { id: string; name: string }) =>
  api.patch<undefined>(`/api/passkeys/${encodeURIComponent(id)}`, { name }))
export const useRemovePasskey = () => useChange((id: string) => api.remove(`/api/passkeys/${encodeURIComponent(id)}`))
export const useBeginCodes = () => useChange(() => api.post<CodeSetupView>('/api/codes/setup', undefined))
/** What is shown follows when the recovery codes are kept. */
export const useConfirmCodes = () =>
  useMutation({ mutationFn: (given: CodeConfirm) => api.post<RecoveryCodes>('/api/codes', given) })
export const useSwitchOffCodes = () => useChange(() => api.remove('/api/codes'))
export const useRenewRecoveryCodes = () => useChange(() => api.post<RecoveryCodes>('/api/codes/recovery', undefined))

export function useShowOwnAgain(): () => void {
  const queries = useQueryClient()
  return () => void queries.invalidateQueries({ queryKey: ownKey })
}

export function useSessions(): UseQueryResult<readonly SessionView[]> {
  return useQuery({ queryKey: sessionsKey, queryFn: async () => (await api.get<SessionList>('/api/sessions')).sessions })
}

export function useEndSession(): UseMutationResult<unknown, Error, string> {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => api.remove(`/api/sessions/${encodeURIComponent(id)}`),
    onSettled: () => queries.invalidateQueries({ queryKey: sessionsKey }),
  })
}

export function useEndAll(): UseMutationResult<undefined, Error, boolean> {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (tokens: boolean) => api.post<undefined>('/api/sessions/end-all', { tokens }),
    onSuccess: () => forget(queries),
  })
}

/** By what was typed, or by a passkey. */
export function useProve(): UseMutationResult<undefined, Error, Proof | 'passkey'> {
  return useMutation({
    mutationFn: async (given: Proof | 'passkey') => {
      const proof = given === 'passkey'
        ? { passkey: await showPasskey(await api.post<PasskeyStep>('/api/sessions/passkey/options', undefined)) }
        : given
      return api.post<undefined>('/api/sessions/current/proof', proof)
    },
  })
}

export function mustProve(error: unknown): boolean {
  return hasCode(error, 'prove-again')
}
