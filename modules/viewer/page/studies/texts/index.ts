import { defineTexts } from '../../../../../platform/web/define-texts.ts'

export const useStudyTexts = defineTexts('studies', {
  en: () => import('./en.ts'), nl: () => import('./nl.ts'), fr: () => import('./fr.ts'),
})
