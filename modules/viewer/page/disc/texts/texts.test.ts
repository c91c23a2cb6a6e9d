import { describe, expect, it } from 'vitest'
import { differingVariables } from '../../../../../platform/web/text-table.ts'
import { en as viewer } from '../../texts/en.ts'
import { en, enInstead } from './en.ts'
import { fr, frInstead } from './fr.ts'
import { nl, nlInstead } from './nl.ts'

describe('texts of a disc', () => {
  it('name the same variables in Dutch', () => expect([...differingVariables(en, nl), ...differingVariables(enInstead, nlInstead)]).toEqual([]))
  it('name the same variables in French', () => expect([...differingVariables(en, fr), ...differingVariables(enInstead, frInstead)]).toEqual([]))
  it('stand for words that the viewer has', () => expect(Object.keys(enInstead).filter((key) => !(key in viewer))).toEqual([]))
})
