/** The labels of a site, and which Studies bear them. */
import { sql, type Kysely } from 'kysely'
import type { Label, LabelColour } from '../contract.ts'
import type { ArchiveTables } from '../tables.ts'

type Db = Kysely<ArchiveTables>

/** By name, as people sort. */
export async function allLabels(db: Db): Promise<readonly Label[]> {
  const { rows } = await sql<Label>`select id, name, colour from label order by folded`.execute(db)
  return rows
}

export async function countLabels(db: Db): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::integer as n from label`.execute(db)
  return rows[0]?.n ?? 0
}

/** @returns false if another has the name, whatever its case and accents. */
export async function addLabel(db: Db, { id, name, colour }: Label): Promise<boolean> {
  const { rows } = await sql`insert into label (id, name, folded, colour) values (${id}, ${name}, archive_folded(${name}), ${colour})
    on conflict (folded) do nothing returning id`.execute(db)
  return rows.length > 0
}

export interface LabelChange {
  readonly name?: string
  readonly colour?: LabelColour
}

export async function changeLabel(db: Db, id: string, { name, colour }: LabelChange): Promise<Label | 'taken' | undefined> {
  const { rows: others } = await sql`select from label where id <> ${id} and folded = archive_folded(${name ?? null}::text)`.execute(db)
  if (others.length > 0) return 'taken'
  const { rows } = await sql<Label>`
    update label set name = coalesce(${name ?? null}, name), colour = coalesce(${colour ?? null}, colour),
        folded = coalesce(archive_folded(${name ?? null}::text), folded)
      where id = ${id} returning id, name, colour`.execute(db)
  return rows[0]
}

export async function studiesWithLabel(db: Db, id: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::integer as n from study_label where label_id = ${id}`.execute(db)
  return rows[0]?.n ?? 0
}

export async function removeLabel(db: Db, id: string): Promise<boolean> {
  const { rows } = await sql`delete from label where id = ${id} returning id`.execute(db)
  return rows.length > 0
}

/** Which of these are here; they stay until the transaction ends. */
export async function holdLabels(tx: Db, ids: readonly string[]): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`select id from label where id = any(${ids}) order by id for key share`.execute(tx)
  return rows.map(({ id }) => id)
}

export interface NamedStudy {
  readonly id: string
  readonly studyUid: string
}

/** Studies by our id or by their UID; they stay until the transaction ends. @param within - the only ones; null for all. */
export async function holdStudies(tx: Db, named: readonly string[], within: readonly string[] | null): Promise<readonly NamedStudy[]> {
  const only = within === null ? sql`` : sql`and id = any(${within})`
  const { rows } = await sql<NamedStudy>`
    select id, study_uid as "studyUid" from study where (id = any(${named}) or study_uid = any(${named})) ${only} order by id for key share`.execute(tx)
  return rows
}

export interface Borne {
  readonly study: string
  readonly label: string
}

/** @returns what was not so before. */
export async function putLabels(tx: Db, studies: readonly string[], labels: readonly string[]): Promise<readonly Borne[]> {
  const { rows } = await sql<Borne>`
    insert into study_label (study_id, label_id, date, time) select study_id, label, date, time
        from study_index, unnest(${labels}::text[]) label where study_id = any(${studies})
      on conflict do nothing returning study_id as study, label_id as label`.execute(tx)
  return rows
}

export async function takeLabels(tx: Db, studies: readonly string[], labels: readonly string[]): Promise<readonly Borne[]> {
  const { rows } = await sql<Borne>`
    delete from study_label where study_id = any(${studies}) and label_id = any(${labels})
      returning study_id as study, label_id as label`.execute(tx)
  return rows
}

/** Ids by Study, in the order of names. */
export async function labelsOfStudies(db: Db, studies: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await sql<{ study: string; labels: string[] }>`
    select study_id as study, array_agg(label_id order by label.folded) as labels from study_label join label on label.id = label_id
      where study_id = any(${studies}) group by study_id`.execute(db)
  return new Map(rows.map(({ study, labels }) => [study, labels]))
}

export interface Bearing {
  readonly label: string
  readonly studies: number
}

export async function bearingLabels(db: Db, studies: readonly string[]): Promise<readonly Bearing[]> {
  const { rows } = await sql<Bearing>`
    select label_id as label, count(*)::integer as studies from study_label where study_id = any(${studies}) group by label_id order by label_id`.execute(db)
  return rows
}
