/** Text that a site has put in its own words: blocks of spans from the server, shown as elements of our own. */
import { Link } from '@tanstack/react-router'
import { Fragment, type ReactNode } from 'react'

export interface TextSpan {
  readonly text: string
  readonly strong?: boolean
  readonly emphasis?: boolean
  readonly link?: boolean
  readonly href?: string
}

export interface TextBlock {
  readonly kind: 'paragraph' | 'heading' | 'item'
  readonly depth: number
  readonly ordered: boolean
  readonly first: boolean
  readonly spans: readonly TextSpan[]
}

/** Where the text's own link leads, or what it does. */
export type TextLink = { readonly to: string; readonly search?: Readonly<Record<string, string>> } | { readonly run: () => void }

interface RichTextProps {
  readonly content: readonly TextBlock[]
  /** What stands in `{0}`, `{1}` ...; without one, the place is shown as it is written. */
  readonly fill?: readonly ReactNode[]
  readonly link?: TextLink
  /** Under a heading of its own level. */
  readonly level?: 3 | 4
}

export function RichText({ content, fill = [], link, level = 3 }: RichTextProps) {
  const inline = ({ spans }: TextBlock) => spans.map((span, index) => <Span key={index} span={span} fill={fill} link={link} />)
  return <div className="fj-rich">{blocks(content, 0, { inline, Heading: level === 3 ? 'h3' : 'h4' })}</div>
}

/** The same in one line, for labels and sentences. */
export function RichLine({ content, fill = [], link }: Omit<RichTextProps, 'level'>) {
  return <>{content.flatMap(({ spans }) => spans).map((span, index) => <Span key={index} span={span} fill={fill} link={link} />)}</>
}

/** Plain text with its places filled. */
export function filled(text: string, fill: readonly string[]): string {
  return text.replace(/\{(\d+)\}/g, (place, digits: string) => fill[Number(digits)] ?? place)
}

interface Look {
  readonly inline: (block: TextBlock) => ReactNode
  readonly Heading: 'h3' | 'h4'
}

/** Blocks of one depth in order, each run of deeper ones as a list. */
function blocks(all: readonly TextBlock[], depth: number, look: Look): readonly ReactNode[] {
  const shown: ReactNode[] = []
  for (let at = 0; at < all.length;) {
    const block = all[at]
    if (block === undefined) break
    const end = block.depth > depth ? endOf(all, at, (next) => next.depth <= depth || (next.depth === depth + 1 && next.first)) : at + 1
    shown.push(block.depth > depth ? <List key={at} all={all.slice(at, end)} depth={depth + 1} look={look} /> : <Plain key={at} block={block} look={look} />)
    at = end
  }
  return shown
}

function Plain({ block, look: { inline, Heading } }: { readonly block: TextBlock; readonly look: Look }) {
  return block.kind === 'heading' ? <Heading>{inline(block)}</Heading> : <p>{inline(block)}</p>
}

function List({ all, depth, look }: { readonly all: readonly TextBlock[]; readonly depth: number; readonly look: Look }) {
  const items: ReactNode[] = []
  for (let at = 0; at < all.length;) {
    const end = endOf(all, at, (next) => next.depth === depth && next.kind === 'item')
    const [head, ...below] = all.slice(at, end)
    const isHead = head?.kind === 'item' && head.depth === depth
    items.push(<li key={at}>{isHead && look.inline(head)}{blocks(isHead ? below : all.slice(at, end), depth, look)}</li>)
    at = end
  }
  return all[0]?.ordered === true ? <ol>{items}</ol> : <ul>{items}</ul>
}

/** Where, after `from`, the next run begins. */
function endOf(all: readonly TextBlock[], from: number, begins: (block: TextBlock) => boolean): number {
  const at = all.findIndex((block, index) => index > from && begins(block))
  return at < 0 ? all.length : at
}

interface SpanProps {
  readonly span: TextSpan
  readonly fill: readonly ReactNode[]
  readonly link: TextLink | undefined
}

function Span({ span: { text, strong, emphasis, link: isLink, href }, fill, link }: SpanProps) {
  const parts = text.split(/(\{\d+\}|\n)/).map((part, index) => <Fragment key={index}>{piece(part, fill)}</Fragment>)
  const bold = strong === true ? <strong>{parts}</strong> : <>{parts}</>
  const words = emphasis === true ? <em>{bold}</em> : bold
  if (isLink === true && link !== undefined) return <OwnLink link={link}>{words}</OwnLink>
  if (href !== undefined) return <a className="fj-link" href={href} target="_blank" rel="noopener noreferrer">{words}</a>
  return words
}

function piece(part: string, fill: readonly ReactNode[]): ReactNode {
  if (part === '\n') return <br />
  const place = /^\{(\d+)\}$/.exec(part)?.[1]
  return place === undefined ? part : (fill[Number(place)] ?? part)
}

function OwnLink({ link, children }: { readonly link: TextLink; readonly children: ReactNode }) {
  if ('run' in link) return <button type="button" className="fj-text-button" onClick={link.run}>{children}</button>
  const { to, search = {} } = link
  return <Link to={to} search={search} className="fj-link">{children}</Link>
}
