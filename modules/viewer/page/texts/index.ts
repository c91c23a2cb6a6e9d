import { defineTexts } from '../../../../platform/web/define-texts.ts'

export const useViewerTexts = defineTexts('viewer', {
  en: () => import('./en.ts'), nl: () => import('./nl.ts'), fr: () => import('./fr.ts'),
})
