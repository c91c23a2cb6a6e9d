/**
 * What crosses the border of routing: rules by which studies go on to a device when they have arrived.
 *
 * Administrators: `/api/forward-rules` (GET ForwardRuleList, POST ForwardRuleFields), `/api/forward-rules/:id` (PATCH
 * ForwardRuleChange, DELETE).
 *
 * @module
 */
import Type, { type Static } from 'typebox'
import { AeTitle } from '../devices/contract.ts'

const fields = {
  description: Type.String({ minLength: 1, maxLength: 128 }),
  /** Only what came from this device; null: from wherever. */
  fromAeTitle: Type.Union([AeTitle, Type.Null()]),
  /** Only studies that have this modality; null: all. */
  modality: Type.Union([Type.String({ pattern: '^[A-Z0-9_]{1,16}$' }), Type.Null()]),
  /** Where they go. */
  deviceId: Type.String({ minLength: 1, maxLength: 64 }),
  isOn: Type.Boolean(),
}

export const ForwardRuleFields = Type.Object(fields, { additionalProperties: false })
export type ForwardRuleFields = Static<typeof ForwardRuleFields>

/** What is left out stays. */
export const ForwardRuleChange = Type.Object(Type.Partial(Type.Object(fields)).properties, { additionalProperties: false, minProperties: 1 })
export type ForwardRuleChange = Static<typeof ForwardRuleChange>

export const ForwardRuleView = Type.Object({
  id: Type.String(),
  ...fields,
  /** Description of the device; null once it is removed: then nothing leaves. */
  device: Type.Union([Type.String(), Type.Null()]),
  /** Studies that have left, are on their way or wait for another try, and were given up. */
  done: Type.Integer(),
  open: Type.Integer(),
  givenUp: Type.Integer(),
  lastAt: Type.Union([Type.String({ format: 'date-time' }), Type.Null()]),
})
export type ForwardRuleView = Static<typeof ForwardRuleView>

export const ForwardRuleList = Type.Object({ rules: Type.Array(ForwardRuleView) })
export type ForwardRuleList = Static<typeof ForwardRuleList>
