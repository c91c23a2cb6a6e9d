/**
 * Whether a name, or any text, is what a query asks for. PS3.4 §C.2.2.2.1, §C.2.2.2.4.
 *
 * @module
 */

/** Letters that are no accented form of another, and what a reader takes them for. */
const LETTERS: { readonly [letter: string]: string } = {
  ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', ł: 'l', þ: 'th', ı: 'i', ħ: 'h',
}

/**
 * A text without what readers do not distinguish: case, accents, width of letters, repeated spaces.
 *
 * Marks that make another letter (of kana, of Indic scripts) stay.
 */
export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[ßæœøđðłþıħ]/g, (letter) => LETTERS[letter] ?? letter)
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim()
}

/** `*` is any characters, `?` one. The time is at most the product of the lengths, whatever the pattern. */
export function matchesWildcard(text: string, pattern: string): boolean {
  const [characters, wanted] = [Array.from(text), Array.from(pattern)]
  let [at, next, star, retry] = [0, 0, -1, 0]
  while (at < characters.length) {
    if (wanted[next] === '*') {
      star = next++
      retry = at
    } else if (wanted[next] === '?' || (wanted[next] !== undefined && wanted[next] === characters[at])) {
      at++
      next++
    } else if (star >= 0) {
      // The last star takes one character more.
      next = star + 1
      at = ++retry
    } else return false
  }
  while (wanted[next] === '*') next++
  return next === wanted.length
}

export interface NameOptions {
  /** Case and accents are of no account. */
  readonly fold: boolean
  /** The words of the query may stand anywhere: `jane doe` finds `Doe^Jane`. */
  readonly anyOrder: boolean
}

/** A name of VR PN against a key: a key of one group is looked for in each writing of the name. */
export function matchesName(name: string, key: string, options: NameOptions): boolean {
  const groups = name.split('=').map((group) => componentsOf(group, options))
  const keys = key.split('=').map((group) => componentsOf(group, options))
  const [first = ''] = keys
  if (keys.length === 1) return groups.some((group) => matchesGroup(group, first, options))
  return keys.every((wanted, at) => wanted === '' || matchesGroup(groups[at] ?? '', wanted, options))
}

/** Components without padding, and without those that are empty at the end. PS3.5 §6.2.1.1. */
function componentsOf(group: string, { fold }: NameOptions): string {
  const text = fold ? folded(group) : group
  return text.split('^').map((component) => component.trim()).join('^').replace(/\^+$/, '')
}

function matchesGroup(group: string, key: string, { anyOrder }: NameOptions): boolean {
  if (matchesWildcard(group, key)) return true
  return anyOrder && matchesWords(wordsOf(group), wordsOf(key))
}

function wordsOf(group: string): readonly string[] {
  return group.split(/[\s^,]+/).filter((word) => word !== '')
}

/** Each word of the key has a word of its own; the most demanding choose first. */
function matchesWords(words: readonly string[], keys: readonly string[]): boolean {
  const left = [...words]
  const byLength = [...keys].sort((a, b) => b.replace(/[*?]/g, '').length - a.replace(/[*?]/g, '').length)
  return keys.length > 0 && byLength.every((key) => {
    const at = left.findIndex((word) => matchesWildcard(word, key))
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  })
}
