import { defineTexts } from '../../../../platform/web/define-texts.ts'

export const useDevicesTexts = defineTexts('devices', {
  en: () => import('./en.ts'), nl: () => import('./nl.ts'), fr: () => import('./fr.ts'),
})
