import { defineTexts } from '../../../../../platform/web/define-texts.ts'

export const useStudyCardTexts = defineTexts('study-card', {
  en: () => import('./en.ts'), nl: () => import('./nl.ts'), fr: () => import('./fr.ts'),
})
