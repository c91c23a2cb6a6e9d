/**
 * What a package is made of: all that decides its bytes, so that they are the same at any time on any server.
 *
 * @module
 */
import { DEFAULT_FILE_NAMES, type Change } from '@filmjacket/dicom-media'
import type { Instant } from '../../platform/server/clock.ts'
import type { Language } from '../../platform/server/settings/index.ts'
import type { DerivedFile } from './derive.ts'
import type { PictureFile } from './pictures.ts'

export interface Recipe {
  /** Rule for File IDs (MED-21). */
  readonly fileNames: string
  /** Who made it and whom to ask, as they are printed in it. */
  readonly institution: string
  readonly contact: string
  readonly language: Language
  /** The viewer, and what any browser shows: a picture of each series, pages of reports, documents (MED-03, MED-20). */
  readonly viewer: boolean
  readonly previews: boolean
  /** Series UIDs that had a picture when it was made: one that is drawn later would change its bytes. Absent in older ones, which take all. */
  readonly pictured?: readonly string[]
  /** Of PS3.11, which the content meets; null: none. */
  readonly profile: string | null
  /** What was done to instances of a transfer syntax so that they meet it. */
  readonly changes: Readonly<Record<string, Change>>
  /** Files with other pixels than are stored, by the Instance's id. */
  readonly derived: Readonly<Record<string, DerivedFile>>
  /** Images drawn for any browser; absent in those made before there were any. */
  readonly pictures?: readonly PictureFile[]
  /** When its Study last changed before they were made; null where nobody said. */
  readonly asOf: Instant | null
}

/** As packages were before they had recipes. */
export const plainRecipe: Recipe = {
  fileNames: DEFAULT_FILE_NAMES, institution: '', contact: '', language: 'en', viewer: false, previews: false, profile: null, changes: {}, derived: {},
  asOf: null,
}
