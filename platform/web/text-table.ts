/**
 * Text tables: every word on a page, in every language, checked by the compiler.
 *
 * The English table sets the keys and the `{{variables}}`; a translation that
 * misses a key does not compile, nor does a call that misses a variable.
 */

/** Forms of a counted text, by the categories of `Intl.PluralRules`. */
export interface Plural {
  readonly one: string
  readonly other: string
  readonly zero?: string
  readonly two?: string
  readonly few?: string
  readonly many?: string
}

export type TextTable = Readonly<Record<string, string | Plural>>

/** The keys of `T` with other words under them. */
export type Translation<T extends TextTable> = {
  readonly [K in keyof T]: T[K] extends string ? string : Plural
}

/** `count` of `{{count, number}}`. */
type NameOf<V extends string> = V extends `${infer Name},${string}` ? Name : V

type VariableOf<S> = S extends `${string}{{${infer V}}}${infer Rest}` ? NameOf<V> | VariableOf<Rest> : never

type Given<T> = T extends string
  ? Record<VariableOf<T>, string | number>
  : T extends Plural
    ? Record<Exclude<VariableOf<T['other']>, 'count'>, string | number> & { readonly count: number }
    : never

/** What a text needs besides its key: nothing, or its variables. */
export type Arguments<T> = keyof Given<T> extends never ? [] : [given: Given<T>]

/** `images: { one, other }` becomes `images_one`, `images_other`, as i18next looks them up. */
export function flatten(table: TextTable): Record<string, string> {
  const flat: Record<string, string> = {}
  for (const [key, text] of Object.entries(table)) {
    if (typeof text === 'string') flat[key] = text
    else for (const category of PLURAL_CATEGORIES) flat[`${key}_${category}`] = text[category] ?? text.other
  }
  return flat
}

const PLURAL_CATEGORIES = ['zero', 'one', 'two', 'few', 'many', 'other'] as const

/** Keys whose text in `other` names other variables than in `table`. For tests. */
export function differingVariables(table: TextTable, other: TextTable): readonly string[] {
  const [mine, theirs] = [flatten(table), flatten(other)]
  // A form for one thing may well leave the number out ("the only image").
  const counted = Object.keys(mine).filter((key) => !/_(zero|one|two)$/.test(key))
  return counted.filter((key) => variablesOf(mine[key]) !== variablesOf(theirs[key]))
}

function variablesOf(text = ''): string {
  return [...text.matchAll(/\{\{([^},]+)/g)].map((match) => match[1]).sort().join()
}
