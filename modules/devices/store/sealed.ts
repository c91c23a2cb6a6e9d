/**
 * What devices trust us with lies sealed in its columns: it is sealed as a row is written, and opened as one is read.
 *
 * @module
 */
import type { Kysely, KyselyPlugin } from 'kysely'
import { isSealed, type SecretBox } from '../../../platform/server/secret-box.ts'
import type { Device } from '../device.ts'
import type { DevicesTables } from '../tables.ts'

type Db = Kysely<DevicesTables>

const COLUMNS = ['tls_key', 'dicomweb_authorization'] as const
type Sealed = { readonly [Column in (typeof COLUMNS)[number]]: string | null }

/** The columns of a device that are sealed. */
export type Seal = (device: Device) => Sealed

export function sealWith(box: SecretBox): Seal {
  const sealed = (secret: string | null, use: string) => (secret === null ? null : box.seal(secret, use))
  return ({ id, tls, dicomwebAuthorization }) => ({
    tls_key: sealed(tls.key, useOf(id, 'tls_key')),
    dicomweb_authorization: sealed(dicomwebAuthorization, useOf(id, 'dicomweb_authorization')),
  })
}

/** A secret that cannot be opened, as after the loss of the data folder, is one that is not there. */
export function opening(db: Db, box: SecretBox): Db {
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }) => node,
    transformResult: ({ result }) => Promise.resolve({ ...result, rows: result.rows.map((row) => opened(row, box)) }),
  }
  return db.withPlugin(plugin)
}

function opened(row: Record<string, unknown>, box: SecretBox): Record<string, unknown> {
  const { id } = row
  if (typeof id !== 'string') return row
  const secrets = COLUMNS.flatMap((column) => {
    const value = row[column]
    return typeof value === 'string' && isSealed(value) ? [[column, box.open(value, useOf(id, column))]] : []
  })
  return secrets.length === 0 ? row : { ...row, ...Object.fromEntries(secrets) as object }
}

function useOf(deviceId: string, column: string): string {
  return `device:${deviceId}:${column}`
}

/** What an older release left open is sealed. @param db - as it is, without opening. @returns of how many devices. */
export async function sealAll(db: Db, box: SecretBox): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const rows = await tx.selectFrom('device').select(['id', ...COLUMNS])
      .where((eb) => eb.or(COLUMNS.map((column) => eb(column, 'not like', 'sealed:%')))).forUpdate().execute()
    for (const { id, ...row } of rows) {
      const sealed = COLUMNS.map((column) => {
        const value = row[column]
        return [column, value === null || isSealed(value) ? value : box.seal(value, useOf(id, column))] as const
      })
      await tx.updateTable('device').set(Object.fromEntries(sealed) as Sealed).where('id', '=', id).execute()
    }
    return rows.length
  })
}
