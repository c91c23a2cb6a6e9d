import { Value } from 'typebox/value'
import { StudySearch } from './contract.ts'

/** A search from the pairs of an address; null if a part of it is not as it should be. */
export function readSearch(query: readonly (readonly [name: string, value: string])[]): StudySearch | null {
  const given = Object.fromEntries(query)
  return Value.Check(StudySearch, given) ? given : null
}
