import { defineTexts } from '../../../../platform/web/define-texts.ts'

export const useSettingsTexts = defineTexts('settings', {
  en: () => import('./en.ts'), nl: () => import('./nl.ts'), fr: () => import('./fr.ts'),
})
