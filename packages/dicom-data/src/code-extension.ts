/**
 * Code extensions: escape sequences that bring other character sets into a value. PS3.5 §6.1.2.5, ISO/IEC 2022.
 *
 * Bytes below 0x80 belong to G0, the others to G1; an escape replaces one of the two, until a delimiter restores
 * both.
 *
 * @module
 */
import iconv from 'iconv-lite'

/** Bytes from 0x80, and those of one byte below (G1). */
export type RightHalf = string

/** Encodings by registration number. PS3.3 Tables C.12-2 to C.12-4. */
export const rightHalves: { readonly [registration: string]: RightHalf } = {
  6: 'iso-8859-1', // ASCII has no right half: what is there breaks the standard, and is most often Latin 1.
  13: 'shift_jis', // Half-width katakana: JIS X 0201 is the single-byte part of Shift JIS.
  58: 'gb2312',
  100: 'iso-8859-1',
  101: 'iso-8859-2',
  109: 'iso-8859-3',
  110: 'iso-8859-4',
  126: 'iso-8859-7',
  127: 'iso-8859-6',
  138: 'iso-8859-8',
  144: 'iso-8859-5',
  148: 'iso-8859-9',
  149: 'euc-kr',
  166: 'tis620',
  203: 'iso-8859-15',
}

/** G0: ASCII, or two bytes a character. */
export type LeftHalf = 'ascii' | 'jis-x-0208' | 'jis-x-0212'

/** What follows ESC, to the half it brings. JIS X 0201 Romaji differs from ASCII in two signs and counts as it. */
export const LEFT: { readonly [sequence: string]: LeftHalf } = {
  '(B': 'ascii', '(J': 'ascii', '$B': 'jis-x-0208', '$(D': 'jis-x-0212',
}
export const RIGHT: { readonly [sequence: string]: keyof typeof rightHalves } = {
  ')I': '13', '$)A': '58', '$)C': '149',
  '-A': '100', '-B': '101', '-C': '109', '-D': '110', '-F': '126', '-G': '127', '-H': '138', '-L': '144', '-M': '148',
  '-T': '166', '-b': '203',
}

export const ESCAPE = 0x1b
/** TAB, LF, FF and CR restore the first sets everywhere; a backslash, and a name's `^` and `=`, where they can be. */
export const CONTROLS: ReadonlySet<number> = new Set([0x09, 0x0a, 0x0c, 0x0d])
export const VALUE_DELIMITERS: ReadonlySet<number> = new Set([0x5c])
export const NAME_DELIMITERS: ReadonlySet<number> = new Set([0x5c, 0x5e, 0x3d])

/** Decode `bytes`, in which the first set is `initial` and others come by escapes. */
export function decodeExtended(bytes: Uint8Array, initial: RightHalf, isName: boolean): string {
  const delimiters = isName ? NAME_DELIMITERS : VALUE_DELIMITERS
  let left: LeftHalf = 'ascii'
  let right = initial
  let text = ''
  let runStart = 0
  const flush = (end: number) => {
    text += decodeRun(bytes.subarray(runStart, end), left, right)
    runStart = end
  }
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0
    if (byte === ESCAPE) {
      const sequence = sequenceAt(bytes, at + 1)
      if (sequence === null) continue
      flush(at)
      left = LEFT[sequence] ?? left
      right = rightHalves[RIGHT[sequence] ?? ''] ?? right
      at += sequence.length
      runStart = at + 1
    } else if (CONTROLS.has(byte) || (left === 'ascii' && delimiters.has(byte))) {
      flush(at)
      left = 'ascii'
      right = initial
    } else if (left !== 'ascii' && byte < 0x80) at++ // Both bytes of a character: neither is a delimiter.
  }
  flush(bytes.length)
  return text
}

/** The longest sequence that is known. Unknown ones stay in the text. */
function sequenceAt(bytes: Uint8Array, at: number): string | null {
  const next = String.fromCharCode(...bytes.subarray(at, at + 3))
  return [next, next.slice(0, 2)].find((sequence) => sequence in LEFT || sequence in RIGHT) ?? null
}

function decodeRun(run: Uint8Array, left: LeftHalf, right: RightHalf): string {
  if (left === 'ascii') return run.length === 0 ? '' : iconv.decode(Buffer.from(run), right)
  let text = ''
  for (let at = 0; at < run.length; ) {
    const isRight = (run[at] ?? 0) >= 0x80
    let end = at
    while (end < run.length && (run[end] ?? 0) >= 0x80 === isRight) end += isRight ? 1 : 2
    const part = run.subarray(at, end)
    text += isRight ? iconv.decode(Buffer.from(part), right) : iconv.decode(asEucJp(part, left), 'euc-jp')
    at = end
  }
  return text
}

/** JIS X 0208 and 0212 are those of EUC-JP with the high bits set, the latter behind a byte 8F. */
function asEucJp(run: Uint8Array, left: LeftHalf): Buffer {
  const bytes: number[] = []
  for (let at = 0; at + 1 < run.length; at += 2) {
    if (left === 'jis-x-0212') bytes.push(0x8f)
    bytes.push((run[at] ?? 0) | 0x80, (run[at + 1] ?? 0) | 0x80)
  }
  return Buffer.from(bytes)
}
