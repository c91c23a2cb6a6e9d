/**
 * Text with simple markup, typed by an administrator: parsed into blocks of spans, of which nothing can be anything
 * but text. Whoever shows them makes elements of their own; what was typed never becomes markup by itself.
 *
 * Known: p, br, b, strong, i, em, ul, ol, li, h3, and `a` with an address. `{words}` and `<here>` are the link that the
 * product brings; `{0}`, `{1}` ... are filled by it.
 *
 * @module
 */

export interface Span {
  readonly text: string
  readonly strong?: boolean
  readonly emphasis?: boolean
  /** The product's own link. */
  readonly link?: boolean
  /** An address that was typed: http, https or mailto. */
  readonly href?: string
}

export interface Block {
  readonly kind: 'paragraph' | 'heading' | 'item'
  /** Lists around it. An item has at least one. */
  readonly depth: number
  /** Of the innermost list. */
  readonly ordered: boolean
  /** Of an item: the first of its list. */
  readonly first: boolean
  readonly spans: readonly Span[]
}

export type RichText = readonly Block[]

export interface Finding {
  readonly kind: 'unknown-markup' | 'unbalanced' | 'address' | 'too-deep' | 'unknown-place' | 'empty' | 'too-long'
  /** The piece that is meant, cut short. */
  readonly what: string
}

const DEEPEST = 4
const SHOWN = 40
const TOKEN = /<[^<>]*>|\{[^{}<>]*\}|[^<{]+|[<{]/g
const KNOWN = new Set(['p', 'br', 'b', 'strong', 'i', 'em', 'ul', 'ol', 'li', 'h3', 'a'])

/** Never throws; what is not understood is told, and stays text. */
export function parseRichText(source: string): { readonly content: RichText; readonly findings: readonly Finding[] } {
  const reader = new Reader()
  for (const [token] of source.matchAll(TOKEN)) reader.take(token)
  return reader.end()
}

interface OpenBlock extends Block {
  readonly spans: Span[]
}

class Reader {
  readonly #blocks: OpenBlock[] = []
  readonly #findings: Finding[] = []
  readonly #open: string[] = []
  readonly #lists: { readonly ordered: boolean; items: number }[] = []
  #block: OpenBlock | null = null
  #href: string | undefined

  take(token: string): void {
    const tag = /^<(\/?)([a-z][a-z0-9]*)(\s[^<>]*?)?\/?>$/i.exec(token)
    const name = tag?.[2]?.toLowerCase() ?? ''
    if (name === 'here') this.#say('here', { link: true })
    else if (tag !== null && KNOWN.has(name)) this.#tag(name, tag[1] === '/', (tag[3] ?? '').trim(), token)
    else if (/^<[/!?a-z].*>$/is.test(token)) this.#find('unknown-markup', token)
    else if (/^\{[^{}]*[^{}\d][^{}]*\}$/.test(token)) this.#say(unescaped(token.slice(1, -1)), { link: true })
    else this.#say(unescaped(token))
  }

  end(): { readonly content: RichText; readonly findings: readonly Finding[] } {
    for (const name of this.#open) this.#find('unbalanced', `<${name}>`)
    const content = this.#blocks.map((block) => ({ ...block, spans: trimmed(block.spans) })).filter(({ spans }) => spans.length > 0)
    return { content, findings: this.#findings }
  }

  #tag(name: string, closes: boolean, attributes: string, token: string): void {
    if (attributes !== '' && (name !== 'a' || closes)) this.#find('unknown-markup', token)
    if (name === 'br') this.#say('\n')
    else if (closes) this.#close(name, token)
    else this.#begin(name, attributes, token)
  }

  #begin(name: string, attributes: string, token: string): void {
    if (name === 'li' && this.#lists.length === 0) {
      this.#find('unbalanced', token)
      return
    }
    this.#open.push(name)
    if (name === 'ul' || name === 'ol') this.#lists.push({ ordered: name === 'ol', items: 0 })
    if (this.#lists.length > DEEPEST) this.#find('too-deep', token)
    if (name === 'a') this.#href = this.#address(attributes)
    else if (name === 'li') this.#newItem()
    else if (name === 'h3') this.#newBlock('heading')
    else if (name === 'p' && this.#block?.spans.length !== 0) this.#newBlock('paragraph')
    else if (name === 'ul' || name === 'ol') this.#block = null
  }

  #close(name: string, token: string): void {
    if (this.#open.at(-1) !== name) {
      this.#find('unbalanced', token)
      return
    }
    this.#open.pop()
    if (name === 'ul' || name === 'ol') this.#lists.pop()
    if (name === 'a') this.#href = undefined
    else if (['p', 'h3', 'li', 'ul', 'ol'].includes(name)) this.#block = null
  }

  #newItem(): void {
    const list = this.#lists.at(-1)
    this.#newBlock('item', list?.items === 0)
    if (list !== undefined) list.items++
  }

  #newBlock(kind: Block['kind'], first = false): OpenBlock {
    const block = { kind, first, depth: this.#lists.length, ordered: this.#lists.at(-1)?.ordered ?? false, spans: [] }
    this.#blocks.push(block)
    this.#block = block
    return block
  }

  #say(text: string, more: { readonly link?: boolean } = {}): void {
    if (this.#block === null && text.trim() === '') return
    const block = this.#block ?? this.#newBlock('paragraph')
    const looks = {
      ...(this.#open.some((name) => name === 'b' || name === 'strong') ? { strong: true } : {}),
      ...(this.#open.some((name) => name === 'i' || name === 'em') ? { emphasis: true } : {}),
      ...(this.#href === undefined ? {} : { href: this.#href }),
    }
    block.spans.push({ text: text === '\n' ? text : text.replace(/[ \t\r\n\f]+/g, ' '), ...looks, ...more })
  }

  /** Whatever else a browser would run or fetch is no address. */
  #address(attributes: string): string | undefined {
    const value = unescaped(/^href\s*=\s*(?:"([^"]*)"|'([^']*)')$/i.exec(attributes)?.slice(1).find(Boolean) ?? '').trim()
    const isOne = URL.canParse(value) && ['https:', 'http:', 'mailto:'].includes(new URL(value).protocol)
    if (isOne) return new URL(value).href
    this.#find('address', attributes)
    return undefined
  }

  #find(kind: Finding['kind'], what: string): void {
    this.#findings.push({ kind, what: what.slice(0, SHOWN) })
  }
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: '\'', nbsp: '\u00a0' }

/** HTML's character references, as far as people type them. */
function unescaped(text: string): string {
  return text.replace(/&(?:#(\d{1,6})|([a-z]+));/gi, (whole, code: string | undefined, name: string | undefined) => {
    if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? whole
    const point = Number(code)
    return point >= 32 && point <= 0xffff ? String.fromCharCode(point) : whole
  })
}

/** Space at the ends of a block is the typist's, not the text's. */
function trimmed(spans: readonly Span[]): readonly Span[] {
  const [first, last] = [spans.findIndex(isSeen), spans.findLastIndex(isSeen)]
  return spans.slice(first, last + 1).map((span, index, kept) => ({
    ...span,
    text: index === 0 ? index === kept.length - 1 ? span.text.trim() : span.text.trimStart()
      : index === kept.length - 1 ? span.text.trimEnd() : span.text,
  }))
}

function isSeen({ text }: Span): boolean {
  return text.trim() !== ''
}
