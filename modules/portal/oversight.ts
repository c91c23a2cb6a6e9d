/**
 * Everybody's requests, for who looks after the portal: who asked for what, when, where it stands, why it failed; cancel
 * and remove. Shows no image and gives no file. POR-14.
 *
 * @module
 */
import type { AccountCaller } from '../../platform/server/auth/caller.ts'
import type { Clock } from '../../platform/server/clock.ts'
import type { People } from '../accounts/index.ts'
import type { Packages } from '../packaging/index.ts'
import type { RequestState, WatchedFilter } from './contract.ts'
import { allPlaced, endRequest, type Placed } from './requests.ts'
import { requestById, WAITING, type Db } from './store/requests.ts'
import { watched } from './store/watched.ts'

export interface Person {
  readonly id: string
  readonly name: string
  readonly username: string
  readonly role: string
}

export interface Watched {
  readonly request: Placed
  readonly person: Person
}

export interface Oversight {
  /** Newest first; `next` leads to the page after. */
  page(filter: WatchedFilter): Promise<{ readonly requests: readonly Watched[]; readonly next: string | null }>
  /** @returns false if there is no such request. */
  end(caller: AccountCaller, id: string): Promise<boolean>
}

export interface OversightOptions {
  readonly db: Db
  readonly clock: Clock
  readonly people: Pick<People, 'known' | 'called'>
  readonly packages: Packages
}

export const PAGE_ROWS = 25

export function createOversight(options: OversightOptions): Oversight {
  const { db, clock, people } = options
  return {
    async page({ state, text, before }) {
      const words = text?.trim() ?? ''
      const rows = await watched(db, {
        states: state === undefined ? null : statesOf(state), before: before ?? null, limit: PAGE_ROWS + 1,
        text: words === '' ? null : { words, accountIds: await people.called(words) },
      })
      const shown = await allPlaced(db, clock, rows.slice(0, PAGE_ROWS))
      const known = await people.known(shown.map(({ row }) => row.account_id))
      const last = rows.length > PAGE_ROWS ? shown.at(-1) : undefined
      return { requests: shown.map((request) => ({ request, person: personOf(known, request) })), next: last?.row.id ?? null }
    },
    async end(caller, id) {
      const row = await requestById(db, id)
      if (row !== undefined) await endRequest(options, caller, row)
      return row !== undefined
    },
  }
}

function statesOf(state: 'waiting' | RequestState): readonly RequestState[] {
  return state === 'waiting' ? WAITING : [state]
}

function personOf(known: Awaited<ReturnType<People['known']>>, { row }: Placed): Person {
  const account = known.get(row.account_id)
  // Who comes with an access code is in no list of people.
  if (account === undefined) return { id: row.account_id, name: '', username: '', role: 'visitor' }
  return { id: account.id, name: account.display_name, username: account.username, role: account.role }
}
