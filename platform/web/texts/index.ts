import { defineTexts } from '../define-texts.ts'

export const useFrameTexts = defineTexts('frame', {
  en: () => import('./en.ts'), nl: () => import('./nl.ts'), fr: () => import('./fr.ts'),
})
