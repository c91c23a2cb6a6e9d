/** Rules of forwarding over HTTP. Translates, decides nothing. */
import Type from 'typebox'
import { asRole } from '../../platform/server/auth/caller.ts'
import { isoTimeOrNull } from '../../platform/server/clock.ts'
import { Problem } from '../../platform/server/http/problem.ts'
import { route } from '../../platform/server/http/route.ts'
import { ForwardRuleChange, ForwardRuleFields, ForwardRuleList, ForwardRuleView } from './contract.ts'
import type { KnownRule, Rules, SavedRule } from './rules.ts'

const admin = asRole('admin')
const ById = Type.Object({ id: Type.String({ maxLength: 64 }) })

const listRules = route({
  method: 'GET', url: '/api/forward-rules', summary: 'Rules by which studies go on to a device, and what became of them', allow: admin,
  answer: ForwardRuleList,
  async handle(rules: Rules) {
    return { rules: (await rules.all()).map(view) }
  },
})

const addRule = route({
  method: 'POST', url: '/api/forward-rules', summary: 'Send what arrives on to a device', allow: admin,
  body: ForwardRuleFields, answer: ForwardRuleView,
  async handle(rules: Rules, { caller, body }) {
    return saved(await rules.add(caller, body))
  },
})

const changeRule = route({
  method: 'PATCH', url: '/api/forward-rules/:id', summary: 'Change such a rule, or switch it off', allow: admin,
  params: ById, body: ForwardRuleChange, answer: ForwardRuleView,
  async handle(rules: Rules, { caller, params, body }) {
    return saved(await rules.change(caller, params.id, body))
  },
})

const removeRule = route({
  method: 'DELETE', url: '/api/forward-rules/:id', summary: 'Remove such a rule', allow: admin, params: ById,
  async handle(rules: Rules, { caller, params }) {
    if (!(await rules.remove(caller, params.id))) noRule()
  },
})

function saved(outcome: SavedRule): ForwardRuleView {
  switch (outcome.kind) {
    case 'saved': return view(outcome.known)
    case 'not-found': return noRule()
    case 'no-device': throw new Problem('rule-without-device', 409, 'There is no such device, or it receives no images.')
  }
}

function noRule(): never {
  throw new Problem('forward-rule-not-found', 404, 'There is no such rule.')
}

function view({ rule, device, tally }: KnownRule): ForwardRuleView {
  const { id, description, from_ae_title: fromAeTitle, modality, device_id: deviceId, is_on: isOn } = rule
  const { done, open, givenUp, lastAt } = tally
  return {
    id, description, fromAeTitle, modality, deviceId: deviceId ?? '', isOn, device: device?.description ?? null,
    done, open, givenUp, lastAt: isoTimeOrNull(lastAt),
  }
}

export const routes = [listRules, addRule, changeRule, removeRule]
