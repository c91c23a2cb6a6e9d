/**
 * The header of an Instance with the corrections of its Study: the values that are true now, and for each correction an item
 * of the Original Attributes Sequence with those it took the place of. PS3.3 C.12.1.1.9, IHE RAD TF IRWF. ING-37.
 *
 * @module
 */
import {
  Tags, type Changes, type DataSet, type Element, type ElementMap, type Tag, type Value,
} from '@filmjacket/dicom-data'
import type { Instant } from '../../../platform/server/clock.ts'
import { identityNames, identityTags, patientKeys, personNames, type Changed } from './identity.ts'

/** PS3.3 C.12.1.1.9: wrong values replaced, or right ones of another house brought into ours. */
export type Reason = 'correct' | 'coerce'

export interface Step {
  readonly madeAt: Instant
  readonly reason: Reason
  readonly changed: Changed
}

/** (0400,0563). It names the product: which of its installations is told by who sent the object. */
const MODIFYING_SYSTEM = 'Filmjacket'

/**
 * Who will read the header. A device of the house is told what was replaced, whoever it spoke of (IHE RAD TF IRWF). What a person
 * may take home does not tell them about the stranger under whose name their images once were.
 */
export type Reader = 'device' | 'person'

/** What is to be different in this header; null where it says all of it already. */
export function changesFor(steps: readonly Step[], header: DataSet, reader: Reader = 'device'): Changes | null {
  const now = new Map<Tag, Element>()
  const items: { readonly step: Step; readonly before: Map<Tag, Element>; readonly isOther: boolean }[] = []
  const told = toldBefore(header, reader)
  let isAnotherPatient = false
  for (const step of steps) {
    const before = new Map<Tag, Element>()
    for (const name of identityNames) {
      const [tag, value] = [identityTags[name], step.changed[name]]
      const was = textNow(now, header, tag)
      if (value === undefined || value === was) continue
      before.set(tag, now.get(tag) ?? elementOf(header, tag))
      if (name === 'accessionNumber') renumber({ now, before }, header, { was, value })
      now.set(tag, { vr: header.vr(tag) ?? VRS[tag] ?? 'LO', value: value === '' ? null : value })
    }
    if (before.size === 0) continue
    const isOther = patientKeys.some((name) => before.has(identityTags[name]))
    // They qualify the issuer that was.
    if (isOther && !isAnotherPatient && header.has(QUALIFIERS)) before.set(QUALIFIERS, elementOf(header, QUALIFIERS))
    isAnotherPatient ||= isOther
    items.push({ step, before, isOther })
  }
  if (items.length === 0 && !told.isLess) return null
  const strangers = reader === 'person' ? items.findLastIndex(({ isOther }) => isOther) : -1
  const original = items.map(({ step, before }, at) => itemOf(step, at <= strangers ? withoutPerson(before) : before))
  now.set(Tags.OriginalAttributesSequence, { vr: 'SQ', value: [...(strangers === -1 ? told.items : []), ...original] })
  return { set: now, remove: new Set(isAnotherPatient ? [QUALIFIERS] : []) }
}

/**
 * What the stored header tells of changes before. One that a repair wrote, and that made it another Patient's, speaks of a
 * stranger, and so may all before it: those of other systems are left out for a person, ours tell only that there was a change.
 */
function toldBefore(header: DataSet, reader: Reader): { readonly items: readonly ElementMap[]; readonly isLess: boolean } {
  const items = header.items(Tags.OriginalAttributesSequence)
  const strangers = reader === 'person' ? items.findLastIndex((item) => isOurs(item) && patientKeys.some((name) => modified(item)?.has(identityTags[name]))) : -1
  const told = items.flatMap((item, at) => {
    if (at > strangers) return [copyOf(item)]
    return isOurs(item) ? [withoutPersonIn(item)] : []
  })
  return { items: told, isLess: strangers !== -1 }
}

function isOurs(item: DataSet): boolean {
  return item.text(Tags.ModifyingSystem) === MODIFYING_SYSTEM
}

function modified(item: DataSet): DataSet | undefined {
  return item.items(Tags.ModifiedAttributesSequence)[0]
}

function withoutPersonIn(item: DataSet): ElementMap {
  const before = modified(item)
  const kept = before === undefined ? [] : [withoutPerson(new Map([...before.tags()].map((tag) => [tag, elementOf(before, tag)])))]
  return new Map([...copied(item), [Tags.ModifiedAttributesSequence, { vr: 'SQ', value: kept }]])
}

