/** The languages of the product, in which every text for people exists. */
export const LANGUAGES = ['en', 'nl', 'fr'] as const
export type Language = (typeof LANGUAGES)[number]

/** One text, in every language. */
export type Words = Readonly<Record<Language, string>>

export function isLanguage(text: string): text is Language {
  return (LANGUAGES as readonly string[]).includes(text)
}

/** For what is a name, not a word. */
export function same(name: string): Words {
  return { en: name, nl: name, fr: name }
}
