import { defineTexts } from '../../../../platform/web/define-texts.ts'

export const useGrantsTexts = defineTexts('grants', {
  en: () => import('./en.ts'), nl: () => import('./nl.ts'), fr: () => import('./fr.ts'),
})
