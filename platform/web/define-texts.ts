/** From a text table to the hook that reads it in the reader's language. */
import { useTranslation } from 'react-i18next'
import { addCatalogue, type Language } from './i18n.ts'
import { flatten, type Arguments, type TextTable, type Translation } from './text-table.ts'

/** The text under `key` in the reader's language. */
export type Translate<T extends TextTable> = <K extends keyof T & string>(key: K, ...given: Arguments<T[K]>) => string

type Fetch<T> = () => Promise<T>

/** The files of a table, each with its language as the name of what it exports. */
export type TableFiles<T extends TextTable> =
  { readonly en: Fetch<{ readonly en: T }> } & { readonly [L in Exclude<Language, 'en'>]: Fetch<Readonly<Record<L, Translation<T>>>> }

/**
 * Make a table known and give the hook that reads it.
 *
 * @param namespace - of the module that owns the table.
 */
export function defineTexts<const T extends TextTable>(namespace: string, files: TableFiles<T>): () => Translate<T> {
  addCatalogue(namespace, async (language) => {
    const file: Partial<Record<Language, TextTable>> = await files[language]()
    return flatten(file[language] ?? {})
  })
  return function useTexts() {
    const { t } = useTranslation(namespace)
    return (key, ...given) => t(key, given[0] ?? {})
  }
}
