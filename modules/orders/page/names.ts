/**
 * A PN as people type it: "Family, Given". What they do not see, other components and other writings of the name, stays as
 * it is unless they change what they see. PS3.5 §6.2.1.
 */
import { personName } from '../../../platform/web/person-name.ts'

export function pnOf(typed: string, before = ''): string {
  const text = typed.trim()
  if (text === personName(before)) return before
  const [family = '', ...given] = text.replace(/[\^=\\]/g, ' ').split(',').map((part) => part.trim())
  return [family, given.join(' ').trim()].join('^').replace(/\^+$/, '')
}
