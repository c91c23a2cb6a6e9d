/**
 * Texts that a site may put in its own words (ADM-13), each with a default in every language, and places `{0}`,
 * `{1}` ... that the product fills.
 *
 * @module
 */
import { parseRichText, type Finding, type RichText } from './rich-text.ts'
import type { Words } from './words.ts'

/** What the product puts in place of `{n}`. */
export interface Place {
  readonly meaning: Words
  /** For the preview. */
  readonly sample: string
}

export interface Paragraph {
  /** As it is documented; never changes. */
  readonly key: string
  /** Other spellings under which it is known. */
  readonly aliases?: readonly string[]
  /** `rich`: with simple markup. `plain`: as it is typed. */
  readonly kind: 'plain' | 'rich'
  readonly purpose: Words
  readonly places: readonly Place[]
  readonly default: Words
}

export const LONGEST_TEXT = 8_000

export interface Checked {
  readonly content: RichText
  /** What is wrong with it; empty, if it may be used. */
  readonly findings: readonly Finding[]
}

/** What a text would look like, and what is in its way. */
export function check(paragraph: Paragraph, text: string): Checked {
  const { content, findings } = paragraph.kind === 'rich' ? parseRichText(text) : { content: plain(text), findings: [] }
  return { content, findings: [...findings, ...problemsOfWhole(paragraph, text)] }
}

function plain(text: string): RichText {
  return text.split(/\n+/).map((line) => ({ kind: 'paragraph', depth: 0, ordered: false, first: false, spans: [{ text: line }] }))
}

function problemsOfWhole({ places }: Paragraph, text: string): readonly Finding[] {
  const unknown = [...text.matchAll(/\{(\d+)\}/g)].filter(([, digits]) => Number(digits) >= places.length)
  return [
    ...(text.trim() === '' ? [{ kind: 'empty', what: '' } as const] : []),
    ...(text.length > LONGEST_TEXT ? [{ kind: 'too-long', what: String(LONGEST_TEXT) } as const] : []),
    ...unknown.map(([what]) => ({ kind: 'unknown-place', what }) as const),
  ]
}
