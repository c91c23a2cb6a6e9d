/** From a text table to the hook that reads it in the reader's language. */
import { useTranslation } from 'react-i18next'
import { addTexts, type Language } from './i18n.ts'
import { flatten, type Arguments, type TextTable, type Translation } from './text-table.ts'

/** The text under `key` in the reader's language. */
export type Translate<T extends TextTable> = <K extends keyof T & string>(key: K, ...given: Arguments<T[K]>) => string

/**
 * Make a table known and give the hook that reads it.
 *
 * @param namespace - of the module that owns the table.
 */
export function defineTexts<const T extends TextTable>(
  namespace: string,
  tables: { readonly en: T } & Readonly<Record<Exclude<Language, 'en'>, Translation<T>>>,
): () => Translate<T> {
  for (const [language, table] of Object.entries<TextTable>(tables)) {
    addTexts(language, namespace, flatten(table))
  }
  return function useTexts() {
    const { t } = useTranslation(namespace)
    return (key, ...given) => t(key, given[0] ?? {})
  }
}
