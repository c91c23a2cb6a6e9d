import { defineTexts } from '../../../../../platform/web/define-texts.ts'
import { addTexts } from '../../../../../platform/web/i18n.ts'
import { en, enInstead } from './en.ts'
import { fr, frInstead } from './fr.ts'
import { nl, nlInstead } from './nl.ts'

export const useDiscTexts = defineTexts('disc', { en, nl, fr })

/** To be called once the viewer's own words are there. */
export function speakAsDisc(): void {
  addTexts('en', 'viewer', enInstead)
  addTexts('nl', 'viewer', nlInstead)
  addTexts('fr', 'viewer', frInstead)
}
