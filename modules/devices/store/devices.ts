import { sql, type Kysely, type Selectable } from 'kysely'
import type { Instant } from '../../../platform/server/clock.ts'
import { at } from '../../../platform/server/database/index.ts'
import type { CharacterSet } from '../contract.ts'
import type { Device, LastRefusal } from '../device.ts'
import type { DeviceRow, DevicesTables, RefusedRow } from '../tables.ts'
import type { Seal } from './sealed.ts'

export type Db = Kysely<DevicesTables>

/** Changes of the register come one after the other, to the end of the transaction: one default, each title once. */
export async function oneAtATime(tx: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('devices', 0))`.execute(tx)
}

export async function allDevices(db: Db): Promise<Device[]> {
  return (await db.selectFrom('device').selectAll().orderBy('description').orderBy('id').execute()).map(deviceOf)
}

export async function deviceById(db: Db, id: string): Promise<Device | undefined> {
  const row = await db.selectFrom('device').selectAll().where('id', '=', id).executeTakeFirst()
  return row && deviceOf(row)
}

export async function deviceByTitle(db: Db, aeTitle: string): Promise<Device | undefined> {
  const row = await db.selectFrom('device').selectAll().where('ae_title', '=', aeTitle).executeTakeFirst()
  return row && deviceOf(row)
}

/** Whose AE title must be free. */
export async function addDevice(tx: Db, device: Device, seal: Seal): Promise<void> {
  if (device.isDefault) await noDefault(tx)
  await tx.insertInto('device').values({
    id: device.id, last_contact_at: null, last_address: null, created_at: at(device.createdAt), ...columnsOf(device), ...seal(device),
  }).execute()
}

/** The same. */
export async function changeDevice(tx: Db, device: Device, seal: Seal): Promise<void> {
  if (device.isDefault) await noDefault(tx)
  await tx.updateTable('device').set({ ...columnsOf(device), ...seal(device) }).where('id', '=', device.id).execute()
}

async function noDefault(tx: Db): Promise<void> {
  await tx.updateTable('device').set({ is_default: false }).where('is_default', '=', true).execute()
}

export async function removeDevice(tx: Db, id: string): Promise<Device | undefined> {
  const row = await tx.deleteFrom('device').where('id', '=', id).returningAll().executeTakeFirst()
  return row && deviceOf(row)
}

export async function noteContact(db: Db, id: string, address: string, now: Instant): Promise<void> {
  await db.updateTable('device').set({ last_contact_at: at(now), last_address: address }).where('id', '=', id).execute()
}

export function latestRefused(db: Db, limit: number): Promise<RefusedRow[]> {
  return db.selectFrom('device_refused').selectAll().orderBy('refused_at', 'desc').limit(limit).execute()
}

/** Counts a refusal, and forgets the oldest so that a stranger who tries many names cannot fill the table. */
export async function noteRefused(db: Db, aeTitle: string, address: string, now: Instant, kept: number): Promise<void> {
  await db.insertInto('device_refused').values({ ae_title: aeTitle, address, refused_at: at(now), times: 1 })
    .onConflict((on) => on.columns(['ae_title', 'address'])
      .doUpdateSet({ refused_at: at(now), times: sql`device_refused.times + 1` }))
    .execute()
  await sql`delete from device_refused where (ae_title, address) not in
    (select ae_title, address from device_refused order by refused_at desc limit ${kept})`.execute(db)
}

/** It was let in: what was before is of no interest any more. */
export async function forgetRefusal(db: Db, id: string): Promise<void> {
  await db.updateTable('device').set({ refused_at: null, refused_address: null, refused_why: null, refused_name: null }).where('id', '=', id).execute()
}

export async function noteRefusal(db: Db, id: string, { refusedAt, address, why, name }: LastRefusal): Promise<void> {
  await db.updateTable('device')
    .set({ refused_at: at(refusedAt), refused_address: address, refused_why: why, refused_name: name }).where('id', '=', id).execute()
}

/** Who is known to be there, where that is one device. */
export async function onlyDeviceAt(db: Db, address: string): Promise<Device | undefined> {
  const rows = await db.selectFrom('device').selectAll()
    .where((eb) => eb.or([eb('host', '=', address), eb('last_address', '=', address)])).limit(2).execute()
  return rows.length === 1 && rows[0] !== undefined ? deviceOf(rows[0]) : undefined
}

export async function forgetRefused(db: Db, aeTitle: string): Promise<void> {
  await db.deleteFrom('device_refused').where('ae_title', '=', aeTitle).execute()
}

type Noted = 'last_contact_at' | 'last_address' | 'created_at' | 'is_quiet' | 'refused_at' | 'refused_address' | 'refused_why' | 'refused_name'
type Columns = Omit<DeviceRow, 'id' | Noted | keyof ReturnType<Seal>>

function columnsOf({ tls, ...device }: Device): Columns {
  return {
    description: device.description, ae_title: device.aeTitle, host: device.host, port: device.port,
    roles: [...device.roles], is_default: device.isDefault, character_set: device.characterSet,
    decompress: device.decompress, query_model: device.queryModel, retrieve_by: device.retrieveBy,
    worklist_modality: device.worklistModality, worklist_ae_title: device.worklistAeTitle,
    worklist_model: device.worklistModel, worklist_level: device.worklistLevel,
    dicomweb_url: device.dicomwebUrl,
    patients_may_download: device.patientsMayDownload, gives_priors: device.givesPriors,
    may_call: device.mayCall, caller_proof: device.callerProof, caller_name: device.callerName, may_query: device.mayQuery,
    worklist_access: device.worklistAccess, hears_availability: device.hearsAvailability, asks_commitment: device.asksCommitment,
    is_watched: device.isWatched, quiet_hours: device.quietHours, slow_minutes: device.slowMinutes,
    tls_mode: tls.mode, tls_authority: tls.authority, tls_expected_name: tls.expectedName,
    tls_certificate: tls.certificate,
  }
}

function deviceOf(row: Selectable<DeviceRow>): Device {
  return {
    id: row.id, description: row.description, aeTitle: row.ae_title, host: row.host, port: row.port,
    roles: row.roles, isDefault: row.is_default, characterSet: row.character_set as CharacterSet,
    decompress: row.decompress, queryModel: row.query_model, retrieveBy: row.retrieve_by,
    worklistModality: row.worklist_modality, worklistAeTitle: row.worklist_ae_title,
    worklistModel: row.worklist_model, worklistLevel: row.worklist_level,
    dicomwebUrl: row.dicomweb_url, dicomwebAuthorization: row.dicomweb_authorization,
    patientsMayDownload: row.patients_may_download, givesPriors: row.gives_priors,
    mayCall: row.may_call, callerProof: row.caller_proof, callerName: row.caller_name, mayQuery: row.may_query,
    worklistAccess: row.worklist_access, hearsAvailability: row.hears_availability, asksCommitment: row.asks_commitment,
    isWatched: row.is_watched, quietHours: row.quiet_hours, slowMinutes: row.slow_minutes, isQuiet: row.is_quiet,
    tls: {
      mode: row.tls_mode, authority: row.tls_authority, expectedName: row.tls_expected_name,
      certificate: row.tls_certificate, key: row.tls_key,
    },
    lastContactAt: row.last_contact_at, lastAddress: row.last_address, lastRefusal: refusalOf(row), createdAt: row.created_at,
  }
}

function refusalOf({ refused_at: refusedAt, refused_address: address, refused_why: why, refused_name: name }: Selectable<DeviceRow>): LastRefusal | null {
  return refusedAt === null || address === null || why === null ? null : { refusedAt, address, why, name }
}
