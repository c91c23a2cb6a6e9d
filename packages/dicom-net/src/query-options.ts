/**
 * What requestor and acceptor agree on about queries, besides the contexts: SOP Class Extended Negotiation.
 * PS3.4 Tables C.5-1 to C.5-4, K.5-1.
 *
 * @module
 */
import { MODALITY_WORKLIST, queryRetrieveOf } from './query-retrieve.ts'

export interface QueryOptions {
  /** Keys of any level, whatever level is asked for; of retrieval: no keys of the levels above are needed. */
  readonly relational: boolean
  /** A date range and a time range are one range of instants. */
  readonly combinedDateTime: boolean
  readonly fuzzyNames: boolean
  readonly timezoneAdjustment: boolean
}

export const noQueryOptions: QueryOptions = {
  relational: false, combinedDateTime: false, fuzzyNames: false, timezoneAdjustment: false,
}

/** Bytes of the field, from the first. */
const ofFind = ['relational', 'combinedDateTime', 'fuzzyNames', 'timezoneAdjustment'] as const
/** The first two bytes are reserved. PS3.4 Table K.5-1. */
const ofWorklist = [null, null, 'fuzzyNames', 'timezoneAdjustment'] as const
const ofRetrieval = ['relational'] as const

type Field = readonly (keyof QueryOptions | null)[]

function fieldOf(sopClassUid: string): Field | null {
  if (sopClassUid === MODALITY_WORKLIST) return ofWorklist
  const known = queryRetrieveOf(sopClassUid)
  if (known === undefined) return null
  return known.operation === 'find' ? ofFind : ofRetrieval
}

/** The Service-class-application-information of a find, move, get or worklist class; empty for any other. */
export function encodeQueryOptions(sopClassUid: string, options: Partial<QueryOptions>): Uint8Array {
  const field = fieldOf(sopClassUid) ?? []
  return Uint8Array.from(field.map((name) => (name !== null && options[name] === true ? 1 : 0)))
}

/** Bytes that are missing are 0; bytes behind are of options that we do not know. */
export function decodeQueryOptions(sopClassUid: string, information: Uint8Array): QueryOptions {
  const field = fieldOf(sopClassUid) ?? []
  const options: { -readonly [K in keyof QueryOptions]: QueryOptions[K] } = { ...noQueryOptions }
  for (const [n, name] of field.entries()) if (name !== null) options[name] = information[n] === 1
  return options
}

/**
 * What an acceptor answers: of what was proposed that which it supports, in no more bytes than were asked.
 *
 * @returns null for a class that has no such options.
 */
export function answerQueryOptions(
  sopClassUid: string, proposed: Uint8Array, supported: Partial<QueryOptions>,
): Uint8Array | null {
  const field = fieldOf(sopClassUid)
  if (field === null) return null
  const ours = encodeQueryOptions(sopClassUid, supported)
  return proposed.map((wish, n) => (wish === 1 ? (ours[n] ?? 0) : 0))
}
