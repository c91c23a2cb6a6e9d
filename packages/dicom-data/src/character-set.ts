/**
 * Specific Character Set: from its defined terms to something that decodes. PS3.3 §C.12.1.1.2, PS3.5 §6.1.
 *
 * @module
 */
import iconv from 'iconv-lite'
import { decodeExtended, rightHalves, type RightHalf } from './code-extension.ts'
import { encodeExtended } from './encode-extended.ts'
import { CharacterSetError } from './character-set-error.ts'

export { CharacterSetError }

export interface CharacterSet {
  /** As written. */
  readonly terms: readonly string[]
  /** @param isName - VR PN, where `^` and `=` end an extension too. */
  decode(bytes: Buffer, start: number, end: number, isName: boolean): string
  /** @throws CharacterSetError if a character is not in the set. */
  encode(text: string, isName?: boolean): Uint8Array
}

/** Multi-byte sets that stand alone, without escapes. PS3.3 Table C.12-5. */
const WHOLE: { readonly [registration: string]: string } = { 192: 'utf8', GB18030: 'gb18030', GBK: 'gbk' }

/** Spellings that equipment uses, letters and digits only, to the registration they mean. */
const MISSPELT: { readonly [term: string]: string } = {
  '': '6', ASCII: '6', USASCII: '6', ISO646: '6', ISO646US: '6',
  LATIN1: '100', ISO88591: '100', WINDOWS1252: '100', CP1252: '100',
  ISO88592: '101', ISO88593: '109', ISO88594: '110', ISO88595: '144', ISO88596: '127', ISO88597: '126',
  ISO88598: '138', ISO88599: '148', ISO885915: '203', TIS620: '166',
  UTF8: '192', UNICODE: '192', UNICODE11UTF8: '192', ISO10646: '192',
  SHIFTJIS: '13', SJIS: '13', EUCKR: '149', KSC5601: '149', GB2312: '58', GB18030: 'GB18030', GBK: 'GBK',
}

/** The widest guess for a term that means nothing. */
const FALLBACK = '100'
const LATIN_1: RightHalf = 'iso-8859-1'

/** `100` of `ISO_IR 100`, `ISO 2022 IR 100`, `ISO-IR-100`, `latin1`. */
function registrationOf(term: string): string {
  const letters = term.toUpperCase().replace(/[^A-Z0-9]/g, '')
  const match = /^(?:ISO(?:2022)?)?(?:IR)?(\d{1,3}|GBK|GB18030)$/.exec(letters)
  return match?.[1] ?? MISSPELT[letters] ?? FALLBACK
}

const cache = new Map<string, CharacterSet>()
const CACHED_AT_MOST = 64

/** Never fails: what cannot be understood is read as Latin 1. */
export function characterSetOf(terms: readonly string[]): CharacterSet {
  const key = terms.join('\\')
  const known = cache.get(key)
  if (known !== undefined) return known
  const made = make(terms)
  if (cache.size < CACHED_AT_MOST) cache.set(key, made)
  return made
}

function make(terms: readonly string[]): CharacterSet {
  const [registration = '6', ...others] = terms.map(registrationOf)
  // Such a set stands alone by the standard; seen behind an empty first value, it can only mean itself.
  const alone = registration === '6' ? [registration, ...others].find((other) => other in WHOLE) : registration
  const whole = WHOLE[alone ?? registration]
  if (whole === undefined) return extensible(terms, [registration, ...others])
  return {
    terms,
    decode: (bytes, start, end) => iconv.decode(bytes.subarray(start, end), whole),
    encode: (text) => encoded(text, whole),
  }
}

/** A set that escape sequences may extend. Where none is in sight, decoding is one step. */
function extensible(terms: readonly string[], registrations: readonly string[]): CharacterSet {
  const initial = rightHalves[registrations[0] ?? ''] ?? LATIN_1
  return {
    terms,
    decode: (bytes, start, end, isName) => {
      if (initial === LATIN_1) {
        const text = bytes.toString('latin1', start, end)
        if (!text.includes(ESCAPE_CHARACTER)) return text
      } else if (isAscii(bytes, start, end)) return bytes.toString('latin1', start, end)
      return decodeExtended(bytes.subarray(start, end), initial, isName)
    },
    encode: (text, isName = false) => encodeExtended(text, registrations, isName),
  }
}

const ESCAPE = 0x1b
const ESCAPE_CHARACTER = '\x1b'

/** No byte of another set, and no escape to one. */
function isAscii(bytes: Buffer, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const byte = bytes[at] ?? 0
    if (byte >= 0x80 || byte === ESCAPE) return false
  }
  return true
}

function encoded(text: string, encoding: string): Uint8Array {
  const bytes = iconv.encode(text, encoding)
  if (iconv.decode(bytes, encoding) !== text) throw new CharacterSetError(`a character outside of ${encoding}`)
  return bytes
}
