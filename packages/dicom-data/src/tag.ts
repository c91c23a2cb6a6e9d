/** A data element's tag, `0xGGGGEEEE`, unsigned. PS3.5 §7.1. */
export type Tag = number

/** `(0010,0020)`, as the standard prints it. */
export function formatTag(tag: Tag): string {
  const hex = tag.toString(16).toUpperCase().padStart(8, '0')
  return `(${hex.slice(0, 4)},${hex.slice(4)})`
}

export function groupOf(tag: Tag): number {
  return tag >>> 16
}

/** An odd group: its meaning belongs to whoever reserved it by a private creator. PS3.5 §7.8. */
export function isPrivate(tag: Tag): boolean {
  return (tag & 0x10000) !== 0
}

/** Items and their delimiters, the only elements without VR. PS3.5 Table 7.5-1. */
export const ITEM: Tag = 0xfffee000
export const ITEM_END: Tag = 0xfffee00d
export const SEQUENCE_END: Tag = 0xfffee0dd
export const DELIMITER_GROUP = 0xfffe

/** Tag and length of an item or delimiter; also of a short element. PS3.5 Table 7.5-1. */
export const ITEM_HEADER_BYTES = 8
