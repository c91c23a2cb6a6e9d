/**
 * The reader's language: chosen before, else what the browser asks for, else English.
 *
 * Nobody reads two at a time: the texts of the one in use are fetched, those of the others are not.
 *
 * @module
 */
import i18next from 'i18next'
import { initReactI18next, useTranslation } from 'react-i18next'

/** Each in its own words: a reader finds their language without reading another. */
export const languages = { en: 'English', nl: 'Nederlands', fr: 'Français' } as const
export type Language = keyof typeof languages

type Texts = Readonly<Record<string, string>>

/** Fetches the texts of one language. */
export type Catalogue = (language: Language) => Promise<Texts>

const STORED = 'filmjacket.language'

/** By namespace. Texts of a later one stand for those of an earlier. */
const catalogues = new Map<string, readonly Catalogue[]>()

export function isLanguage(tag: string | null | undefined): tag is Language {
  return typeof tag === 'string' && Object.hasOwn(languages, tag)
}

function preferred(): Language {
  const wished = [localStorage.getItem(STORED), ...navigator.languages.map((tag) => tag.slice(0, 2))]
  return wished.find(isLanguage) ?? 'en'
}

void i18next.use({ type: 'backend', callbackApi: false, read } as const).use(initReactI18next).init({
  lng: preferred(),
  supportedLngs: Object.keys(languages),
  // A translation is whole, or it does not compile.
  fallbackLng: false,
  ns: [],
  defaultNS: 'frame',
  initAsync: false,
  keySeparator: false,
  nsSeparator: false,
  // React escapes; a second escape would show entities.
  interpolation: { escapeValue: false },
})
tellDocument()

async function read(language: string, namespace: string): Promise<Texts> {
  const fetching = isLanguage(language) ? catalogues.get(namespace)?.map((fetch) => fetch(language)) : undefined
  return Object.assign({}, ...await Promise.all(fetching ?? [])) as Texts
}

function tellDocument(): void {
  document.documentElement.lang = i18next.language
}

export function addCatalogue(namespace: string, catalogue: Catalogue): void {
  catalogues.set(namespace, [...catalogues.get(namespace) ?? [], catalogue])
}

/** To be awaited before anything is shown: what is known until then has its words at once. */
export async function fetchTexts(): Promise<void> {
  const failures: unknown[] = []
  await i18next.loadNamespaces([...catalogues.keys()], (failed: unknown) => failures.push(...(failed == null ? [] : [failed])))
  if (failures.length > 0) throw new Error('the texts could not be fetched', { cause: failures[0] })
}

export function currentLanguage(): Language {
  return isLanguage(i18next.language) ? i18next.language : 'en'
}

/** The same, for a component: shown again when another is chosen. */
export function useLanguage(): Language {
  useTranslation()
  return currentLanguage()
}

/** The page stays in the language before until it can be read in the new one. */
export async function chooseLanguage(language: Language): Promise<void> {
  localStorage.setItem(STORED, language)
  await i18next.changeLanguage(language, (failed: unknown) => {
    // A server newer than this page has other files. The page as it is now there speaks that language.
    if (failed != null) location.reload()
  })
  tellDocument()
}

/** The sentence for a problem code in any table, or null where none has been written. */
export function problemSentence(code: string): string | null {
  const namespace = namespacesWith(`problem ${code}`)
  return namespace === undefined ? null : i18next.t(`problem ${code}`, { ns: namespace })
}

function namespacesWith(key: string): string | undefined {
  return Object.keys(i18next.getDataByLanguage(i18next.language) ?? {}).find((ns) => i18next.exists(key, { ns }))
}
