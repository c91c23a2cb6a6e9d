import { defineTexts } from '../../../../../platform/web/define-texts.ts'

export const useStorageTexts = defineTexts('storage', {
  en: () => import('./en.ts'), nl: () => import('./nl.ts'), fr: () => import('./fr.ts'),
})
