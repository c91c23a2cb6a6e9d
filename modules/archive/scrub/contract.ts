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

export const StorageView = Type.Object({
  disk: orNull(Type.Object({
    freeBytes: Count, totalBytes: Count, level: Type.Union([Type.Literal('enough'), Type.Literal('low'), Type.Literal('critical')]),
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
  })),
})
export type StorageView = Static<typeof StorageView>
