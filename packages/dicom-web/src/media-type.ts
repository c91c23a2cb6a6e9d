/**
 * Media types as they stand in Content-Type and Accept. RFC 9110 §8.3.1, §12.5.1.
 *
 * Clients of DICOMweb write `type=application/dicom` without quotes, which no token of HTTP is; it is taken as it
 * is meant.
 *
 * @module
 */

export interface MediaType {
  /** `multipart/related`, in lower case. In Accept, either half may be `*`. */
  readonly name: string
  /** By name in lower case; values as they were written, without quotes. */
  readonly parameters: ReadonlyMap<string, string>
}

/** One alternative of an Accept header. */
export interface MediaRange extends MediaType {
  /** 0 to 1; 0 says that it is not wanted. */
  readonly quality: number
}

const NAME = /^(?:\*|[\w!#$&^.+-]+)\/(?:\*|[\w!#$&^.+-]+)$/
/** Alternatives are few; more are a mistake or an attack. */
const RANGES_MAX = 64

/** A media type with its parameters; null if it is none. */
export function parseMediaType(text: string): MediaType | null {
  const [first = '', ...rest] = splitOutsideQuotes(text, ';')
  const name = first.trim().toLowerCase()
  if (!NAME.test(name)) return null
  return { name, parameters: new Map(rest.flatMap(parameterOf)) }
}

/** Alternatives in the order of the client's preference. What makes no sense is passed over. */
export function parseAccept(header: string): readonly MediaRange[] {
  const ranges = splitOutsideQuotes(header, ',').slice(0, RANGES_MAX).flatMap((text) => {
    const type = parseMediaType(text)
    return type === null ? [] : [{ ...type, quality: qualityOf(type) }]
  })
  return ranges.sort((one, other) => other.quality - one.quality)
}

/** A media type as it is sent: every parameter quoted, but for plain tokens. */
export function formatMediaType(name: string, parameters: Readonly<Record<string, string>>): string {
  const words = Object.entries(parameters).map(([key, value]) => `; ${key}=${quoted(value)}`)
  return `${name}${words.join('')}`
}

function qualityOf({ parameters }: MediaType): number {
  const written = parameters.get('q')
  if (written === undefined) return 1
  const quality = Number(written)
  return quality >= 0 && quality <= 1 ? quality : 0
}

function parameterOf(text: string): [string, string][] {
  const equals = text.indexOf('=')
  if (equals < 0) return []
  const name = text.slice(0, equals).trim().toLowerCase()
  return name === '' ? [] : [[name, unquoted(text.slice(equals + 1).trim())]]
}

function quoted(value: string): string {
  return /^[\w!#$%&'*+.^`|~-]+$/.test(value) ? value : `"${value.replace(/["\\]/g, '\\$&')}"`
}

function unquoted(value: string): string {
  if (value.length < 2 || !value.startsWith('"') || !value.endsWith('"')) return value
  return value.slice(1, -1).replace(/\\(.)/g, '$1')
}

function splitOutsideQuotes(text: string, separator: ',' | ';'): string[] {
  const pieces: string[] = []
  let [start, isQuoted] = [0, false]
  for (let at = 0; at < text.length; at++) {
    const character = text[at]
    if (isQuoted && character === '\\') at++
    else if (character === '"') isQuoted = !isQuoted
    else if (!isQuoted && character === separator) {
      pieces.push(text.slice(start, at))
      start = at + 1
    }
  }
  pieces.push(text.slice(start))
  return pieces
}
