import { describe, expect, it } from 'vitest'
import { differingVariables } from '../../../../platform/web/text-table.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'
import { nl } from './nl.ts'

describe('texts of operation', () => {
  it('name the same variables in Dutch', () => expect(differingVariables(en, nl)).toEqual([]))
  it('name the same variables in French', () => expect(differingVariables(en, fr)).toEqual([]))
})
