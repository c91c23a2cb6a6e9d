/**
 * Our worklist as modalities ask it (NET-21): only those that may, each what it may see, and of that what its keys match.
 * PS3.4 Annex K. All of it leaves a trace.
 *
 * @module
 */
import {
  dateRange, encodeDataSet, matches, readDataSet, timeRange, Tags, TransferSyntaxes, type DataSet, type ElementMap, type Tag,
} from '@filmjacket/dicom-data'
import { audit, type AuditEntry } from '../../platform/server/audit.ts'
import type { Devices } from '../devices/index.ts'
import { isStepSequence, knownKeys, told, wholeEntry } from './attributes.ts'
import type { Entry } from './entry.ts'
import * as store from './store/entries.ts'

/** Who asks, as far as an association tells. */
export interface Asker {
  readonly callingAe: string
  readonly address: string
}

export type WorklistAnswer =
  /** Nobody has said that it may. */
  | { readonly kind: 'not-allowed' }
  | { readonly kind: 'malformed'; readonly tag: Tag }
  | { readonly kind: 'match'; readonly identifier: ElementMap; readonly areAllKeysSupported: boolean }

export interface WorklistOptions {
  readonly db: store.Db
  readonly devices: Pick<Devices, 'byAeTitle'>
}

export interface ServedWorklist {
  /** Ends early if its reader leaves. */
  ask(asker: Asker, identifier: DataSet): AsyncIterable<WorklistAnswer>
}

export function createWorklist(options: WorklistOptions): ServedWorklist {
  return { ask: (asker, identifier) => ask(options, asker, identifier) }
}

const SYNTAX = TransferSyntaxes.explicitVrLittleEndian
const PAGE = 200

async function* ask({ db, devices }: WorklistOptions, asker: Asker, identifier: DataSet): AsyncGenerator<WorklistAnswer, void> {
  const device = await devices.byAeTitle(asker.callingAe)
  if (device === undefined || !device.mayCall || device.worklistAccess === 'none') {
    await note(db, asker, { outcome: 'refused' })
    yield { kind: 'not-allowed' }
    return
  }
  const malformed = malformedKey(identifier)
  if (malformed !== null) {
    yield { kind: 'malformed', tag: malformed }
    return
  }
  const { keys, ignored } = knownKeys(identifier)
  const query = dataSetOf(keys)
  const within = { ...narrowed(query), station: device.worklistAccess === 'own' ? device.aeTitle : null }
  const telling = { identifier, characterSet: device.characterSet === '' ? null : device.characterSet }
  let found = 0
  try {
    for await (const entry of openEntries(db, within)) {
      const here = { ...entry, stationAeTitle: stationOf(entry, query, device.aeTitle) }
      if (!matches(dataSetOf(wholeEntry(here)), query, { combinedDateTime: true })) continue
      found++
      yield { kind: 'match', identifier: told(here, telling), areAllKeysSupported: ignored.length === 0 }
    }
  } finally {
    await note(db, asker, { outcome: 'done', detail: { found } })
  }
}

function dataSetOf(elements: ElementMap): DataSet {
  return readDataSet(encodeDataSet(elements, SYNTAX), SYNTAX)
}

async function* openEntries(db: store.Db, query: store.OpenQuery): AsyncGenerator<Entry> {
  for (let after: Entry | null = null; ; ) {
    const page: readonly Entry[] = await store.openEntries(db, query, after, PAGE)
    yield* page
    after = page.at(-1) ?? null
    if (page.length < PAGE) return
  }
}

/** What is planned nowhere in particular is planned wherever it is asked for. Its title is of type 1: PS3.4 Table K.6-1. */
function stationOf({ stationAeTitle }: Entry, query: DataSet, askingAe: string): string {
  if (stationAeTitle !== '') return stationAeTitle
  const asked = stepKeysOf(query)?.text(Tags.ScheduledStationAETitle) ?? ''
  return asked === '' || /[*?]/.test(asked) ? askingAe : asked
}

function stepKeysOf(query: DataSet): DataSet | undefined {
  return query.items(Tags.ScheduledProcedureStepSequence)[0]
}

/** What the database can answer by its indexes; the rest is matched here. */
function narrowed(query: DataSet): Omit<store.OpenQuery, 'station'> {
  const step = stepKeysOf(query)
  const days = dateRange(step?.text(Tags.ScheduledProcedureStepStartDate) ?? '')
  return {
    from: days === null ? null : dayOf(days.start), to: days === null ? null : dayOf(days.end - 1),
    modality: exact(step?.texts(Tags.Modality)), patientId: exact(query.texts(Tags.PatientID)), accessionNumber: exact(query.texts(Tags.AccessionNumber)),
  }
}

function exact(values: readonly string[] = []): string | null {
  const [only = ''] = values
  return values.length !== 1 || only === '' || /[*?]/.test(only) ? null : only
}

/** DA; null where the range is open. */
function dayOf(microseconds: number): string | null {
  const date = new Date(microseconds / 1_000)
  return Number.isFinite(date.getTime()) ? date.toISOString().slice(0, 10).replaceAll('-', '') : null
}

const RANGES: readonly (readonly [Tag, (text: string) => unknown])[] = [
  [Tags.ScheduledProcedureStepStartDate, dateRange], [Tags.ScheduledProcedureStepStartTime, timeRange], [Tags.PatientBirthDate, dateRange],
]

/** Days and times that are none, and more than one item of a key. PS3.4 §C.2.2.2.6. */
function malformedKey(query: DataSet): Tag | null {
  for (const [tag, read] of RANGES) {
    const text = query.text(tag)?.trim() ?? ''
    if (text !== '' && !/^\*+$/.test(text) && read(text) === null) return tag
  }
  for (const tag of query.tags()) {
    if (!isStepSequence(tag)) continue
    const items = query.items(tag)
    if (items.length > 1) return tag
    const within = items[0] === undefined ? null : malformedKey(items[0])
    if (within !== null) return within
  }
  return null
}

function note(db: store.Db, { callingAe, address }: Asker, entry: Pick<AuditEntry, 'outcome' | 'detail'>): Promise<void> {
  return audit(db, { action: 'orders.worklist-asked', actor: callingAe, address, subject: 'worklist', ...entry })
}
