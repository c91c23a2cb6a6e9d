/** Saved searches and columns over HTTP. Translates, decides nothing. */
import Type from 'typebox'
import { asRole } from '../../platform/server/auth/caller.ts'
import { Problem } from '../../platform/server/http/problem.ts'
import { accountOf, route } from '../../platform/server/http/route.ts'
import { ChosenColumns, NewSavedSearch, OwnList, SavedSearch, SavedSearchChange } from './contract.ts'
import type { OwnLists } from './own-list.ts'

const staff = asRole('admin', 'clerk')
const ById = Type.Object({ id: Type.String({ maxLength: 64 }) })

const ownList = route({
  method: 'GET', url: '/api/studies/saved', summary: 'One\'s own searches and columns of the list of studies', allow: staff, answer: OwnList,
  handle: (lists: OwnLists, { caller }) => lists.of(accountOf(caller)),
})

const showSearch = route({
  method: 'GET', url: '/api/studies/saved/:id', summary: 'A search that somebody gave as a link', allow: staff, params: ById, answer: SavedSearch,
  handle: async (lists: OwnLists, { params }) => (await lists.one(params.id)) ?? noSearch(),
})

const keepSearch = route({
  method: 'POST', url: '/api/studies/saved', summary: 'Keep a search under a name; one of that name is replaced', allow: staff,
  body: NewSavedSearch, answer: SavedSearch,
  async handle(lists: OwnLists, { caller, body }) {
    const outcome = await lists.keep(accountOf(caller), body)
    if (outcome.kind === 'too-many') throw new Problem('search-limit', 409, 'There are as many saved searches as one may have. Remove one to keep another.')
    return outcome.search
  },
})

const changeSearch = route({
  method: 'PATCH', url: '/api/studies/saved/:id', summary: 'Name a search otherwise, or begin with it', allow: staff, params: ById, body: SavedSearchChange,
  async handle(lists: OwnLists, { caller, params, body }) {
    switch (await lists.change(accountOf(caller), params.id, body)) {
      case 'changed': return
      case 'not-found': return noSearch()
      case 'name-taken': throw new Problem('search-taken', 409, 'You have a search of this name.')
    }
  },
})

const dropSearch = route({
  method: 'DELETE', url: '/api/studies/saved/:id', summary: 'Remove a search of one\'s own', allow: staff, params: ById,
  async handle(lists: OwnLists, { caller, params }) {
    if (!(await lists.drop(accountOf(caller), params.id))) noSearch()
  },
})

const chooseColumns = route({
  method: 'PUT', url: '/api/studies/columns', summary: 'Choose the columns of the list of studies', allow: staff, body: ChosenColumns,
  handle: (lists: OwnLists, { caller, body }) => lists.choose(accountOf(caller), body.columns),
})

function noSearch(): never {
  throw new Problem('search-not-found', 404, 'There is no such saved search.')
}

export const ownRoutes = [ownList, showSearch, keepSearch, changeSearch, dropSearch, chooseColumns]
