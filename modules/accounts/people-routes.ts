/** The register of people, over HTTP. Translates, decides nothing. */
import Type from 'typebox'
import { asRole } from '../../platform/server/auth/caller.ts'
import { Problem } from '../../platform/server/http/problem.ts'
import { accountOf, route } from '../../platform/server/http/route.ts'
import { AccountChange, AccountList, AccountView, InvitationWish, InvitedAccount, NewAccount, PeopleFilter } from './contract.ts'
import type { People } from './people.ts'
import { accountView, found, invitedView, personView } from './views.ts'

const AccountId = Type.Object({ id: Type.String({ maxLength: 64 }) })
/** Clerks look after patients: the rules say whom. */
const staff = asRole('admin', 'clerk')

const listAccounts = route({
  method: 'GET', url: '/api/accounts', summary: 'The people whom one looks after, a page at a time', allow: staff, query: PeopleFilter, answer: AccountList,
  async handle(people: People, { caller, query }) {
    const page = await people.inCareOf(accountOf(caller), query)
    return { accounts: page.people.map(personView), next: page.next }
  },
})

const addAccount = route({
  method: 'POST', url: '/api/accounts', summary: 'Add a person; a clerk adds patients', allow: staff,
  body: NewAccount, answer: InvitedAccount,
  async handle(people: People, { caller, body }) {
    const outcome = await people.add(caller, body)
    switch (outcome.kind) {
      case 'added': return invitedView({ ...outcome, mailed: false })
      case 'username-taken':
        throw new Problem('username-taken', 409, 'Somebody has this user name already. Choose another.')
      case 'patient-id-misplaced':
        throw new Problem('patient-id-misplaced', 400, 'A patient needs a Patient ID; staff may not have one.')
      case 'not-allowed':
        throw new Problem('not-allowed', 403, 'Your account may not do this.')
    }
  },
})

const changeAccount = route({
  method: 'PATCH', url: '/api/accounts/:id', summary: 'Switch an account on or off, change its address or birth date', allow: asRole('admin'),
  params: AccountId, body: AccountChange, answer: AccountView,
  async handle(people: People, { caller, params, body }) {
    const self = accountOf(caller)
    if (params.id === self.accountId && body.active !== undefined)
      throw new Problem('own-account', 409, 'You cannot switch off the account that you are using.')
    return accountView(found(await people.change(self, params.id, body)))
  },
})

const inviteAgain = route({
  method: 'POST', url: '/api/accounts/:id/invitation', summary: 'A new one-time link for a person; the old password may be ended',
  allow: staff, params: AccountId, body: InvitationWish, answer: InvitedAccount,
  async handle(people: People, { caller, params, body, language }) {
    return invitedView(found(await people.invite(caller, params.id, { ...body, language })))
  },
})

const removeSecondFactors = route({
  method: 'DELETE', url: '/api/accounts/:id/second-factors', summary: 'Remove codes and passkeys of who lost them', allow: asRole('admin'),
  params: AccountId,
  async handle(people: People, { caller, params }) {
    found(await people.removeSecondFactors(accountOf(caller), params.id))
  },
})

export const peopleRoutes = [listAccounts, addAccount, changeAccount, inviteAgain, removeSecondFactors]
