/** Who is signed in, as far as the frame needs to know. */
import { useQuery, type QueryClient, type UseQueryResult } from '@tanstack/react-query'
import { api, hasCode } from './api.ts'

/** A visitor came with an access code and has no account. */
export type Role = 'admin' | 'clerk' | 'doctor' | 'patient' | 'visitor'

export interface Person {
  readonly id: string
  readonly username: string
  readonly displayName: string
  readonly role: Role
  readonly patientId: string | null
}

export const sessionKey = ['session'] as const

/** Of the browser's session storage: this tab was closed after a while without use. */
export const LOCKED = 'filmjacket.locked'

/** Null for a visitor. */
export function useSession(): UseQueryResult<Person | null> {
  return useQuery({
    queryKey: sessionKey,
    queryFn: () => api.get<Person | null>('/api/sessions/current'),
    staleTime: Infinity,
  })
}

/** The person of a page behind the door; there is always one. */
export function usePerson(): Person {
  const { data } = useSession()
  if (data == null) throw new Error('a page of the house was shown without a session')
  return data
}

/** A person came in: whatever was read for another one is forgotten. */
export function enter(queries: QueryClient, person: Person): void {
  sessionStorage.removeItem(LOCKED)
  removeAllButFrame(queries)
  queries.setQueryData(sessionKey, person)
}

export async function leave(queries: QueryClient): Promise<void> {
  const done = await api.remove<{ continueAt: string | null }>('/api/sessions/current').catch((error: unknown) => {
    if (!hasCode(error, 'offline')) return null
    throw error
  })
  forget(queries)
  // Who came in by the hospital's own service signs out there too.
  if (done?.continueAt != null) location.assign(done.continueAt)
}

/** The session is over, by choice or by time. */
export function forget(queries: QueryClient): void {
  queries.setQueryData(sessionKey, null)
  removeAllButFrame(queries)
}

/** Keeps the session's own query: who watches it would not see a new one in its place. */
function removeAllButFrame(queries: QueryClient): void {
  queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'site' && queryKey[0] !== sessionKey[0] })
}
