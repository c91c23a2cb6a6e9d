/**
 * How long studies are kept. NET-28.
 *
 * @module
 */
import Type, { type Static } from 'typebox'

const orNull = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()])

const Text = Type.String()
const Time = Type.String({ format: 'date-time' })
const Count = Type.Integer({ minimum: 0 })
const Line = (maxLength: number) => Type.String({ maxLength, pattern: '^[^\\\\\\x00-\\x1f]*$' })

export const RetentionRule = Type.Object({
  /** AE title, or the kind of way, by which its first image came; empty: any. */
  source: Line(64),
  /** Any of its series has it; empty: any. */
  modality: Line(16),
  basis: Type.Union([Type.Literal('received'), Type.Literal('used'), Type.Literal('study-date')]),
  /** Null: for ever. */
  keepDays: orNull(Type.Integer({ minimum: 1, maximum: 36_500 })),
}, { additionalProperties: false })
export type RetentionRule = Static<typeof RetentionRule>

/** In order: the first that fits a study decides. What none fits is kept. */
export const RetentionRules = Type.Object({ rules: Type.Array(RetentionRule, { maxItems: 50 }) }, { additionalProperties: false })
export type RetentionRules = Static<typeof RetentionRules>

export const RetentionView = Type.Object({
  rules: Type.Array(RetentionRule),
  /** Newest first. */
  runs: Type.Array(Type.Object({ at: Time, studies: Count, instances: Count, sizeBytes: Count, held: Count })),
  /** From where studies came, to choose from. */
  sources: Type.Array(Text),
})
export type RetentionView = Static<typeof RetentionView>

/** What would go now, the oldest first; no more than are looked at in one night. */
export const RetentionDryRun = Type.Object({
  studies: Count, sizeBytes: Count,
  /** Of them, kept because something stands on them. */
  held: Count,
  /** There are more than one night takes. */
  isMore: Type.Boolean(),
  first: Type.Array(Type.Object({
    id: Text, patientName: Text, patientId: Text, date: Text, description: Text, sizeBytes: Count,
    /** Number of the rule, from 1. */
    rule: Count, isHeld: Type.Boolean(),
  })),
})
export type RetentionDryRun = Static<typeof RetentionDryRun>
