/**
 * A PN as two fields in which people think. What they do not show, other components and other writings of the name, stays as
 * it is. PS3.5 §6.2.1.
 */
export interface NameParts {
  readonly family: string
  readonly given: string
}

export function namePartsOf(pn: string): NameParts {
  const [family = '', given = ''] = (pn.split('=')[0] ?? '').split('^')
  return { family: family.trim(), given: given.trim() }
}

export function withNameParts(pn: string, { family, given }: NameParts): string {
  const before = namePartsOf(pn)
  if (before.family === family.trim() && before.given === given.trim()) return pn
  const [first = '', ...otherGroups] = pn.split('=')
  const components = [family.trim(), given.trim(), ...first.split('^').slice(2)].map((part) => part.replace(/[\^=\\]/g, ' '))
  // An ideographic or phonetic writing of another name would contradict the new one.
  const isOtherFamily = before.family !== family.trim()
  return [components.join('^').replace(/\^+$/, ''), ...(isOtherFamily ? [] : otherGroups)].join('=')
}
