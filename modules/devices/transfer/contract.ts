/**
 * Transfers: studies on their way from a device or to one. NET-08, NET-10, NET-22.
 *
 * @module
 */
import Type, { type Static, type TSchema } from 'typebox'

const orNull = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])

const Time = Type.String({ format: 'date-time' })
const Id = Type.String({ maxLength: 64 })
const Text = Type.String()

/** Whether a device keeps what it was sent, where it is asked (NET-22). PS3.4 §J. */
export const commitmentStates = ['due', 'asked', 'kept', 'not-kept', 'unanswered'] as const
export const CommitmentState = Type.Enum(commitmentStates)
export type CommitmentState = (typeof commitmentStates)[number]

export const TransferDirection = Type.Enum(['retrieve', 'send'])
export type TransferDirection = Static<typeof TransferDirection>

/** `incomplete`: some came and some did not; a new transfer asks only for what is missing. */
export const transferStates = ['queued', 'running', 'done', 'incomplete', 'failed', 'cancelled'] as const
export const TransferState = Type.Enum(transferStates)
export type TransferState = (typeof transferStates)[number]

/** Why a transfer failed or is incomplete. */
export const transferProblems = [
  /** Those of a check. */
  'wrong-called-ae', 'wrong-calling-ae', 'rejected', 'aborted', 'timeout', 'unknown-host', 'connection-refused',
  'unreachable', 'connection-lost', 'tls-failed', 'http-failed',
  /** The device does not do what was asked of it: find, move, get. */
  'not-offered',
  /** Neither the device nor we hold the study. */
  'study-not-found',
  /** The device does not know us as a place to send to. */
  'destination-unknown',
  /** The device said no: `status`. */
  'failure-status',
  /** Nothing came for ten minutes. */
  'no-progress',
  /** Some instances were refused or could not be encoded: `failures`. */
  'instances-failed',
  /** The device was removed meanwhile. */
  'device-removed',
  'internal',
] as const
export const TransferProblem = Type.Enum(transferProblems)
export type TransferProblem = (typeof transferProblems)[number]

const Uid = Type.String({ minLength: 1, maxLength: 64, pattern: '^[0-9]+(\\.[0-9]+)*$' })

export const NewTransfer = Type.Object(
  { direction: TransferDirection, deviceId: Id, studyUid: Uid }, { additionalProperties: false },
)
export type NewTransfer = Static<typeof NewTransfer>

export const TransferView = Type.Object({
  id: Text,
  direction: TransferDirection,
  /** As it was when the transfer was asked for; `id` is null once it is removed. */
  device: Type.Object({ id: orNull(Text), description: Text }),
  studyUid: Text,
  /** Empty until known: PN, DA, and the Study Description. */
  patientName: Text, studyDate: Text, studyDescription: Text,
  state: TransferState,
  /** Instances: in all (null until known), there already, moved by this transfer, failed. */
  total: orNull(Type.Integer()), already: Type.Integer(), moved: Type.Integer(), failed: Type.Integer(),
  problem: orNull(TransferProblem),
  status: orNull(Type.Integer()),
  /** Null where the device is not asked; of `not-kept`, how many. */
  commitment: orNull(CommitmentState), notKept: Type.Integer(),
  /** Display name; null for the system itself. */
  startedBy: orNull(Text),
  createdAt: Time, startedAt: orNull(Time), endedAt: orNull(Time),
})
export type TransferView = Static<typeof TransferView>

/** Newest first; `next` is handed in as `before` for those that follow. */
export const TransferList = Type.Object({ transfers: Type.Array(TransferView), next: orNull(Text) })
export type TransferList = Static<typeof TransferList>

/** Only those of this direction, if one is named. */
export const TransferPage = Type.Object({ before: Type.Optional(Id), direction: Type.Optional(TransferDirection) })

/** What became of one Instance that did not get through; the first hundred are kept. */
export const InstanceFailure = Type.Object({
  instanceUid: Text,
  /** DIMSE status, where the device gave one. */
  status: orNull(Type.Integer()),
  /** In English, ours. */
  reason: Text,
})
export type InstanceFailure = Static<typeof InstanceFailure>

export const TransferDetail = Type.Object({ transfer: TransferView, failures: Type.Array(InstanceFailure) })
export type TransferDetail = Static<typeof TransferDetail>
