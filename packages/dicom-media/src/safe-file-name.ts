/**
 * Names for file systems, out of text that a stranger chose (a patient's name, a study's description).
 *
 * @module
 */

/** Below the 255 units that every file system takes, with room for what browsers and people append. */
const MAX_UNITS = 120
/** ext4, XFS and APFS count bytes of UTF-8 and end at 255. */
const MAX_BYTES = 240

/** Control and format characters, bidi marks among them; lone surrogates; private use. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu
/** What separates words although it is a control character. */
const LINE_BREAK = /[\t-\r\u0085\u2028\u2029]/g
/** Path characters, and what Windows refuses in a name. */
const REFUSED = /[/\\:*?"<>|]/g
/** Devices of Windows: so named with any extension, and with spaces before it. */
const RESERVED = /^(?:CON|PRN|AUX|NUL|COM[0-9¹²³]|LPT[0-9¹²³]|CONIN\$|CONOUT\$) *(?:\.|$)/i

const utf8 = new TextEncoder()

/**
 * A name that is one harmless path component on Windows, macOS and Linux, whatever `text` holds.
 *
 * NFC; without control, bidi and path characters; no dot or space at either end; no device name of Windows; at
 * most 120 UTF-16 units and 240 bytes of UTF-8, a short extension kept; `file` if nothing is left. Applied twice it
 * changes nothing more.
 */
export function safeFileName(text: string): string {
  return safeName(text, MAX_UNITS)
}

/** {@link safeFileName} within `maxUnits` UTF-16 units. */
export function safeName(text: string, maxUnits: number): string {
  // Letters can compose once the invisible ones between them are gone: NFC comes after.
  const visible = text.replace(LINE_BREAK, ' ').replace(INVISIBLE, '').replace(REFUSED, ' ').normalize('NFC')
  const trimmed = trimEnds(visible.replace(/\s+/g, ' '))
  const named = trimmed === '' ? 'file' : trimmed
  return shorten(RESERVED.test(named) ? `_${named}` : named, maxUnits)
}

/**
 * `name` with `suffix` before its extension, cut in the stem so that it keeps within `maxUnits` and 240 bytes.
 *
 * @param name - a safe name already.
 */
export function shorten(name: string, maxUnits: number, suffix = ''): string {
  if (suffix === '' && fits(name, maxUnits)) return name
  const extension = extensionOf(name)
  let stem = name.slice(0, name.length - extension.length)
  // A first coarse cut, so that the loop below takes few turns.
  stem = stem.slice(0, maxUnits).replace(/[\uD800-\uDBFF]$/, '')
  while (stem !== '' && !fits(stem + suffix + extension, maxUnits)) stem = withoutLastCharacter(stem)
  stem = trimEnds(stem)
  return `${stem === '' ? 'file' : stem}${suffix}${extension}`
}

/** The last dot and what follows, if that looks like an extension: short, Latin, and something before it. */
export function extensionOf(name: string): string {
  return /(?<=.)\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0] ?? ''
}

function fits(name: string, maxUnits: number): boolean {
  if (name.length > maxUnits) return false
  return name.length * 3 <= MAX_BYTES || utf8.encode(name).length <= MAX_BYTES
}

/** A character here is a base and its marks: a cut between them would leave another letter. */
function withoutLastCharacter(text: string): string {
  return text.replace(/\P{M}?\p{M}*$/u, '')
}

/** Leading dots hide a file on Unix; trailing dots and spaces are dropped by Windows, and two names become one. */
function trimEnds(text: string): string {
  return text.replace(/^[. ]+|[. ]+$/g, '')
}
