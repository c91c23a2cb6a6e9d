/**
 * XML, as little of it as data sets need: elements, attributes, text. XML 1.0 §2, §3.
 *
 * There is no document type, so nothing can be declared, fetched or multiplied; what else is not understood is refused.
 *
 * @module
 */

export interface XmlElement {
  /** Without namespace prefix. */
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly XmlElement[]
  /** Directly in it. */
  readonly text: string
}

/** No XML, or more of it than is read. The message holds places, never what is there. */
export class XmlError extends Error {
  override readonly name = 'XmlError'
}

const DEPTH_MAX = 256
const ELEMENTS_MAX = 1_000_000
/** A tag with its attributes is short; one that is not is no data set's. */
const TAG_MAX = 16 * 1024

interface Open {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: XmlElement[]
  text: string
}

/** The root element of a document. @throws XmlError */
export function readXml(document: string): XmlElement {
  const root: Open = { name: '', attributes: new Map(), children: [], text: '' }
  const stack: Open[] = [root]
  let elements = 0
  for (let at = 0; at < document.length;) {
    const inside = stack.at(-1) ?? root
    const next = document.indexOf('<', at)
    inside.text += decoded(document.slice(at, next < 0 ? undefined : next))
    if (next < 0) break
    const special = passOver(document, next)
    if (special !== null) {
      inside.text += special.text
      at = special.end
      continue
    }
    const end = endOfTag(document, next)
    const tag = document.slice(next + 1, end)
    at = end + 1
    if (tag.startsWith('/')) close(stack, tag.slice(1).trim(), next)
    else {
      if (++elements > ELEMENTS_MAX) throw new XmlError(`more than ${ELEMENTS_MAX} elements`)
      open(stack, tag, next)
    }
  }
  const [only, ...others] = root.children
  if (stack.length > 1 || only === undefined || others.length > 0 || root.text.trim() !== '') throw new XmlError('not one whole element')
  return only
}

interface Special {
  readonly text: string
  readonly end: number
}

/** Comments, instructions, and text that is written as it is. */
function passOver(document: string, at: number): Special | null {
  for (const [start, end, isText] of SPECIALS) {
    if (!document.startsWith(start, at)) continue
    const to = document.indexOf(end, at + start.length)
    if (to < 0) throw new XmlError(`cut short at ${at}`)
    return { text: isText ? document.slice(at + start.length, to) : '', end: to + end.length }
  }
  if (document.startsWith('<!', at)) throw new XmlError('a document type is not read')
  return null
}

const SPECIALS = [['<!--', '-->', false], ['<![CDATA[', ']]>', true], ['<?', '?>', false]] as const

/** The `>` that ends the tag, which is not one within quotes. */
function endOfTag(document: string, start: number): number {
  let quote = ''
  for (let at = start + 1; at < Math.min(document.length, start + TAG_MAX); at++) {
    const character = document[at] ?? ''
    if (quote !== '') quote = character === quote ? '' : quote
    else if (character === '"' || character === '\'') quote = character
    else if (character === '>') return at
    else if (character === '<') break
  }
  throw new XmlError(`a tag without end at ${start}`)
}

const NAME = /^[A-Za-z_][\w.:-]*$/

function open(stack: Open[], tag: string, at: number): void {
  if (stack.length > DEPTH_MAX) throw new XmlError(`elements nest deeper than ${DEPTH_MAX}`)
  const isEmpty = tag.endsWith('/')
  const [, name = '', rest = ''] = /^(\S+)([^]*)$/.exec(isEmpty ? tag.slice(0, -1) : tag) ?? []
  if (!NAME.test(name)) throw new XmlError(`an element without name at ${at}`)
  const element: Open = { name: withoutPrefix(name), attributes: attributesOf(rest, at), children: [], text: '' }
  stack.at(-1)?.children.push(element)
  if (!isEmpty) stack.push(element)
}

function close(stack: Open[], name: string, at: number): void {
  const closed = stack.length > 1 ? stack.pop() : undefined
  if (closed?.name !== withoutPrefix(name)) throw new XmlError(`an end without beginning at ${at}`)
}

function withoutPrefix(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

function attributesOf(text: string, at: number): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>()
  let rest = text.trim()
  while (rest !== '') {
    const match = /^([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')\s*/.exec(rest)
    if (match === null) throw new XmlError(`attributes without sense at ${at}`)
    const [whole, name = '', double, single] = match
    attributes.set(name, decoded(double ?? single ?? ''))
    rest = rest.slice(whole.length)
  }
  return attributes
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: '\'' }

function decoded(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&([^;&]{0,12});?/g, (_whole, name: string) => {
    const digits = /^#(?:x([0-9A-Fa-f]{1,6})|(\d{1,7}))$/.exec(name)
    const code = digits === null ? null : digits[1] === undefined ? Number(digits[2]) : parseInt(digits[1], 16)
    if (code !== null && code > 0 && code <= 0x10ffff) return String.fromCodePoint(code)
    const character = Object.hasOwn(ENTITIES, name) ? ENTITIES[name] : undefined
    if (character === undefined) throw new XmlError('an entity that nobody declared')
    return character
  })
}
