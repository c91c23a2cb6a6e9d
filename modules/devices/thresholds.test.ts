import { sql, type Kysely } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { auditMigrations } from '../../platform/server/audit.ts'
import { HOUR_MS, MINUTE_MS, type Clock } from '../../platform/server/clock.ts'
import { freshDatabase } from '../../platform/server/database/testing.ts'
import { secretBox } from '../../platform/server/secret-box.ts'
import { createDeviceRegister, type Devices } from './devices.ts'
import { migrations } from './migrations/index.ts'
import { addTransfer, claimNext } from './store/transfers.ts'
import type { DevicesTables } from './tables.ts'
import { createThresholds, type Thresholds } from './thresholds.ts'

const ADMIN = { kind: 'account', accountId: 'acc_1', role: 'admin', sessionId: 'ses_1' } as const
const clock: Clock & { time: number } = { time: 0, now() { return this.time } }

let db: Kysely<DevicesTables>
let devices: Devices
let thresholds: Thresholds

beforeEach(async () => {
  clock.time = Date.UTC(2026, 0, 1)
  db = await freshDatabase<DevicesTables>([...auditMigrations, ...migrations])
  devices = createDeviceRegister({ db, clock, secrets: secretBox('5e'.repeat(32)) })
  thresholds = createThresholds({ db, clock, hasMail: false, publicUrl: 'https://images.example.org' })
})

/** Looks now. @returns what was told of, since the start. */
async function told(): Promise<readonly string[]> {
  await thresholds.watch()
  const { rows } = await sql<{ action: string }>`select action from audit where action like 'devices.quiet%' or action = 'devices.slow' order by id`.execute(db)
  return rows.map(({ action }) => action)
}

const caller = { callingAe: 'CT1', address: '10.0.0.7', proof: 'none', name: null } as const

describe('a device that should call', () => {
  it('is told of when it has been quiet for its hours, once, and when it calls again', async () => {
    await devices.add(ADMIN, { aeTitle: 'CT1', description: 'CT', quietHours: 2 })
    await devices.add(ADMIN, { aeTitle: 'CT2', description: 'never told' })
    expect(await told()).toEqual([])
    clock.time += 2 * HOUR_MS
    expect(await told()).toEqual(['devices.quiet'])
    expect((await devices.byAeTitle('CT1'))?.isQuiet).toBe(true)
    clock.time += HOUR_MS
    expect(await told()).toEqual(['devices.quiet'])
    await devices.mayAssociate(caller)
    expect(await told()).toEqual(['devices.quiet', 'devices.quiet-no-more'])
    expect((await devices.byAeTitle('CT1'))?.isQuiet).toBe(false)
  })
})

describe('a study that leaves', () => {
  it('is told of when it takes longer than its device may', async () => {
    const added = await devices.add(ADMIN, { aeTitle: 'PACS', description: 'PACS', host: 'pacs', port: 104, roles: ['store'], slowMinutes: 10 })
    const deviceId = added.kind === 'added' ? added.device.id : ''
    await addTransfer(db, { id: 'trf_1', direction: 'send', deviceId, deviceDescription: 'PACS', studyUid: '1.2', startedBy: null, now: clock.time })
    await claimNext(db, { lease: 'x', now: clock.time, goneSince: clock.time, most: 2 })
    clock.time += 10 * MINUTE_MS - 1
    expect(await told()).toEqual([])
    clock.time += 1
    expect(await told()).toEqual(['devices.slow'])
    expect(await told()).toEqual(['devices.slow'])
  })
})
