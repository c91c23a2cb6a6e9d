/**
 * Which Instances a C-MOVE or C-GET asks for. PS3.4 §C.4.2.2, §C.4.3.2: unique keys, single values or lists of UIDs.
 *
 * @module
 */
import type { BlobReader } from '@filmjacket/bytes'
import type { DataSet, Tag } from '@filmjacket/dicom-data'
import type { QueryLevel } from '@filmjacket/dicom-net'
import type { Kysely } from 'kysely'
import { asCorrected } from './correction/leaving.ts'
import type { Kind } from './form.ts'
import { attributes, readKey, type Attribute, type Filter, type Match } from './query.ts'
import type { PlacedInstance } from './store/instances.ts'
import * as store from './store/retrieval.ts'
import type { ArchiveTables } from './tables.ts'

export type ReadRetrieval =
  | { readonly kind: 'wanted'; readonly filter: Filter }
  /** The unique key of the level is missing, or one is no single value and no list of UIDs. */
  | { readonly kind: 'malformed'; readonly tag: Tag }

const UNIQUE: { readonly [level in QueryLevel]: Attribute } = {
  PATIENT: 'patientId', STUDY: 'studyUid', SERIES: 'seriesUid', IMAGE: 'instanceUid',
}
const KEYS = Object.values(UNIQUE)

/** Keys of the levels above narrow it; those below its level have no meaning. Nothing else is looked at. */
export function readRetrieval(identifier: DataSet, level: QueryLevel): ReadRetrieval {
  const filter: { [name in Attribute]?: Match } = {}
  for (const name of KEYS.slice(0, KEYS.indexOf(UNIQUE[level]) + 1)) {
    const { tag } = attributes[name]
    const key = readKey(name, identifier.texts(tag))
    const isLacking = key.kind === 'universal' && name === UNIQUE[level]
    if (isLacking || key.kind === 'malformed' || (key.kind === 'match' && key.match.kind !== 'any-of')) return { kind: 'malformed', tag }
    if (key.kind === 'match') filter[name] = key.match
  }
  return { kind: 'wanted', filter }
}

export interface Wanted {
  readonly count: number
  /** What has to be negotiated. */
  readonly kinds: readonly Kind[]
  /** In the order in which a person would look, read as they are asked for. */
  readonly instances: AsyncIterable<WantedInstance>
}

export type WantedInstance = PlacedInstance & { readonly studyId: string }

interface Sources {
  readonly db: Kysely<ArchiveTables>
  readonly blobs: BlobReader
}

export async function wanted(sources: Sources, filter: Filter, within?: readonly string[]): Promise<Wanted> {
  const kinds = await store.kindsOf(sources.db, filter, within)
  const count = kinds.reduce((sum, { instances }) => sum + instances, 0)
  return { count, kinds, instances: instancesOf(sources, filter, within) }
}

async function* instancesOf(sources: Sources, filter: Filter, within?: readonly string[]): AsyncGenerator<WantedInstance> {
  for (const series of await store.seriesOf(sources.db, filter, within))
    yield* await asCorrected({ ...sources, reader: 'device' }, series.studyId, await store.instancesOf(sources.db, series, filter))
}

