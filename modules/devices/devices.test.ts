import type { Kysely } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { auditMigrations } from '../../platform/server/audit.ts'
import { MINUTE_MS, type Clock } from '../../platform/server/clock.ts'
import { freshDatabase } from '../../platform/server/database/testing.ts'
import { createDeviceRegister, type Devices } from './devices.ts'
import { migrations } from './migrations/index.ts'
import type { DevicesTables } from './tables.ts'

const ADMIN = { kind: 'account', accountId: 'acc_1', role: 'admin', sessionId: 'ses_1' } as const
const ALL = [...auditMigrations, ...migrations]
const clock: Clock & { time: number } = { time: 0, now() { return this.time } }
const scanner = { callingAe: 'CT1', address: '10.0.0.7' }

let db: Kysely<DevicesTables>
let devices: Devices

beforeEach(async () => {
  clock.time = Date.UTC(2026, 0, 1)
  db = await freshDatabase<DevicesTables>(ALL)
  devices = createDeviceRegister({ db, clock })
})

async function add(aeTitle: string): Promise<string> {
  const outcome = await devices.add(ADMIN, { aeTitle, description: `device ${aeTitle}` })
  return outcome.kind === 'added' ? outcome.device.id : outcome.kind
}

describe('the register of devices', () => {
  it('lets nobody in until an administrator adds them', async () => {
    expect(await devices.mayAssociate(scanner)).toBe(false)
    await add('CT1')
    expect(await devices.mayAssociate(scanner)).toBe(true)
    expect(await devices.mayAssociate({ ...scanner, callingAe: 'ct1' })).toBe(false)
  })

  it('lets nobody in any more once removed', async () => {
    const id = await add('CT1')
    expect(await devices.remove(ADMIN, id)).toBe(true)
    expect(await devices.remove(ADMIN, id)).toBe(false)
    expect(await devices.mayAssociate(scanner)).toBe(false)
  })

  it('knows an AE title once', async () => {
    await add('CT1')
    expect(await add('CT1')).toBe('ae-title-taken')
  })

  it('notes the last contact, at most once a minute from the same address', async () => {
    await add('CT1')
    const contact = async () => {
      await devices.mayAssociate(scanner)
      return (await devices.all())[0]
    }
    expect(await contact()).toMatchObject({ last_contact_at: clock.time, last_address: '10.0.0.7' })
    const first = clock.time
    clock.time += MINUTE_MS - 1
    expect((await contact())?.last_contact_at).toBe(first)
    clock.time += 1
    expect((await contact())?.last_contact_at).toBe(clock.time)
  })

  it('counts whom it refused, and forgets them when they are let in', async () => {
    await devices.mayAssociate(scanner)
    await devices.mayAssociate(scanner)
    expect(await devices.refused()).toMatchObject([{ ae_title: 'CT1', address: '10.0.0.7', times: 2 }])
    await add('CT1')
    expect(await devices.refused()).toEqual([])
  })

  it('keeps the last fifty refusals of a stranger who tries many names', async () => {
    for (let tried = 0; tried < 60; tried++) {
      clock.time += 1
      await devices.mayAssociate({ callingAe: `X${tried}`, address: '10.0.0.9' })
    }
    const refused = await devices.refused()
    expect(refused).toHaveLength(50)
    expect(refused[0]?.ae_title).toBe('X59')
  })
})
