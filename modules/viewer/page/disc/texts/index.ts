import { defineTexts } from '../../../../../platform/web/define-texts.ts'
import { addCatalogue } from '../../../../../platform/web/i18n.ts'

export const useDiscTexts = defineTexts('disc', {
  en: () => import('./en.ts'), nl: () => import('./nl.ts'), fr: () => import('./fr.ts'),
})

const instead = {
  en: async () => (await import('./en.ts')).enInstead,
  nl: async () => (await import('./nl.ts')).nlInstead,
  fr: async () => (await import('./fr.ts')).frInstead,
}

/** To be called once the viewer's own words are known, and before they are fetched. */
export function speakAsDisc(): void {
  addCatalogue('viewer', (language) => instead[language]())
}
