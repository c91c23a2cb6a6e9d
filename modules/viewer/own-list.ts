/**
 * What of the list of studies is a person's own, wherever they sign in: searches under names, one of which it may begin with, and
 * the columns. A search may be given to a colleague as a link: what it finds is what the colleague may see.
 *
 * @module
 */
import type { Kysely } from 'kysely'
import type { AccountCaller } from '../../platform/server/auth/caller.ts'
import type { Clock } from '../../platform/server/clock.ts'
import { newId } from '../../platform/server/ids.ts'
import { SEARCHES_MAX, type NewSavedSearch, type OwnList, type SavedSearch, type SavedSearchChange } from './contract.ts'
import * as store from './store/own-list.ts'

export type Kept = { readonly kind: 'kept'; readonly search: SavedSearch } | { readonly kind: 'too-many' }
export type Changed = 'changed' | 'not-found' | 'name-taken'

export interface OwnLists {
  of(caller: AccountCaller): Promise<OwnList>
  /** Anybody's, by its id. */
  one(id: string): Promise<SavedSearch | undefined>
  keep(caller: AccountCaller, search: NewSavedSearch): Promise<Kept>
  change(caller: AccountCaller, id: string, change: SavedSearchChange): Promise<Changed>
  drop(caller: AccountCaller, id: string): Promise<boolean>
  choose(caller: AccountCaller, columns: readonly string[]): Promise<void>
}

export interface OwnListsOptions {
  readonly db: Kysely<unknown>
  readonly clock: Clock
}

export function createOwnLists({ db, clock }: OwnListsOptions): OwnLists {
  return {
    async of({ accountId }) {
      const [searches, columns] = await Promise.all([store.savedSearches(db, accountId), store.chosenColumns(db, accountId)])
      return { searches: [...searches], columns }
    },
    async one(id) {
      const found = await store.savedSearch(db, id)
      return found && { ...found, isStart: false }
    },
    async keep({ accountId }, { name, ...search }) {
      const others = (await store.savedSearches(db, accountId)).filter((each) => each.name !== name.trim())
      if (others.length >= SEARCHES_MAX) return { kind: 'too-many' }
      const kept = await store.putSearch(db, accountId, newId('sav', clock.now()), { name: name.trim(), ...search })
      if (kept === undefined) throw new Error('a search was neither added nor replaced')
      return { kind: 'kept', search: kept }
    },
    change: ({ accountId }, id, { name, isStart }) => db.transaction().execute(async (tx): Promise<Changed> => {
      if (name !== undefined) {
        if (await store.isNameTaken(tx, accountId, id, name.trim())) return 'name-taken'
        if (!(await store.renameSearch(tx, accountId, id, name.trim()))) return 'not-found'
      }
      if (isStart !== undefined && !(await store.startWith(tx, accountId, id, isStart))) return 'not-found'
      return 'changed'
    }),
    drop: ({ accountId }, id) => store.dropSearch(db, accountId, id),
    choose: ({ accountId }, columns) => store.chooseColumns(db, accountId, columns),
  }
}
