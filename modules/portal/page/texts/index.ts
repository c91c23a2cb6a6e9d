import { defineTexts } from '../../../../platform/web/define-texts.ts'

export const usePortalTexts = defineTexts('portal', {
  en: () => import('./en.ts'), nl: () => import('./nl.ts'), fr: () => import('./fr.ts'),
})
