/**
 * Text to bytes of several character sets, with escape sequences where one ends and another begins. PS3.5 §6.1.2.5.
 *
 * @module
 */
import iconv from 'iconv-lite'
import { CharacterSetError } from './character-set-error.ts'
import {
  CONTROLS, ESCAPE, NAME_DELIMITERS, RIGHT, rightHalves, VALUE_DELIMITERS,
} from './code-extension.ts'

/** Where a character is found: the half it goes by, the escape sequence that brings it, and its bytes. */
interface Found {
  readonly half: 'left' | 'right'
  readonly sequence: string
  readonly bytes: readonly number[]
}

const ASCII = '(B'
const ROMAJI = '(J'

/** Sets of two bytes a character in G0, by registration. */
const WIDE_LEFT: { readonly [registration: string]: string } = { 87: '$B', 159: '$(D' }
/** Sets of two bytes a character in G1. */
const WIDE_RIGHT: ReadonlySet<string> = new Set(['58', '149'])
const SEQUENCES: ReadonlyMap<string, string> = new Map(Object.entries(RIGHT).map(([sequence, set]) => [String(set), sequence]))

/**
 * Encode `text` in the first of `registrations` (by number, as `100`), and the others where that does not do.
 *
 * @throws CharacterSetError if a character is in none of them.
 */
export function encodeExtended(text: string, registrations: readonly string[], isName: boolean): Uint8Array {
  if (/^[\0-\x7f]*$/.test(text)) return Buffer.from(text, 'latin1')
  const encoder = new ExtendedEncoder(registrations, isName ? NAME_DELIMITERS : VALUE_DELIMITERS)
  for (const character of text) encoder.add(character)
  return encoder.end()
}

class ExtendedEncoder {
  readonly #registrations: readonly string[]
  readonly #delimiters: ReadonlySet<number>
  readonly #initialLeft: string
  readonly #initialRight: string
  readonly #bytes: number[] = []
  #left: string
  #right: string

  constructor(registrations: readonly string[], delimiters: ReadonlySet<number>) {
    const first = registrations[0] ?? ''
    this.#registrations = registrations
    this.#delimiters = delimiters
    this.#initialLeft = first === '13' ? ROMAJI : ASCII
    this.#initialRight = SEQUENCES.get(first) ?? ''
    this.#left = this.#initialLeft
    this.#right = this.#initialRight
  }

  add(character: string): void {
    const code = character.codePointAt(0) ?? 0
    if (code < 0x80) {
      this.#toLeft(this.#initialLeft)
      this.#bytes.push(code)
      if (CONTROLS.has(code) || this.#delimiters.has(code)) this.#right = this.#initialRight
      return
    }
    const { half, sequence, bytes } = this.#find(character)
    // The other half would do as it is, but not every reader knows that.
    this.#toLeft(half === 'left' ? sequence : this.#initialLeft)
    if (half === 'right' && sequence !== this.#right) {
      this.#escape(sequence)
      this.#right = sequence
    }
    this.#bytes.push(...bytes)
  }

  end(): Uint8Array {
    this.#toLeft(this.#initialLeft)
    return Uint8Array.from(this.#bytes)
  }

  #toLeft(sequence: string): void {
    if (sequence === this.#left) return
    this.#escape(sequence)
    this.#left = sequence
  }

  #escape(sequence: string): void {
    this.#bytes.push(ESCAPE, ...Buffer.from(sequence, 'latin1'))
  }

  /** The set in use is the first choice. */
  #find(character: string): Found {
    let found: Found | null = null
    for (const registration of this.#registrations) {
      const candidate = inSet(character, registration)
      if (candidate === null) continue
      if (candidate.sequence === this.#left || candidate.sequence === this.#right) return candidate
      found ??= candidate
    }
    if (found === null) throw new CharacterSetError('a character outside of the character sets in force')
    return found
  }
}

function inSet(character: string, registration: string): Found | null {
  const wideLeft = WIDE_LEFT[registration]
  if (wideLeft !== undefined) {
    const bytes = encoded(character, 'euc-jp')
    const pair = registration === '159' ? (bytes?.[0] === 0x8f ? bytes.slice(1) : null) : bytes
    if (pair?.length !== 2 || (pair[0] ?? 0) < 0xa1) return null
    return { half: 'left', sequence: wideLeft, bytes: pair.map((byte) => byte & 0x7f) }
  }
  const sequence = SEQUENCES.get(registration)
  const bytes = sequence === undefined ? null : encoded(character, rightHalves[registration] ?? '')
  if (sequence === undefined || bytes?.length !== (WIDE_RIGHT.has(registration) ? 2 : 1)) return null
  return bytes.some((byte) => byte < 0x80) ? null : { half: 'right', sequence, bytes }
}

/** Null if the encoding has no such character. */
function encoded(character: string, encoding: string): readonly number[] | null {
  const bytes = iconv.encode(character, encoding)
  return iconv.decode(bytes, encoding) === character ? [...bytes] : null
}
