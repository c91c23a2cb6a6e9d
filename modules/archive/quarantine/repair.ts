/**
 * Another header for what is held: the identity that a person gave, and UIDs where those that came are wrong. The bytes that
 * came stay as they are, in quarantine; what they said before is told in the Original Attributes Sequence. PS3.3 §C.12.1.1.9.
 *
 * Same case, same decision: same bytes. A repair that broke off is done again without doubles.
 *
 * @module
 */
import { createHash } from 'node:crypto'
import { isUid, Tags, type Changes, type DataSet, type Element, type ElementMap, type Tag } from '@filmjacket/dicom-data'
import type { Instant } from '../../../platform/server/clock.ts'
import type { NewUids, Repair } from '../contract.ts'
import type { Identity } from '../correction/identity.ts'
import { changesFor, copyOf, elementOf, itemOf } from '../correction/view.ts'
import type { Held } from '../store/quarantine.ts'

export function repairedHeader(header: DataSet, held: Held, repair: Repair, decidedAt: Instant): Changes {
  const { newUids, ...identity } = repair
  const step = { madeAt: decidedAt, reason: 'correct', changed: identity satisfies Identity } as const
  const changes = changesFor([step], header) ?? {}
  const uids = uidsFor(header, held, newUids)
  if (uids.size === 0) return changes
  const before = new Map([...uids.keys()].map((tag) => [tag, header.has(tag) ? elementOf(header, tag) : EMPTY_UID] as const))
  const set = new Map([...elementsIn(changes), ...uids])
  const told = set.get(Tags.OriginalAttributesSequence)?.value ?? header.items(Tags.OriginalAttributesSequence).map(copyOf)
  set.set(Tags.OriginalAttributesSequence, { vr: 'SQ', value: [...(told as readonly ElementMap[]), itemOf(step, before)] })
  return { ...changes, set }
}

const EMPTY_UID: Element = { vr: 'UI', value: null }

function elementsIn({ set }: Changes): ReadonlyMap<Tag, Element> {
  return set instanceof Map ? (set as ReadonlyMap<Tag, Element>) : new Map<Tag, Element>()
}

/** Null where it stays what it was. */
export function studyUidIn(changes: Changes): string | null {
  const uid = elementsIn(changes).get(Tags.StudyInstanceUID)?.value
  return typeof uid === 'string' ? uid : null
}

function uidsFor(header: DataSet, held: Held, newUids: NewUids): ReadonlyMap<Tag, Element> {
  const given = (tag: Tag) => header.text(tag) ?? ''
  const series = [given(Tags.Modality), given(Tags.SeriesNumber), given(Tags.SeriesDescription)].join('\\')
  // What has no UID of its own is told apart by what it has: a Study by its case, a Series by its number, an image by its bytes.
  const wishes: readonly [Tag, string, boolean][] = [
    [Tags.StudyInstanceUID, given(Tags.StudyInstanceUID), newUids === 'all'],
    [Tags.SeriesInstanceUID, given(Tags.SeriesInstanceUID) || series, newUids === 'all'],
    [Tags.SOPInstanceUID, held.blob_id, newUids !== 'wrong'],
  ]
  const wrong = wishes.filter(([tag, , isWished]) => isWished || !isUid(given(tag)))
  return new Map(wrong.map(([tag, from]) => [tag, { vr: 'UI', value: uidFrom(`${held.case_id} ${tag} ${from}`) }]))
}

/** PS3.5 §B.2: a UUID as a number below 2.25; version 8 of RFC 9562 is one's own to make. */
function uidFrom(text: string): string {
  const bytes = createHash('sha256').update(text).digest().subarray(0, 16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  return `2.25.${BigInt(`0x${bytes.toString('hex')}`)}`
}
