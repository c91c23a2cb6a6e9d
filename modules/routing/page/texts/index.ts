import { defineTexts } from '../../../../platform/web/define-texts.ts'

export const useRoutingTexts = defineTexts('routing', {
  en: () => import('./en.ts'), nl: () => import('./nl.ts'), fr: () => import('./fr.ts'),
})
