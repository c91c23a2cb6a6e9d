/**
 * Rich text for a mail: its blocks as HTML or as lines, everything that was typed or filled in escaped.
 *
 * @module
 */
import type { Block, RichText, Span } from './rich-text.ts'

/** What stands in a place `{n}`. */
export interface Filling {
  readonly text: string
  /** Given, the place becomes a link. */
  readonly href?: string
}

/** Plain text with its places filled; a place without a filling stays empty. */
export function fillPlain(text: string, fillings: readonly string[]): string {
  return text.replace(/\{(\d+)\}/g, (_place, digits: string) => fillings[Number(digits)] ?? '')
}

/** @param href - where the product's own link leads. */
export function htmlOf(content: RichText, fillings: readonly Filling[], href: string): string {
  const inline = ({ spans }: Block) => spans.map((span) => spanHtml(span, fillings, href)).join('')
  return level(content, 0, inline)
}

type Inline = (block: Block) => string

/** Blocks of one depth in order, each run of deeper ones as a list. */
function level(blocks: readonly Block[], depth: number, inline: Inline): string {
  const [block] = blocks
  if (block === undefined) return ''
  if (block.depth > depth) {
    const end = endOf(blocks, (next) => next.depth <= depth || (next.depth === depth + 1 && next.first))
    return list(blocks.slice(0, end), depth + 1, inline) + level(blocks.slice(end), depth, inline)
  }
  const tag = block.kind === 'heading' ? 'h3' : 'p'
  return `<${tag}>${inline(block)}</${tag}>${level(blocks.slice(1), depth, inline)}`
}

function list(blocks: readonly Block[], depth: number, inline: Inline): string {
  const tag = blocks[0]?.ordered === true ? 'ol' : 'ul'
  let items = ''
  for (let rest = blocks; rest.length > 0;) {
    const end = endOf(rest, (next) => next.depth === depth && next.kind === 'item')
    const [head, ...below] = rest.slice(0, end)
    const isHead = head?.kind === 'item' && head.depth === depth
    items += isHead ? `<li>${inline(head)}${level(below, depth, inline)}</li>` : `<li>${level(rest.slice(0, end), depth, inline)}</li>`
    rest = rest.slice(end)
  }
  return `<${tag}>${items}</${tag}>`
}

/** Where, after the first block, the next run begins. */
function endOf(blocks: readonly Block[], begins: (block: Block) => boolean): number {
  const at = blocks.findIndex((block, index) => index > 0 && begins(block))
  return at < 0 ? blocks.length : at
}

function spanHtml(span: Span, fillings: readonly Filling[], href: string): string {
  const parts = span.text.split(/\{(\d+)\}/)
  let html = parts.map((part, index) => (index % 2 === 0 ? lines(part) : filled(fillings[Number(part)]))).join('')
  if (span.strong === true) html = `<strong>${html}</strong>`
  if (span.emphasis === true) html = `<em>${html}</em>`
  const target = span.link === true ? href : span.href
  return target === undefined ? html : anchor(target, html)
}

function filled(filling: Filling | undefined): string {
  if (filling === undefined) return ''
  return filling.href === undefined ? escaped(filling.text) : anchor(filling.href, escaped(filling.text))
}

function anchor(href: string, html: string): string {
  return `<a href="${escaped(href)}">${html}</a>`
}

function lines(text: string): string {
  return escaped(text).replaceAll('\n', '<br>')
}

const SPECIAL: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\'': '&#39;' }

export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => SPECIAL[character] ?? '')
}
