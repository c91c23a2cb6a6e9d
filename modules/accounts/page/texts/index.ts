import { defineTexts } from '../../../../platform/web/define-texts.ts'

export const useAccountsTexts = defineTexts('accounts', {
  en: () => import('./en.ts'), nl: () => import('./nl.ts'), fr: () => import('./fr.ts'),
})
