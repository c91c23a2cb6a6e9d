import { sql, type Kysely } from 'kysely'
import { beforeAll, expect, it } from 'vitest'
import { auditMigrations } from '../../platform/server/audit.ts'
import { DAY_MS } from '../../platform/server/clock.ts'
import { freshDatabase } from '../../platform/server/database/testing.ts'
import { secretBox } from '../../platform/server/secret-box.ts'
import type { CheckOutcome } from './contract.ts'
import { createDeviceRegister } from './devices.ts'
import { migrations } from './migrations/index.ts'
import { standingOf } from './standing.ts'
import { addCheck } from './store/checks.ts'
import { addTransfer } from './store/transfers.ts'
import type { DevicesTables } from './tables.ts'

const NOW = Date.UTC(2026, 0, 2)
const clock = { now: () => NOW }
const ADMIN = { kind: 'account', accountId: 'acc_1', role: 'admin', sessionId: 'ses_1' } as const

let db: Kysely<DevicesTables>

beforeAll(async () => {
  db = await freshDatabase<DevicesTables>([...auditMigrations, ...migrations])
  const devices = createDeviceRegister({ db, clock, secrets: secretBox('5e'.repeat(32)) })
  const known = async (aeTitle: string, isWatched: boolean, ...outcomes: readonly CheckOutcome[]): Promise<string> => {
    const added = await devices.add(ADMIN, { aeTitle, description: aeTitle, host: 'there', port: 104, roles: ['store'], isWatched })
    const id = added.kind === 'added' ? added.device.id : ''
    for (const outcome of outcomes) await addCheck(db, id, { checkedAt: NOW, outcome, ms: 1, status: null, detail: '', isScheduled: true }, 9)
    return id
  }
  const well = await known('WELL', true, 'timeout', 'answered')
  await known('AWAY', true, 'answered', 'timeout')
  await known('NEVER_CALLED', true)
  await known('OFF_AT_NIGHT', false, 'timeout')
  await sql`update device set is_quiet = true where ae_title = 'WELL'`.execute(db)
  for (const [n, state, endedAt] of [[1, 'queued', null], [2, 'failed', NOW - 1], [3, 'incomplete', NOW - DAY_MS], [4, 'failed', NOW - DAY_MS - 1], [5, 'done', NOW - 1]] as const) {
    await addTransfer(db, { id: `trf_${n}`, direction: 'send', deviceId: well, deviceDescription: 'WELL', studyUid: `1.${n}`, startedBy: null, now: NOW })
    await sql`update transfer set state = ${state}, ended_at = ${endedAt === null ? null : new Date(endedAt)} where id = ${`trf_${n}`}`.execute(db)
  }
})

it('counts devices by how they answered last, if somebody wants to know, and transfers of the last day', async () => {
  expect(await standingOf({ db, clock })).toEqual({ known: 4, unanswering: 1, quiet: 1, transfers: { open: 1, failed: 2 } })
})
