import type { DataSet } from './data-set.ts'
import type { ElementMap } from './element-map.ts'
import type { Tag } from './tag.ts'

/**
 * What is to be different in a data set, and in the items of its sequences.
 *
 * All that is not named stays as it was written, byte for byte.
 */
export interface Changes {
  /** Elements that take the place of those of the same tag, or are added. */
  readonly set?: ElementMap
  /** Elements that are left out; `set` wins. */
  readonly remove?: ReadonlySet<Tag> | ((tag: Tag) => boolean)
  /** Asked for each item of each sequence that is neither set nor removed. Null: the item stays as it is. */
  readonly items?: (sequence: Tag, item: DataSet) => Changes | null
}
