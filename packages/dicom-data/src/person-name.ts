/** One writing of a name. All parts empty where it is not given. */
export interface NameGroup {
  readonly family: string
  readonly given: string
  readonly middle: string
  readonly prefix: string
  readonly suffix: string
}

/** A value of VR PN. PS3.5 §6.2.1. */
export interface PersonName {
  readonly alphabetic: NameGroup
  readonly ideographic: NameGroup
  readonly phonetic: NameGroup
}

/** Takes any text; a sixth component, or a fourth group, has no meaning and is left out. */
export function parsePersonName(text: string): PersonName {
  const [alphabetic = '', ideographic = '', phonetic = ''] = text.split('=')
  return {
    alphabetic: parseGroup(alphabetic),
    ideographic: parseGroup(ideographic),
    phonetic: parseGroup(phonetic),
  }
}

/** `Jane Doe`, from `Doe^Jane`; the ideographic name where there is no other; empty without a name. PS3.5 §6.2. */
export function spokenName(text: string): string {
  const { alphabetic, ideographic } = parsePersonName(text)
  const group = [alphabetic, ideographic].find((each) => each.family !== '' || each.given !== '')
  if (group === undefined) return ''
  const { prefix, given, middle, family, suffix } = group
  return [prefix, given, middle, family, suffix].filter((part) => part !== '').join(' ')
}

function parseGroup(group: string): NameGroup {
  const [family = '', given = '', middle = '', prefix = '', suffix = ''] = group
    .split('^')
    .map((part) => part.trim())
  return { family, given, middle, prefix, suffix }
}
