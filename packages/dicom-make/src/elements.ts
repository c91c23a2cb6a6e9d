import { keywordOf, type Element, type Tag, type Value } from '@filmjacket/dicom-data'

/** Attributes of a data set to be made; the VR is the dictionary's unless an `Element` names it. */
export type Elements = Readonly<Record<Tag, Value | Element>>

/**
 * `attributes` over `defaults`: what the caller gives wins.
 *
 * @throws RangeError if one of `required` is in neither. The message names the attribute, never its value.
 */
export function complete(defaults: Elements, attributes: Elements, required: readonly Tag[]): Elements {
  const elements = { ...defaults, ...attributes }
  for (const tag of required) {
    const value = elements[tag]
    const isEmpty = value === undefined || value === null || value === ''
    if (isEmpty) throw new RangeError(`${keywordOf(tag) ?? tag} is missing`)
  }
  return elements
}
