/**
 * What became of Studies, for programs that follow. API-04.
 *
 * @module
 */
import Type, { type Static } from 'typebox'

const Text = Type.String()
const Time = Type.String({ format: 'date-time' })

export const ChangeKind = Type.Union([
  /** Its first image is here; more may be on their way. */
  Type.Literal('arrived'),
  /** Nothing came for a while: as far as one can tell it is whole. Told again each time more came, or something was put right. */
  Type.Literal('settled'),
  /** A person put right whose it is, or took that back. */
  Type.Literal('corrected'),
  Type.Literal('labelled'),
  /** Images of it were removed, and others are still here. */
  Type.Literal('reduced'),
  Type.Literal('removed'),
])
export type ChangeKind = Static<typeof ChangeKind>

export const ChangesWanted = Type.Object({
  /** The `last` of the answer before; `now` for the end of the feed. Without it, from the oldest that is kept. */
  since: Type.Optional(Type.String({ maxLength: 64 })),
  /** 1 to 1000. */
  limit: Type.Optional(Type.String({ pattern: '^([1-9][0-9]{0,2}|1000)$' })),
  /** Seconds to wait for a change where there is none: 0 to 30. */
  wait: Type.Optional(Type.String({ pattern: '^([12]?[0-9]|30)$' })),
  /** Only these, with commas between. */
  kinds: Type.Optional(Type.String({ pattern: '^[a-z]{5,9}(,[a-z]{5,9}){0,5}$' })),
})
export type ChangesWanted = Static<typeof ChangesWanted>

export const ChangePage = Type.Object({
  /** In order. */
  changes: Type.Array(Type.Object({
    kind: ChangeKind, studyUid: Text, at: Time,
    /** Of this one: `since` goes on behind it. */
    position: Text,
  })),
  /** Where to go on. */
  last: Text,
  /** There is no more now. An empty page alone does not say so. */
  done: Type.Boolean(),
})
export type ChangePage = Static<typeof ChangePage>
