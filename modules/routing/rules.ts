/**
 * The rules themselves, as administrators keep them.
 *
 * @module
 */
import { actorOf, audit } from '../../platform/server/audit.ts'
import type { Caller } from '../../platform/server/auth/caller.ts'
import type { Clock } from '../../platform/server/clock.ts'
import { newId } from '../../platform/server/ids.ts'
import { has, type Device, type Devices } from '../devices/index.ts'
import type { ForwardRuleChange, ForwardRuleFields } from './contract.ts'
import * as store from './store.ts'
import type { ForwardRule, RuleTally } from './store.ts'

export interface KnownRule {
  readonly rule: ForwardRule
  readonly device: Device | undefined
  readonly tally: RuleTally
}

export type SavedRule =
  | { readonly kind: 'saved'; readonly known: KnownRule }
  /** It is not there, or receives no images. */
  | { readonly kind: 'no-device' | 'not-found' }

export interface Rules {
  all(): Promise<readonly KnownRule[]>
  add(caller: Caller, fields: ForwardRuleFields): Promise<SavedRule>
  change(caller: Caller, id: string, change: ForwardRuleChange): Promise<SavedRule>
  /** @returns false if it is not there. What is on its way goes on. */
  remove(caller: Caller, id: string): Promise<boolean>
}

export interface RulesOptions {
  readonly db: store.Db
  readonly clock: Clock
  readonly devices: Pick<Devices, 'all' | 'one'>
}

const NOTHING: RuleTally = { done: 0, open: 0, givenUp: 0, lastAt: null }

export function createRules(options: RulesOptions): Rules {
  const { db, clock, devices } = options

  async function save(caller: Caller, rule: ForwardRule, isNew: boolean): Promise<SavedRule> {
    const device = await devices.one(rule.device_id ?? '')
    if (device === undefined || !has(device, 'store')) return { kind: 'no-device' }
    await db.transaction().execute(async (tx) => {
      await (isNew ? store.addRule(tx, rule) : store.changeRule(tx, rule))
      await note(tx, caller, isNew ? 'added' : 'changed', rule)
    })
    return { kind: 'saved', known: { rule, device, tally: (await store.tallies(db)).get(rule.id) ?? NOTHING } }
  }

  return {
    async all() {
      const [rules, tallies, known] = await Promise.all([store.allRules(db), store.tallies(db), devices.all()])
      return rules.map((rule) => ({
        rule, device: known.find(({ id }) => id === rule.device_id), tally: tallies.get(rule.id) ?? NOTHING,
      }))
    },
    add: (caller, fields) => save(caller, rowOf(newId('fwd', clock.now()), fields, clock.now()), true),
    async change(caller, id, change) {
      const before = await store.ruleById(db, id)
      if (before === undefined) return { kind: 'not-found' }
      return save(caller, { ...before, ...columnsOf(change) }, false)
    },
    async remove(caller, id) {
      return db.transaction().execute(async (tx) => {
        const rule = await store.removeRule(tx, id)
        if (rule !== undefined) await note(tx, caller, 'removed', rule)
        return rule !== undefined
      })
    },
  }
}

function rowOf(id: string, fields: ForwardRuleFields, now: number): ForwardRule {
  const { description, fromAeTitle, modality, deviceId, isOn } = fields
  return { id, description, from_ae_title: fromAeTitle, modality, device_id: deviceId, is_on: isOn, created_at: now }
}

function columnsOf({ description, fromAeTitle, modality, deviceId, isOn }: ForwardRuleChange): Partial<ForwardRule> {
  return {
    ...(description !== undefined && { description }), ...(fromAeTitle !== undefined && { from_ae_title: fromAeTitle }),
    ...(modality !== undefined && { modality }), ...(deviceId !== undefined && { device_id: deviceId }), ...(isOn !== undefined && { is_on: isOn }),
  }
}

async function note(tx: store.Db, caller: Caller, what: string, rule: ForwardRule): Promise<void> {
  const { description, from_ae_title: from, modality, is_on: isOn } = rule
  await audit(tx, {
    action: `routing.rule-${what}`, actor: actorOf(caller), address: null, subject: rule.id, outcome: 'done',
    detail: { description, isOn, ...(from !== null && { from }), ...(modality !== null && { modality }) },
  })
}
