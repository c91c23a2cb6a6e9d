import { defineTexts } from '../../../../platform/web/define-texts.ts'

export const useOperationTexts = defineTexts('operation', {
  en: () => import('./en.ts'), nl: () => import('./nl.ts'), fr: () => import('./fr.ts'),
})
