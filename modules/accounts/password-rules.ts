/**
 * Which passwords may be set. NIST SP 800-63B §3.1.1.2: long enough, not a common one, nothing of the person's own name; no
 * rules about kinds of characters, and no end date.
 *
 * Rather than to hold a list of millions, a password is taken apart: signs that look like letters become letters, then
 * common words, own names, keyboard runs, repetitions and digits are taken away. What guessers try leaves nothing.
 *
 * @module
 */
import { COMMON_WORDS } from './common-words.ts'

export type PasswordVerdict =
  | { readonly kind: 'fine' }
  | { readonly kind: 'too-short'; readonly minLength: number }
  | { readonly kind: 'common' }
  /** It is little more than the person's own name, user name or address. */
  | { readonly kind: 'own-name' }

/** Fewer characters than this, and nothing was left. */
const LEFT_MIN = 4
/** More common words than this in a row are a phrase: long enough not to be on a list. */
const COMMON_WORDS_MAX = 2
const OWN_PART_MIN = 3
const RUN_MIN = 4

const LOOK_ALIKES: Readonly<Record<string, string>> = {
  '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't', '8': 'b', '@': 'a', '$': 's', '!': 'i', '€': 'e', '+': 't',
}
const ROWS = ['abcdefghijklmnopqrstuvwxyz', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'azertyuiop', 'qsdfghjklm', 'wxcvbn', 'qwertzuiop', 'yxcvbnm',
  '01234567890', '1qaz2wsx3edc4rfv', 'qazwsxedcrfv']
/** Longest first: `administrator` before `admin`. */
const WORDS = [...new Set(COMMON_WORDS)].sort((one, other) => other.length - one.length)

/** @param own - user name, name, address: what a guesser who knows the person tries first. */
export function judgePassword(password: string, minLength: number, own: readonly string[]): PasswordVerdict {
  const text = password.normalize('NFKC')
  if (Array.from(text).length < minLength) return { kind: 'too-short', minLength }
  const parts = [...new Set(own.flatMap(ownParts))].sort((one, other) => other.length - one.length)
  // As it was typed, and as it may be read.
  for (const read of new Set([plain(text), plain(unmasked(text))])) {
    if (isEmpty(rest(read).left)) return { kind: 'common' }
    if (parts.length > 0 && isEmpty(rest(without(read, parts).left).left)) return { kind: 'own-name' }
  }
  return { kind: 'fine' }
}

/** Words and runs taken away; more words than a guesser joins are left as they are. */
function rest(text: string): { readonly left: string } {
  const { left, count } = without(unrepeated(text), WORDS)
  return { left: withoutRuns(count > COMMON_WORDS_MAX ? text : left) }
}

function isEmpty(left: string): boolean {
  return left.replace(/[^\p{L}]/gu, '').length < LEFT_MIN && new Set(left.replace(/\s/g, '')).size < 2 * LEFT_MIN
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

/** Only what stands within or beside letters hides one: `2024` is a year, `p4ssw0rd` is a word. */
function unmasked(text: string): string {
  const trimmed = text.replace(/[\d\p{P}\p{S}]+$/u, '')
  return trimmed.replace(/./gu, (sign) => LOOK_ALIKES[sign] ?? sign) + text.slice(trimmed.length)
}

/** `abcabcabc` is `abc`. */
function unrepeated(text: string): string {
  return /^(.{1,8}?)\1+$/u.exec(text)?.[1] ?? text
}

function without(text: string, words: readonly string[]): { readonly left: string; readonly count: number } {
  let [left, count] = [text, 0]
  for (const word of words) {
    const parts = left.split(word)
    count += parts.length - 1
    left = parts.join('\n')
  }
  return { left: left.replaceAll('\n', ''), count }
}

function withoutRuns(text: string): string {
  let left = ''
  for (let at = 0; at < text.length;) {
    const length = Math.max(runAt(text, at), sameAt(text, at))
    if (length >= RUN_MIN) at += length
    else left += text[at++] ?? ''
  }
  return left
}

/** How many characters from here follow each other on a keyboard or in the alphabet, in either direction. */
function runAt(text: string, at: number): number {
  let longest = 0
  for (const row of ROWS) {
    for (const line of [row, Array.from(row).reverse().join('')]) {
      let length = 0
      while (at + length < text.length && line.includes(text.slice(at, at + length + 1))) length++
      longest = Math.max(longest, length)
    }
  }
  return longest
}

function sameAt(text: string, at: number): number {
  let length = 1
  while (text[at + length] === text[at] && at + length < text.length) length++
  return length
}

function ownParts(own: string): readonly string[] {
  return plain(own).split(/[^\p{L}\p{N}]+/u).filter((part) => part.length >= OWN_PART_MIN)
}
