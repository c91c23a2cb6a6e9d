import { defineTexts } from '../../../../../platform/web/define-texts.ts'

export const useUploadTexts = defineTexts('upload', {
  en: () => import('./en.ts'), nl: () => import('./nl.ts'), fr: () => import('./fr.ts'),
})
