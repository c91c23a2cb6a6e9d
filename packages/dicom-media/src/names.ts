/**
 * Names that are legal in a format and unique in their folder.
 *
 * @module
 */
import { extensionOf, safeName, shorten } from './safe-file-name.ts'

export interface Wanted {
  readonly name: string
  readonly isFolder: boolean
}

/** How one format wants its names. */
export interface NameRule {
  /** The nearest legal name; a legal one unchanged. */
  clean(wanted: Wanted): string
  /** Another legal name in its place, told apart by `n`. */
  numbered(clean: string, isFolder: boolean, n: number): string
  /** What readers of the format compare: two names of equal key are one name to some of them. */
  key(name: string): string
}

/**
 * A legal name for each of the wanted, all different, in the same order.
 *
 * A name that needs no change is never changed for the sake of one that does: a DICOMDIR refers to its
 * files by name. Among equals the first keeps it; the others are numbered.
 */
export function uniqueNames(wanted: readonly Wanted[], rule: NameRule): readonly string[] {
  const clean = wanted.map((each) => rule.clean(each))
  const taken = new Set<string>()
  const claim = (name: string): boolean => {
    const { size } = taken
    return taken.add(rule.key(name)).size > size
  }
  const keeps = wanted.map((each, index) => clean[index] === each.name && claim(each.name))
  // Names that could meet when numbered share a counter, so that many of them cost no search.
  const counters = new Map<string, number>()
  return wanted.map(({ isFolder }, index) => {
    const name = clean[index] ?? ''
    if (keeps[index] === true || claim(name)) return name
    const family = rule.numbered(name, isFolder, 99_999)
    for (let n = counters.get(family) ?? 2; ; n++) {
      const other = rule.numbered(name, isFolder, n)
      if (!claim(other)) continue
      counters.set(family, n + 1)
      return other
    }
  })
}

/** Windows and macOS find a file whatever its case. */
const withoutCase = (name: string): string => name.toUpperCase()

/** Legal everywhere as it is, as nearly all names here are: File IDs of eight characters, of which no device is one. */
const AS_IT_IS = /^[A-Z0-9_]{8}$/

/** Names in a ZIP: any safe name. */
export const zipNames: NameRule = {
  clean: ({ name }) => (AS_IT_IS.test(name) ? name : safeName(name, 120)),
  numbered: (name, _isFolder, n) => shorten(name, 120, ` (${n})`),
  key: withoutCase,
}

/**
 * Joliet: 64 characters of UCS-2, of which `;1` takes two in a file's name; no `* / : ; ? \`.
 * Joliet Specification 1995, "Relaxation of ISO 9660 Restrictions on UCS-2 Descriptors".
 */
export const jolietNames: NameRule = {
  clean: ({ name, isFolder }) => (AS_IT_IS.test(name) ? name : safeName(inUcs2(safeName(name, 120)), jolietUnits(isFolder))),
  numbered: (name, isFolder, n) => shorten(name, jolietUnits(isFolder), ` (${n})`),
  key: withoutCase,
}

function jolietUnits(isFolder: boolean): number {
  return isFolder ? 64 : 62
}

/** UCS-2 has no surrogates; `;` separates the version. */
function inUcs2(name: string): string {
  return name.replace(/[\u{10000}-\u{10FFFF};]/gu, '_')
}

/**
 * ISO 9660 interchange level 1: d-characters (A-Z 0-9 _), eight for a name and three for an extension, none
 * for a folder. ECMA-119 §7.4.1, §7.5.1, §7.6.1, §10.1. DICOM File IDs are such names: PS3.10 §8.5.
 */
export const level1Names: NameRule = {
  clean: ({ name, isFolder }) => {
    if (AS_IT_IS.test(name)) return name === '________' ? 'FILE' : name
    const extension = isFolder ? '' : dCharacters(extensionOf(name).slice(1)).slice(0, 3)
    const stem = extension === '' ? name : name.slice(0, -extensionOf(name).length)
    return level1(dCharacters(stem).slice(0, 8), extension)
  },
  numbered: (name, _isFolder, n) => {
    const [stem = '', extension = ''] = name.split('.')
    const mark = `_${n}`
    return level1(stem.slice(0, 8 - mark.length) + mark, extension)
  },
  key: (name) => name,
}

function level1(stem: string, extension: string): string {
  const named = /[A-Z0-9]/.test(stem) ? stem : 'FILE'
  return extension === '' ? named : `${named}.${extension}`
}

/** `Müller 1` becomes `MULLER_1`. */
export function dCharacters(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toUpperCase().replace(/[^A-Z0-9_]/gu, '_')
}
