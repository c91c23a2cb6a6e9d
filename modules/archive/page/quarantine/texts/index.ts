import { defineTexts } from '../../../../../platform/web/define-texts.ts'

export const useQuarantineTexts = defineTexts('quarantine', {
  en: () => import('./en.ts'), nl: () => import('./nl.ts'), fr: () => import('./fr.ts'),
})
