import { defineTexts } from '../../../../platform/web/define-texts.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'
import { nl } from './nl.ts'

export const useOrdersTexts = defineTexts('orders', { en, nl, fr })
