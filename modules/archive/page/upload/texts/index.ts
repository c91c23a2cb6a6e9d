import { defineTexts } from '../../../../../platform/web/define-texts.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'
import { nl } from './nl.ts'

export const useUploadTexts = defineTexts('upload', { en, nl, fr })
