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
  let isAnotherPatient = false
  for (const step of steps) {
    const before = new Map<Tag, Element>()
    for (const name of identityNames) {
      const [tag, value] = [identityTags[name], step.changed[name]]
      if (value === undefined || value === textNow(now, header, tag)) continue
      before.set(tag, now.get(tag) ?? elementOf(header, tag))
      now.set(tag, { vr: header.vr(tag) ?? VRS[tag] ?? 'LO', value: value === '' ? null : value })
    }
    if (before.size === 0) continue
    const isOther = patientKeys.some((name) => before.has(identityTags[name]))
    // They qualify the issuer that was.
    if (isOther && !isAnotherPatient && header.has(QUALIFIERS)) before.set(QUALIFIERS, elementOf(header, QUALIFIERS))
    isAnotherPatient ||= isOther
    items.push({ step, before, isOther })
  }
  if (items.length === 0) return null
  const strangers = reader === 'person' ? items.findLastIndex(({ isOther }) => isOther) : -1
  const told = strangers === -1 ? header.items(Tags.OriginalAttributesSequence).map(copyOf) : []
  const original = items.map(({ step, before }, at) => itemOf(step, at <= strangers ? withoutPerson(before) : before))
  now.set(Tags.OriginalAttributesSequence, { vr: 'SQ', value: [...told, ...original] })
  return { set: now, remove: new Set(isAnotherPatient ? [QUALIFIERS] : []) }
}

/** That they were replaced is told, and not by what. */
function withoutPerson(before: ReadonlyMap<Tag, Element>): ReadonlyMap<Tag, Element> {
  return new Map([...before].map(([tag, element]) => [tag, PERSONAL.has(tag) ? { ...element, value: null } : element]))
}

const QUALIFIERS = Tags.IssuerOfPatientIDQualifiersSequence

const PERSONAL: ReadonlySet<Tag> = new Set([QUALIFIERS, ...[...patientKeys, ...personNames].map((name) => identityTags[name])])

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
  // Text is written in the character set of the object; a length of a group would no longer be true.
  const tags = [...item.tags()].filter((tag) => tag !== Tags.SpecificCharacterSet && (tag & 0xffff) !== 0)
  return new Map(tags.map((tag) => [tag, elementOf(item, tag)]))
}
