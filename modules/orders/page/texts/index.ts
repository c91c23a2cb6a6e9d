import { defineTexts } from '../../../../platform/web/define-texts.ts'

export const useOrdersTexts = defineTexts('orders', {
  en: () => import('./en.ts'), nl: () => import('./nl.ts'), fr: () => import('./fr.ts'),
})
