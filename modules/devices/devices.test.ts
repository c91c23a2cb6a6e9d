import { sql, type Kysely } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { auditMigrations } from '../../platform/server/audit.ts'
import { MINUTE_MS, type Clock } from '../../platform/server/clock.ts'
import { freshDatabase } from '../../platform/server/database/testing.ts'
import { secretBox } from '../../platform/server/secret-box.ts'
import type { CallerProof, DeviceChange, DeviceFile } from './contract.ts'
import { exported, importDevices } from './device-file.ts'
import { createDeviceRegister, type CallingPeer, type Devices } from './devices.ts'
import { migrations } from './migrations/index.ts'
import type { DevicesTables } from './tables.ts'

const ADMIN = { kind: 'account', accountId: 'acc_1', role: 'admin', sessionId: 'ses_1' } as const
const ALL = [...auditMigrations, ...migrations]
const clock: Clock & { time: number } = { time: 0, now() { return this.time } }
const scanner = { callingAe: 'CT1', address: '10.0.0.7', proof: 'none', name: null } as const

let db: Kysely<DevicesTables>
let devices: Devices

beforeEach(async () => {
  clock.time = Date.UTC(2026, 0, 1)
  db = await freshDatabase<DevicesTables>(ALL)
  devices = createDeviceRegister({ db, clock, secrets: secretBox('5e'.repeat(32)) })
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

  it('lets a device in by the proof that it is to give, or by a better one', async () => {
    const id = await add('CT1')
    const comes = (proof: CallerProof, name: string | null = null) => devices.mayAssociate({ ...scanner, proof, name })
    expect(await comes('none')).toBe(true)
    await devices.change(ADMIN, id, { callerProof: 'tls' })
    expect([await comes('none'), await comes('tls'), await comes('certificate', 'other')]).toEqual([false, true, true])
    await devices.change(ADMIN, id, { callerProof: 'certificate' })
    expect([await comes('tls'), await comes('certificate', 'other')]).toEqual([false, true])
    await devices.change(ADMIN, id, { callerName: 'ct1.example.org' })
    expect([await comes('certificate', 'other'), await comes('certificate', 'ct1.example.org')]).toEqual([false, true])
    expect(await devices.change(ADMIN, id, { callerProof: 'tls' })).toEqual({ kind: 'incomplete', fields: ['callerName'] })
  })

  it('tells of a device that it knows when and why it was last turned away, until it is let in', async () => {
    const told = async (aeTitle: string) => (await devices.byAeTitle(aeTitle))?.lastRefusal
    const calls = (callingAe: string, more: Partial<CallingPeer> = {}) =>
      devices.mayAssociate({ callingAe, address: '10.0.0.9', proof: 'none', name: null, ...more })
    await devices.add(ADMIN, { description: 'a', aeTitle: 'SILENCED', mayCall: false })
    await devices.add(ADMIN, { description: 'b', aeTitle: 'PROVES', callerProof: 'certificate', callerName: 'ct1' })
    await calls('SILENCED')
    expect(await told('SILENCED')).toEqual({ refusedAt: clock.now(), address: '10.0.0.9', why: 'may-not-call', name: null })
    const whys: unknown[] = []
    for (const more of [{}, { proof: 'tls' }, { proof: 'certificate', name: 'ct2' }, { proof: 'certificate', name: 'ct1' }] as const) {
      await calls('PROVES', more)
      whys.push((await told('PROVES'))?.why)
    }
    expect(whys).toEqual(['no-tls', 'no-certificate', 'other-name', undefined])
  })

  it('tells of a device whose address somebody unknown calls from: it may have another name', async () => {
    await devices.add(ADMIN, { description: 'ct', aeTitle: 'CT-ROOM2', host: '10.0.0.22', port: 104 })
    await devices.mayAssociate({ callingAe: 'CTROOM2', address: '10.0.0.22', proof: 'none', name: null })
    expect((await devices.byAeTitle('CT-ROOM2'))?.lastRefusal).toMatchObject({ why: 'other-title', name: 'CTROOM2' })
    await devices.add(ADMIN, { description: 'another', aeTitle: 'MR', host: '10.0.0.22', port: 105 })
    await devices.mayAssociate({ callingAe: 'STRANGER', address: '10.0.0.22', proof: 'none', name: null })
    expect((await devices.byAeTitle('MR'))?.lastRefusal).toBeNull()
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
    expect(await contact()).toMatchObject({ lastContactAt: clock.time, lastAddress: '10.0.0.7' })
    const first = clock.time
    clock.time += MINUTE_MS - 1
    expect((await contact())?.lastContactAt).toBe(first)
    clock.time += 1
    expect((await contact())?.lastContactAt).toBe(clock.time)
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
      await devices.mayAssociate({ ...scanner, callingAe: `X${tried}`, address: '10.0.0.9' })
    }
    const refused = await devices.refused()
    expect(refused).toHaveLength(50)
    expect(refused[0]?.ae_title).toBe('X59')
  })
})

