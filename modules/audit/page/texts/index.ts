import { defineTexts } from '../../../../platform/web/define-texts.ts'

export const useAuditTexts = defineTexts('audit', {
  en: () => import('./en.ts'), nl: () => import('./nl.ts'), fr: () => import('./fr.ts'),
})
