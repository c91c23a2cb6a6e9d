/**
 * The data dictionary: what the standard says of a tag. PS3.6 §6 to §8, PS3.7 §E.
 *
 * @module
 */
import { rows } from './generated/dictionary.ts'
import { groupOf, isPrivate, type Tag } from './tag.ts'
import { isVr, vrNumber, type Vr } from './vr.ts'

export { Tags } from './generated/dictionary.ts'

export interface DictionaryEntry {
  readonly keyword: string
  /** The first is the one that fits where nothing else tells: US of "US or SS", OW of "OB or OW". */
  readonly vrs: readonly [Vr, ...Vr[]]
  /** Value multiplicity as printed: `1`, `1-n`, `2-2n`. */
  readonly vm: string
  readonly retired: boolean
}

interface Pattern {
  readonly mask: number
  readonly value: Tag
  readonly entry: DictionaryEntry
}

const entries = new Map<Tag, DictionaryEntry>()
const numbers = new Map<Tag, number>()
const patterns: Pattern[] = []

for (const row of rows.trim().split('\n')) readRow(row)

function readRow(row: string): void {
  const [pattern = '', vrs = '', vm = '', keyword = '', retired] = row.split(' ')
  const entry = { keyword, vrs: vrsOf(vrs), vm, retired: retired !== undefined }
  const value = parseInt(pattern.replaceAll('x', '0'), 16)
  if (!pattern.includes('x')) {
    entries.set(value, entry)
    numbers.set(value, vrNumber(entry.vrs[0]))
  } else patterns.push({ mask: parseInt(pattern.replace(/[^x]/g, 'f').replaceAll('x', '0'), 16) | 0, value, entry })
}

function vrsOf(text: string): readonly [Vr, ...Vr[]] {
  if (text === 'OB/OW') return ['OW', 'OB']
  const [first = 'UN', ...others] = text.split('/').filter(isVr)
  return [first, ...others]
}

/** Repeating groups are even and end at xx1E for curves and overlays (PS3.5 §7.6); others repeat by any digit. */
function repeated(tag: Tag): DictionaryEntry | undefined {
  return patterns.find(({ mask, value }) => ((tag & mask) >>> 0) === value)?.entry
}

/** What PS3.6 says of `tag`; nothing of private ones. */
export function entryOf(tag: Tag): DictionaryEntry | undefined {
  const entry = entries.get(tag)
  return entry !== undefined || isPrivate(tag) ? entry : repeated(tag)
}

export function keywordOf(tag: Tag): string | undefined {
  return entryOf(tag)?.keyword
}

/**
 * The VR of `tag` by the dictionary; UN if unknown.
 *
 * Group lengths are UL, private creators LO. PS3.5 §7.2, §7.8.1.
 */
export function vrOf(tag: Tag): Vr {
  const entry = entries.get(tag)
  if (entry !== undefined) return entry.vrs[0]
  const element = tag & 0xffff
  if (element === 0) return 'UL'
  if (isPrivate(tag)) return element >= 0x10 && element <= 0xff ? 'LO' : 'UN'
  return groupOf(tag) === 0 ? 'UN' : (repeated(tag)?.vrs[0] ?? 'UN')
}

/** The number of `vrOf`. */
export function vrNumberOf(tag: Tag): number {
  return numbers.get(tag) ?? vrNumber(vrOf(tag))
}
