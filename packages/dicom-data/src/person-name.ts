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

function parseGroup(group: string): NameGroup {
  const [family = '', given = '', middle = '', prefix = '', suffix = ''] = group
    .split('^')
    .map((part) => part.trim())
  return { family, given, middle, prefix, suffix }
}