describe('what is said of a device', () => {
  async function changeOf(id: string, change: DeviceChange) {
    return devices.change(ADMIN, id, change)
  }

  it('asks for the least where nothing is said', async () => {
    const id = await add('CT1')
    expect(await devices.one(id)).toMatchObject({
      host: null, port: null, roles: [], isDefault: false, mayCall: true, mayQuery: false, isWatched: false, tls: { mode: 'off', key: null },
    })
  })

  it('is changed field by field, and found again by its AE title', async () => {
    const id = await add('PACS')
    expect(await changeOf(id, { host: 'pacs.example.org', port: 104, roles: ['store', 'query'] })).toMatchObject({ kind: 'changed', fields: ['host', 'port', 'roles'] })
    expect(await changeOf(id, { port: 11_112 })).toMatchObject({ kind: 'changed', fields: ['port'] })
    expect(await changeOf(id, { port: 11_112 })).toMatchObject({ kind: 'changed', fields: [] })
    expect(await devices.byAeTitle('PACS')).toMatchObject({ host: 'pacs.example.org', port: 11_112, roles: ['store', 'query'] })
    expect(await changeOf('dev_none', { port: 1 })).toEqual({ kind: 'not-found' })
  })

  it('names an AE title once, after a change too', async () => {
    await add('CT1')
    expect(await changeOf(await add('CT2'), { aeTitle: 'CT1' })).toEqual({ kind: 'ae-title-taken' })
  })

  const incomplete: Readonly<Record<string, readonly [DeviceChange, readonly string[]]>> = {
    'a role without an address': [{ roles: ['query'] }, ['host', 'port']],
    'a host without a port': [{ host: 'a' }, ['port']],
    'a port without a host': [{ port: 104 }, ['host']],
    'DICOMweb without an address': [{ roles: ['query', 'dicomweb'] }, ['dicomwebUrl']],
    'to be watched without an address': [{ isWatched: true }, ['isWatched']],
    'downloads by patients from what answers no queries': [{ patientsMayDownload: true }, ['patientsMayDownload']],
    'mutual TLS without a certificate of ours': [{ tls: { mode: 'mutual' } }, ['tls.certificate', 'tls.key']],
    'an authority that is no certificate': [{ tls: { mode: 'server', authority: '-----BEGIN CERTIFICATE-----\nAA==\n-----END CERTIFICATE-----' } }, ['tls.authority']],
  }
  for (const [what, [change, fields]] of Object.entries(incomplete)) {
    it(`is refused: ${what}`, async () => expect(await changeOf(await add('X'), change)).toEqual({ kind: 'incomplete', fields }))
  }

  it('makes one the default, and no other', async () => {
    const [first, second] = [await add('CT1'), await add('CT2')]
    await changeOf(first, { isDefault: true })
    await Promise.all([changeOf(second, { isDefault: true }), changeOf(first, { isDefault: true }), changeOf(second, { isDefault: true })])
    expect((await devices.all()).filter(({ isDefault }) => isDefault)).toHaveLength(1)
  })

  it('may be that it does not call us', async () => {
    await changeOf(await add('CT1'), { mayCall: false })
    expect(await devices.mayAssociate(scanner)).toBe(false)
    expect(await devices.refused()).toEqual([])
  })

  it('is written into the audit, without certificates and keys', async () => {
    const id = await add('CT1')
    await changeOf(id, { host: 'ct.example.org', port: 104 })
    await devices.remove(ADMIN, id)
    const { rows } = await sql<{ action: string; detail: object }>`select action, detail from audit order by id`.execute(db)
    expect(rows.map(({ action }) => action)).toEqual(['devices.added', 'devices.changed', 'devices.removed'])
    expect(rows[2]?.detail).toEqual({ aeTitle: 'CT1', description: 'device CT1', host: 'ct.example.org', port: 104 })
  })
})

