/**
 * A big archive's rows without its images: made in the database, the same at each run.
 *
 * Names follow some common ones and a long tail, as in a town; Studies lie in ten years, in twelve modalities, some of
 * them rare; four in ten Studies are of a Patient with several.
 *
 * @module
 */
import { sql, type Kysely } from 'kysely'

export interface ManyStudies {
  readonly studies: number
  /** Rows of Instances. Studies and Series say that they have ten each, whatever is there. */
  readonly instancesPerSeries?: number
}

const BATCH = 20_000

/** Adds to a database with the archive's tables; call it once. */
export async function makeManyStudies(db: Kysely<never>, { studies, instancesPerSeries = 0 }: ManyStudies): Promise<void> {
  await sql.raw(FUNCTIONS).execute(db)
  for (let first = 1; first <= studies; first += BATCH) {
    const last = Math.min(first + BATCH - 1, studies)
    for (const statement of [PATIENTS, STUDIES, SERIES]) await sql.raw(between(statement, first, last)).execute(db)
    for (let number = 1; number <= instancesPerSeries; number++)
      await sql.raw(between(INSTANCES, first, last).replaceAll('NUMBER', String(number))).execute(db)
  }
  await sql.raw('vacuum analyze').execute(db)
}

function between(statement: string, first: number, last: number): string {
  return statement.replaceAll('FIRST', String(first)).replaceAll('LAST', String(last))
}

/** What looks like chance, from 0 to 1, and is the same each time. */
const FUNCTIONS = `
create function made_chance(n integer, what text) returns double precision language sql immutable as $$
  select ('x' || substr(md5(what || n), 1, 8))::bit(32)::bigint::double precision / 4294967296
$$;
create function made_syllable(chance double precision, power double precision) returns text language sql immutable as $$
  select (array['ma','mül','ler','son','be','ck','jan','sen','le','fe','vre','do','ro','ti','ka','wal','ski','an','der','ven',
    'hof','gar','ci','a','lo','pez','smi','th','no','vak','szy','el','gri','os','tan','ay','chen','wu','ok','im']
  )[1 + floor(40 * power(chance, power))::integer]
$$;
create function made_name(n integer) returns text language sql immutable as $$
  select initcap(made_syllable(made_chance(n, 'a'), 1.6) || made_syllable(made_chance(n, 'b'), 1.6)
    || case when made_chance(n, 'c') < 0.5 then '' else made_syllable(made_chance(n, 'd'), 1) end) || '^'
    || initcap(made_syllable(made_chance(n, 'e'), 1.6) || made_syllable(made_chance(n, 'f'), 1.3))
$$;
create function made_patient(n integer) returns integer language sql immutable as $$
  select 1 + (n - 1) * 6 / 10
$$;
insert into blob (id, segment, "offset", length) values ('made', 'seg_made', 0, 526000)`

const PATIENTS = `
insert into patient (id, patient_id, issuer, name, birth_date, sex)
  select 'pat_' || lpad(p::text, 9, '0'), 'PID' || lpad(p::text, 8, '0'), '', made_name(p),
    to_char(date '1930-01-01' + floor(32000 * made_chance(p, 'born'))::integer, 'YYYYMMDD'),
    case when made_chance(p, 'sex') < 0.5 then 'F' else 'M' end
  from (select distinct made_patient(n) as p from generate_series(FIRST, LAST) n) made on conflict do nothing`

const STUDIES = `
insert into study (id, patient_id, study_uid, accession_number, study_id, date, time, description, referring_physician,
    instances, size_bytes, changed_at, settled_at)
  select 'stu_' || lpad(n::text, 9, '0'), 'pat_' || lpad(made_patient(n)::text, 9, '0'), '1.2.826.0.1.3680043.8.498.' || n,
    'ACC' || lpad(n::text, 8, '0'), n::text,
    to_char(date '2016-01-01' + floor(3650 * made_chance(n, 'day'))::integer, 'YYYYMMDD'),
    lpad((6 + floor(14 * made_chance(n, 'hour')))::text, 2, '0') || lpad(floor(60 * made_chance(n, 'minute'))::text, 2, '0') || '00',
    (array['Thorax','Abdomen mit KM','Knie links','Schädel nativ','Hüfte rechts','Mamma','LWS','Herz']
      )[1 + floor(8 * made_chance(n, 'what'))::integer] || case when n % 50 = 0 then ' Verlauf ' || n else '' end,
    'Doctor' || n % 300 || '^Anna', 20, 10520000, now(), now()
  from generate_series(FIRST, LAST) n`

/** Two each; the modality is that of the Study, or a derived one. */
const SERIES = `
insert into series (id, study_id, series_uid, modality, number, description, instances)
  select 'ser_' || lpad(n::text, 9, '0') || s, 'stu_' || lpad(n::text, 9, '0'), '1.2.826.0.1.3680043.8.498.' || n || '.' || s,
    case when s = 2 and made_chance(n, 'derived') < 0.3 then 'SR' else (array['CR','CR','CR','CR','CR','CR','CR','CR',
      'CT','CT','CT','CT','CT','CT','MR','MR','MR','MR','US','US','US','DX','DX','DX','MG','MG','NM','XA','RF','PT']
      )[1 + floor(30 * made_chance(n, 'modality'))::integer] end,
    s, 'Series ' || s, 10
  from generate_series(FIRST, LAST) n, generate_series(1, 2) s`

const INSTANCES = `
insert into instance (id, series_id, instance_uid, sop_class_uid, transfer_syntax_uid, number, blob_id, size_bytes,
    data_set_start, bulk_start, bulk_end, crc32_before, crc32_within, crc32_after, origin)
  select 'ins_' || lpad(n::text, 9, '0') || s || '_NUMBER', 'ser_' || lpad(n::text, 9, '0') || s,
    '1.2.826.0.1.3680043.8.498.' || n || '.' || s || '.NUMBER', '1.2.840.10008.5.1.4.1.1.2', '1.2.840.10008.1.2.1', NUMBER,
    'made', 526000, 400, 1700, 525988, 1, 2, 3, '{"kind":"import"}'
  from generate_series(FIRST, LAST) n, generate_series(1, 2) s`
