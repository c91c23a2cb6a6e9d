/**
 * Words that a house puts on its Studies: `teaching`, `tumour board`, `call back`. A set for the site, so that a word is spelled
 * in one way; found by in the list of studies, never in what leaves by DICOM. VWR-02.
 *
 * @module
 */
import type { Kysely } from 'kysely'
import { actorOf, audit, type AuditEntry } from '../../../platform/server/audit.ts'
import type { Caller } from '../../../platform/server/auth/caller.ts'
import type { Clock } from '../../../platform/server/clock.ts'
import { newId } from '../../../platform/server/ids.ts'
import { LABELS_MAX, type Label, type LabelColour } from '../contract.ts'
import type { ImageRights } from '../dicomweb/index.ts'
import * as store from '../store/labels.ts'
import type { ArchiveTables } from '../tables.ts'

export interface Who {
  readonly caller: Caller
  readonly address: string
}

export interface Labelling {
  /** Our ids, or Study Instance UIDs. */
  readonly studies: readonly string[]
  readonly add: readonly string[]
  readonly remove: readonly string[]
}

export type Labelled =
  | { readonly kind: 'labelled'; readonly changed: number; readonly missing: readonly string[]; readonly bearing: readonly store.Bearing[] }
  | { readonly kind: 'no-label' }

export type Made = { readonly kind: 'made'; readonly label: Label } | { readonly kind: 'name-taken' | 'too-many' }
export type Changed = { readonly kind: 'changed'; readonly label: Label } | { readonly kind: 'name-taken' | 'not-found' }

export interface Labels {
  all(): Promise<readonly Label[]>
  /** With how many Studies bear it. */
  one(id: string): Promise<(Label & { readonly studies: number }) | undefined>
  make(who: Who, label: { readonly name: string; readonly colour: LabelColour }): Promise<Made>
  change(who: Who, id: string, change: store.LabelChange): Promise<Changed>
  /** From the site, and from every Study. */
  remove(who: Who, id: string): Promise<boolean>
  /** On many Studies at once; with nothing to put, it tells what they bear. What the caller may not see is told as missing. */
  put(who: Who, labelling: Labelling): Promise<Labelled>
  /** Of a Study by our id or its UID; undefined if it is not there for the caller. */
  of(caller: Caller, study: string): Promise<readonly Label[] | undefined>
}

export interface LabelsOptions {
  readonly db: Kysely<ArchiveTables>
  readonly clock: Clock
  readonly rights: Pick<ImageRights, 'studies'>
}

export function createLabels({ db, clock, rights }: LabelsOptions): Labels {
  return {
    all: () => store.allLabels(db),
    async one(id) {
      const label = (await store.allLabels(db)).find((each) => each.id === id)
      return label && { ...label, studies: await store.studiesWithLabel(db, id) }
    },
    make: (who, { name, colour }) => db.transaction().execute(async (tx): Promise<Made> => {
      if ((await store.countLabels(tx)) >= LABELS_MAX) return { kind: 'too-many' }
      const label = { id: newId('lab', clock.now()), name: tidy(name), colour }
      if (!(await store.addLabel(tx, label))) return { kind: 'name-taken' }
      await audit(tx, entry(who, 'archive.label-made', label.id))
      return { kind: 'made', label }
    }),
    change: (who, id, { name, colour }) => db.transaction().execute(async (tx): Promise<Changed> => {
      const label = await store.changeLabel(tx, id, { ...(name !== undefined && { name: tidy(name) }), ...(colour !== undefined && { colour }) })
      if (label === undefined) return { kind: 'not-found' }
      if (label === 'taken') return { kind: 'name-taken' }
      await audit(tx, entry(who, 'archive.label-changed', id))
      return { kind: 'changed', label }
    }),
    remove: (who, id) => db.transaction().execute(async (tx) => {
      const studies = await store.studiesWithLabel(tx, id)
      if (!(await store.removeLabel(tx, id))) return false
      await audit(tx, entry(who, 'archive.label-removed', id, { studies }))
      return true
    }),
    async put(who, labelling) {
      const within = await rights.studies(who.caller)
      return db.transaction().execute((tx) => put(tx, who, labelling, within))
    },
    async of(caller, named) {
      const within = await rights.studies(caller)
      const [study] = await store.holdStudies(db, [named], within)
      if (study === undefined) return undefined
      const borne = (await store.labelsOfStudies(db, [study.id])).get(study.id) ?? []
      return (await store.allLabels(db)).filter(({ id }) => borne.includes(id))
    },
  }
}

/** Only what was not so before is noted. */
async function put(
  tx: Kysely<ArchiveTables>, who: Who, { studies: named, add, remove }: Labelling, within: readonly string[] | null,
): Promise<Labelled> {
  const wanted = new Set([...add, ...remove])
  if ((await store.holdLabels(tx, [...wanted])).length < wanted.size) return { kind: 'no-label' }
  const held = await store.holdStudies(tx, named, within)
  const ids = held.map(({ id }) => id)
  const added = byStudy(await store.putLabels(tx, ids, add))
  const removed = byStudy(await store.takeLabels(tx, ids, remove))
  const words = (labels: readonly string[] = []) => labels.join(' ')
  const changed = new Set([...added.keys(), ...removed.keys()])
  for (const study of changed)
    await audit(tx, entry(who, 'archive.labelled', study, { added: words(added.get(study)), removed: words(removed.get(study)) }))
  const known = new Set(held.flatMap(({ id, studyUid }) => [id, studyUid]))
  return { kind: 'labelled', changed: changed.size, missing: named.filter((each) => !known.has(each)), bearing: await store.bearingLabels(tx, ids) }
}

function byStudy(borne: readonly store.Borne[]): ReadonlyMap<string, readonly string[]> {
  const all = new Map<string, string[]>()
  for (const { study, label } of borne) all.set(study, [...(all.get(study) ?? []), label])
  return all
}

function entry({ caller, address }: Who, action: string, subject: string, detail: AuditEntry['detail'] = {}): AuditEntry {
  return { action, actor: actorOf(caller), address, subject, outcome: 'done', detail }
}

function tidy(name: string): string {
  return name.normalize('NFC').replace(/\s+/g, ' ').trim()
}