/** In which the Accession Number of an order stands again. PS3.3 Tables 10-9 and C.17-2. */
const REQUESTS = [Tags.RequestAttributesSequence, Tags.ReferencedRequestSequence] as const

/** Where it names the same order. A request of another one, fulfilled by the same images, keeps its own. */
function renumber(
  { now, before }: Record<'now' | 'before', Map<Tag, Element>>, header: DataSet, { was, value }: { readonly was: string; readonly value: string },
): void {
  if (was === '') return
  for (const tag of REQUESTS) {
    const items = (now.get(tag)?.value ?? header.items(tag).map(copied)) as readonly ReadonlyMap<Tag, Element>[]
    if (!items.some((item) => accessionIn(item) === was)) continue
    before.set(tag, now.get(tag) ?? elementOf(header, tag))
    const number: Element = { vr: 'SH', value: value === '' ? null : value }
    now.set(tag, { vr: 'SQ', value: items.map((item) => (accessionIn(item) === was ? new Map([...item, [Tags.AccessionNumber, number]]) : item)) })
  }
}

function accessionIn(item: ReadonlyMap<Tag, Element>): string {
  const value = item.get(Tags.AccessionNumber)?.value
  const text: unknown = Array.isArray(value) ? value[0] : value
  return typeof text === 'string' ? text : ''
}

/** That they were replaced is told, and not by what. */
function withoutPerson(before: ReadonlyMap<Tag, Element>): ReadonlyMap<Tag, Element> {
  return new Map([...before].map(([tag, element]) => [tag, PERSONAL.has(tag) ? { ...element, value: null } : element]))
}

const QUALIFIERS = Tags.IssuerOfPatientIDQualifiersSequence

const PERSONAL: ReadonlySet<Tag> = new Set([QUALIFIERS, ...REQUESTS, ...[...patientKeys, ...personNames].map((name) => identityTags[name])])

const VRS: Readonly<Record<Tag, Element['vr']>> = {
  [identityTags.patientName]: 'PN', [identityTags.accessionNumber]: 'SH', [identityTags.birthDate]: 'DA', [identityTags.sex]: 'CS',
}

function textNow(now: ReadonlyMap<Tag, Element>, header: DataSet, tag: Tag): string {
  const changed = now.get(tag)
  if (changed === undefined) return header.text(tag) ?? ''
  return typeof changed.value === 'string' ? changed.value : ''
}

/** PS3.3 Table C.12-1 (Original Attributes Macro): the system that the values came from may be unknown, and is empty then. */
export function itemOf({ madeAt, reason }: Pick<Step, 'madeAt' | 'reason'>, before: ReadonlyMap<Tag, Element>): ElementMap {
  return {
    [Tags.ModifiedAttributesSequence]: [before],
    [Tags.AttributeModificationDateTime]: dateTimeOf(madeAt),
    [Tags.ModifyingSystem]: MODIFYING_SYSTEM,
    [Tags.SourceOfPreviousValues]: null,
    [Tags.ReasonForTheAttributeModification]: reason.toUpperCase(),
  }
}

/** DT in UTC: `20260102030405.678000+0000`. */
function dateTimeOf(instant: Instant): string {
  return `${new Date(instant).toISOString().replace(/[-:TZ]/g, '')}000+0000`
}

/** VRs whose text goes by the character set, which may become another one. PS3.5 §6.1.2.3. */
const TEXTS: ReadonlySet<string> = new Set(['LO', 'LT', 'PN', 'SH', 'ST', 'UC', 'UT'])

/** An element as it is; one that is not there, without a value. */
export function elementOf(dataSet: DataSet, tag: Tag): Element {
  const vr = dataSet.vr(tag) ?? VRS[tag] ?? 'LO'
  return { vr, value: valueOf(dataSet, tag, vr) }
}

function valueOf(dataSet: DataSet, tag: Tag, vr: string): Value {
  if (vr === 'SQ') return dataSet.items(tag).map(copyOf)
  return (TEXTS.has(vr) ? dataSet.texts(tag) : dataSet.bytes(tag)) ?? null
}

export function copyOf(item: DataSet): ElementMap {
  return copied(item)
}

function copied(item: DataSet): ReadonlyMap<Tag, Element> {
  // Text is written in the character set of the object; a length of a group would no longer be true.
  const tags = [...item.tags()].filter((tag) => tag !== Tags.SpecificCharacterSet && (tag & 0xffff) !== 0)
  return new Map(tags.map((tag) => [tag, elementOf(item, tag)]))
}
