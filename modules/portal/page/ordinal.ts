import type { Language } from '../../../platform/web/i18n.ts'

const ENGLISH: Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> = { one: 'st', two: 'nd', few: 'rd' }

/** A place in a row, as it is said: 1st, 2e, 1re. */
export function ordinal(number: number, language: Language): string {
  switch (language) {
    case 'en': return `${number}${ENGLISH[new Intl.PluralRules('en', { type: 'ordinal' }).select(number)] ?? 'th'}`
    case 'nl': return `${number}e`
    case 'fr': return number === 1 ? '1re' : `${number}e`
  }
}
