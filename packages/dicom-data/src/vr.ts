/**
 * Value representations. PS3.5 §6.2 and §7.1.2.
 *
 * @module
 */

/** In this order a VR has a number, used where elements are indexed by the thousand. 0 is no VR. */
const VRS = [
  'AE', 'AS', 'AT', 'CS', 'DA', 'DS', 'DT', 'FD', 'FL', 'IS', 'LO', 'LT', 'OB', 'OD', 'OF', 'OL', 'OV', 'OW',
  'PN', 'SH', 'SL', 'SQ', 'SS', 'ST', 'SV', 'TM', 'UC', 'UI', 'UL', 'UN', 'UR', 'US', 'UT', 'UV',
] as const

export type Vr = (typeof VRS)[number]

/** How the values of a VR are laid out. */
export interface VrTraits {
  readonly vr: Vr
  /** Explicit VR: two reserved bytes and a length of four, else a length of two. PS3.5 Table 7.1-1. */
  readonly longForm: boolean
  /** `text` goes by Specific Character Set, `ascii` never does; `binary` has `width` bytes a value. */
  readonly kind: 'text' | 'ascii' | 'binary' | 'sequence'
  /** Bytes of one binary value, and the unit of byte swapping. */
  readonly width: number
  /** A backslash divides values, else it is a character of the one value. */
  readonly multiple: boolean
  /** Spaces before the value mean nothing. */
  readonly trimsLeft: boolean
  /** What an odd value field is filled with. */
  readonly padding: 0x00 | 0x20
}

const LONG: ReadonlySet<Vr> = new Set([
  'OB', 'OD', 'OF', 'OL', 'OV', 'OW', 'SQ', 'SV', 'UC', 'UN', 'UR', 'UT', 'UV',
])
const TEXT: ReadonlySet<Vr> = new Set(['LO', 'LT', 'PN', 'SH', 'ST', 'UC', 'UT'])
const SINGLE: ReadonlySet<Vr> = new Set(['LT', 'ST', 'UT', 'UR'])
const TRIMS_LEFT: ReadonlySet<Vr> = new Set(['AE', 'CS', 'DS', 'IS', 'LO', 'SH'])
const WIDTH: ReadonlyMap<Vr, number> = new Map([
  ['OB', 1], ['UN', 1], ['SS', 2], ['US', 2], ['OW', 2], ['AT', 2], ['FL', 4], ['SL', 4], ['UL', 4], ['OF', 4],
  ['OL', 4], ['FD', 8], ['SV', 8], ['UV', 8], ['OD', 8], ['OV', 8],
])

function traitsFor(vr: Vr): VrTraits {
  const width = WIDTH.get(vr)
  const kind = vr === 'SQ' ? 'sequence' : width !== undefined ? 'binary' : TEXT.has(vr) ? 'text' : 'ascii'
  return {
    vr,
    kind,
    width: width ?? 1,
    longForm: LONG.has(vr),
    multiple: !SINGLE.has(vr),
    trimsLeft: TRIMS_LEFT.has(vr),
    padding: kind === 'binary' || vr === 'UI' ? 0x00 : 0x20,
  }
}

const TRAITS: ReadonlyMap<Vr, VrTraits> = new Map(VRS.map((vr) => [vr, traitsFor(vr)]))

export function traitsOf(vr: Vr): VrTraits {
  return TRAITS.get(vr) ?? traitsFor(vr)
}

const TRAITS_BY_NUMBER: readonly VrTraits[] = ['UN' as const, ...VRS].map(traitsOf)

/** Traits of the VR with this number; of UN for 0. */
export function traitsOfNumber(number: number): VrTraits {
  return TRAITS_BY_NUMBER[number] ?? traitsFor('UN')
}

export function isVr(text: string): text is Vr {
  return TRAITS.has(text as Vr)
}

const NUMBERS: ReadonlyMap<Vr, number> = new Map(VRS.map((vr, index) => [vr, index + 1]))

/** The number of a VR, from 1. */
export function vrNumber(vr: Vr): number {
  return NUMBERS.get(vr) ?? 0
}

/** The VR of a number; UN for 0. */
export function vrOfNumber(number: number): Vr {
  return VRS[number - 1] ?? 'UN'
}

/** Both letters of an explicit VR as one big endian number. */
export function lettersOf(vr: Vr): number {
  return (vr.charCodeAt(0) << 8) | vr.charCodeAt(1)
}

/** The number of the VR that has these letters; 0 if there is none. */
export const numberOfLetters = new Uint8Array(0x10000)
/** By number: 1 for VRs of the long form. */
export const isLongForm = new Uint8Array(VRS.length + 1)

for (const vr of VRS) {
  numberOfLetters[lettersOf(vr)] = vrNumber(vr)
  isLongForm[vrNumber(vr)] = LONG.has(vr) ? 1 : 0
}
