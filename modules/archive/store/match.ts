/**
 * One key as a condition that an index can answer.
 *
 * @module
 */
import { sql, type RawBuilder } from 'kysely'
import type { Match } from '../query.ts'

type Condition = RawBuilder<unknown>

export function conditionOn(column: Condition, match: Match): Condition {
  switch (match.kind) {
    case 'any-of': return match.values.length === 1 ? sql`${column} = ${match.values[0]}` : sql`${column} = any(${match.values})`
    case 'pattern': return sql`${column} like ${likeOf(match.pattern)}`
    case 'range': return rangeCondition(column, match)
    // Each word must be in it, somewhere.
    case 'words': return sql.join(match.words.map((word) => sql`${column} like ${`%${escaped(word)}%`}`), sql` and `)
  }
}

/** What is empty is in no range. PS3.4 §C.2.2.2.5. */
function rangeCondition(column: Condition, { from, to }: Match & { kind: 'range' }): Condition {
  if (from !== null && from === to) return sql`${column} = ${from}`
  const lower = from === null ? sql`${column} > ''` : sql`${column} >= ${from}`
  return to === null ? lower : sql`${lower} and ${column} <= ${to}`
}

/** Each word begins a word of the name, in whatever writing. */
export function wordsCondition(words: readonly string[]): Condition {
  return sql.join(words.map((word) => sql`exists (select from study_word
    where study_word.study_id = found.study_id and study_word.word like ${prefixOf(word)})`), sql` and `)
}

export function prefixOf(word: string): string {
  return `${escaped(word)}%`
}

/**
 * A name against a key of one group, which is looked for where that script is written, or of several. PS3.5 §6.2.1.2: the
 * first group is alphabetic, the others are ideographic and phonetic.
 */
export function nameCondition(match: Match): Condition {
  const keys = match.kind === 'pattern' ? [match.pattern] : match.kind === 'any-of' ? match.values : []
  return sql`(${sql.join(keys.map(oneName), sql` or `)})`
}

function oneName(key: string): Condition {
  if (!key.includes('=')) return isAlphabetic(key) ? alphabetic(key) : anyGroup(key)
  const [first = '', ...others] = key.split('=')
  const conditions = others.filter((group) => group !== '' && group !== '*').map(anyGroup)
  if (first !== '' && first !== '*') conditions.push(alphabetic(first))
  return conditions.length === 0 ? sql`true` : sql`(${sql.join(conditions, sql` and `)})`
}

function isAlphabetic(key: string): boolean {
  return !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(key)
}

/** `doe^*` is also a Doe of whom no more is known: components that are empty at the end are not written. */
function alphabetic(key: string): Condition {
  const bare = key.replace(/(\^\*)+$/, '')
  if (bare === key) return whole(sql`found.name`, key)
  if (bare.endsWith('*')) return whole(sql`found.name`, bare)
  const more = sql`found.name like ${`${likeOf(bare)}^%`}`
  if (/[*?]/.test(bare)) return sql`(${whole(sql`found.name`, bare)} or ${more})`
  // One range of the index that holds both, and then the exact question.
  return sql`(found.name like ${`${likeOf(bare)}%`} and (found.name = ${bare} or ${more}))`
}

function whole(column: Condition, key: string): Condition {
  return /[*?]/.test(key) ? sql`${column} like ${likeOf(key)}` : sql`${column} = ${key}`
}

/** By the first word, which the words of the name are searched for; then the whole key between its borders. */
function anyGroup(key: string): Condition {
  const exact = sql`('=' || found.name || '=' || found.other_names || '=') like ${`%=${likeOf(key)}=%`}`
  const word = /^[^\s^*?,.'’-]+/.exec(key)?.[0]
  return word === undefined ? exact : sql`(${wordsCondition([word])} and ${exact})`
}

function likeOf(pattern: string): string {
  return escaped(pattern).replaceAll('*', '%').replaceAll('?', '_')
}

function escaped(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&')
}
