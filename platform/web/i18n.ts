/** The reader's language: chosen before, else what the browser asks for, else English. */
import i18next from 'i18next'
import { initReactI18next, useTranslation } from 'react-i18next'

/** Each in its own words: a reader finds their language without reading another. */
export const languages = { en: 'English', nl: 'Nederlands', fr: 'Français' } as const
export type Language = keyof typeof languages

const STORED = 'filmjacket.language'

export function isLanguage(tag: string | null | undefined): tag is Language {
  return typeof tag === 'string' && Object.hasOwn(languages, tag)
}

function preferred(): Language {
  const wished = [localStorage.getItem(STORED), ...navigator.languages.map((tag) => tag.slice(0, 2))]
  return wished.find(isLanguage) ?? 'en'
}

void i18next.use(initReactI18next).init({
  lng: preferred(),
  fallbackLng: 'en',
  resources: {},
  initAsync: false,
  keySeparator: false,
  nsSeparator: false,
  // React escapes; a second escape would show entities.
  interpolation: { escapeValue: false },
  react: { useSuspense: false },
})
tellDocument()

function tellDocument(): void {
  document.documentElement.lang = i18next.language
}

export function addTexts(language: string, namespace: string, texts: Record<string, string>): void {
  i18next.addResourceBundle(language, namespace, texts)
}

export function currentLanguage(): Language {
  return isLanguage(i18next.language) ? i18next.language : 'en'
}

/** The same, for a component: shown again when another is chosen. */
export function useLanguage(): Language {
  useTranslation()
  return currentLanguage()
}

export async function chooseLanguage(language: Language): Promise<void> {
  localStorage.setItem(STORED, language)
  await i18next.changeLanguage(language)
  tellDocument()
}

/** The sentence for a problem code in any table, or null where none has been written. */
export function problemSentence(code: string): string | null {
  const namespace = namespacesWith(`problem ${code}`)
  return namespace === undefined ? null : i18next.t(`problem ${code}`, { ns: namespace })
}

function namespacesWith(key: string): string | undefined {
  return Object.keys(i18next.getDataByLanguage('en') ?? {}).find((ns) => i18next.exists(key, { ns }))
}
