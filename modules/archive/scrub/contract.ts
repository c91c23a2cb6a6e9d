/**
 * Whether what is stored is still sound, and how much room there is. NET-28.
 *
 * @module
 */
import Type, { type Static } from 'typebox'

const orNull = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()])

const Text = Type.String()
const Time = Type.String({ format: 'date-time' })
const Count = Type.Integer({ minimum: 0 })

const Sum = Type.Object({ segments: Count, bytes: Count })

/** Why the store of segments cannot be used. */
const AwayReason = Type.Union([
  Type.Literal('unreachable'), Type.Literal('refused'), Type.Literal('no-place'), Type.Literal('unsound'), Type.Literal('unconfigured'),
])

/** What an administrator is told who asks whether the store of segments works. */
export const StoreTrialView = Type.Object({
  works: Type.Boolean(), tookMs: Count,
  /** Where it does not: at what it was. */
  step: orNull(Type.Union([Type.Literal('write'), Type.Literal('read'), Type.Literal('remove')])), reason: orNull(AwayReason),
  /** The store's own. */
  words: Text,
})
export type StoreTrialView = Static<typeof StoreTrialView>

export const StorageView = Type.Object({
  disk: orNull(Type.Object({
    freeBytes: Count, totalBytes: Count, level: Type.Union([Type.Literal('enough'), Type.Literal('low'), Type.Literal('critical')]),
  })),
  /** Null: everything stays on this disk. */
  store: orNull(Type.Object({
    name: Text, here: Sum, there: Sum,
    /** What lies in stores that this server was not started with: it cannot be read. */
    elsewhere: Type.Array(Type.Object({ name: Text, segments: Count, bytes: Count })),
    afterDays: Count, belowPercent: Count,
    away: orNull(Type.Object({ reason: AwayReason, words: Text, since: Time })),
  })),
  check: Type.Object({
    /** Null: never whole so far. */
    lastWholeAt: orNull(Time), lastBytes: Count,
    /** Of the round that is going on. */
    startedAt: orNull(Time), checkedFiles: Count, checkedBytes: Count, allFiles: Count, allBytes: Count,
    megabytesPerSecond: Count,
  }),
  damaged: Type.Array(Type.Object({
    id: Text, foundAt: Time, isMissing: Type.Boolean(),
    /** Where it is shown; null if no image stands on it. */
    studyId: orNull(Text), patientName: Text, studyDescription: Text, instanceUid: Text, sizeBytes: Count, cameFrom: Text,
    /** What devices said that were asked for it; null while they are about to be. */
    asked: orNull(Type.Object({ at: Time, answer: Type.Union([Type.Literal('absent'), Type.Literal('failed')]) })),
  })),
  /** What came back in the last month in place of damaged files, newest first. */
  mended: Type.Array(Type.Object({
    foundAt: Time, mendedAt: Time, isSame: Type.Boolean(), studyId: Text, patientName: Text, studyDescription: Text, instanceUid: Text,
  })),
})
export type StorageView = Static<typeof StorageView>