describe('the list as a file', () => {
  const head = { format: 'filmjacket-devices', version: 1 } as const

  it('comes back as it was', async () => {
    await add('CT1')
    await devices.change(ADMIN, (await devices.all())[0]?.id ?? '', { host: 'a', port: 1, roles: ['query'], isDefault: true })
    const file = exported(await devices.all())
    await devices.remove(ADMIN, (await devices.all())[0]?.id ?? '')
    const read = JSON.parse(JSON.stringify(file)) as DeviceFile
    expect(await importDevices(devices, ADMIN, read)).toEqual([{ line: 1, aeTitle: 'CT1', outcome: 'added', fields: [] }])
    expect(exported(await devices.all())).toEqual(file)
    expect(await importDevices(devices, ADMIN, read)).toMatchObject([{ outcome: 'unchanged' }])
  })

  it('holds no private key', async () => {
    const id = await add('CT1')
    await devices.change(ADMIN, id, { dicomwebAuthorization: 'Bearer secret' })
    await sql`update device set tls_key = 'secret'`.execute(db)
    expect(JSON.stringify(exported(await devices.all()))).not.toContain('secret')
  })

  it('is taken line by line, and each line that is wrong is told with its fields', async () => {
    await add('CT1')
    const lines = [
      { aeTitle: 'CT1', description: 'other' }, { aeTitle: 'CT2', description: 'new' }, { aeTitle: 'CT2', description: 'again' },
      { aeTitle: 'CT3' }, { aeTitle: 'CT4', description: 'd', port: 'many' }, { aeTitle: 'CT5', description: 'd', evil: 1 },
      { aeTitle: 'CT6', description: 'd', roles: ['store'] }, 'nonsense', { aeTitle: 'CT7', description: 'd', tls: { mode: 'perhaps' } },
    ]
    const report = await importDevices(devices, ADMIN, { ...head, devices: lines })
    expect(report.map(({ aeTitle, outcome, fields }) => [aeTitle, outcome, ...fields])).toEqual([
      ['CT1', 'changed', 'description'], ['CT2', 'added'], ['CT2', 'repeated'],
      ['CT3', 'invalid', 'description'], ['CT4', 'invalid', 'port'], ['CT5', 'invalid', 'evil'],
      ['CT6', 'invalid', 'host', 'port'], [null, 'invalid', ''], ['CT7', 'invalid', 'tls.mode'],
    ])
    expect((await devices.all()).map(({ aeTitle }) => aeTitle).sort()).toEqual(['CT1', 'CT2'])
  })
})

describe('what a device trusts us with', () => {
  const kept = async () => (await sql<{ dicomweb_authorization: string }>`select dicomweb_authorization from device`.execute(db)).rows[0]?.dicomweb_authorization ?? ''

  it('lies sealed in the database, and is there for who asks the register', async () => {
    const id = await add('PACS')
    await devices.change(ADMIN, id, { dicomwebAuthorization: 'Basic cGFjcw==' })
    expect(await kept()).toMatch(/^sealed:1:/)
    expect((await devices.one(id))?.dicomwebAuthorization).toBe('Basic cGFjcw==')
    await devices.change(ADMIN, id, { description: 'another' })
    expect((await devices.byAeTitle('PACS'))?.dicomwebAuthorization).toBe('Basic cGFjcw==')
  })

  it('that an older release left open is sealed', async () => {
    const id = await add('PACS')
    await sql`update device set dicomweb_authorization = 'Basic b2xk'`.execute(db)
    expect(await devices.sealSecrets()).toBe(1)
    expect(await kept()).toMatch(/^sealed:1:/)
    expect((await devices.one(id))?.dicomwebAuthorization).toBe('Basic b2xk')
    expect(await devices.sealSecrets()).toBe(0)
  })

  it('is gone with its key, and nothing else is', async () => {
    const id = await add('PACS')
    await devices.change(ADMIN, id, { dicomwebAuthorization: 'Basic cGFjcw==' })
    const others = createDeviceRegister({ db, clock, secrets: secretBox('77'.repeat(32)) })
    expect(await others.one(id)).toMatchObject({ aeTitle: 'PACS', dicomwebAuthorization: null })
  })
})
