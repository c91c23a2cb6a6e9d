import { defineTexts } from '../../../../../platform/web/define-texts.ts'

export const useSearchTexts = defineTexts('search', {
  en: () => import('./en.ts'), nl: () => import('./nl.ts'), fr: () => import('./fr.ts'),
})
