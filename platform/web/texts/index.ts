import { defineTexts } from '../define-texts.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'
import { nl } from './nl.ts'

export const useFrameTexts = defineTexts('frame', { en, nl, fr })
