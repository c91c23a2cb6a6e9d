import { once } from 'node:events'
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { serveDicom, type DicomServer, type DicomServerOptions } from '@filmjacket/dicom-net'
import { sql } from 'kysely'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Check } from './checked.ts'
import type { NewDevice } from './contract.ts'
import { ADMIN, LOOPBACK, testDevices, type TestDevices } from './testing.ts'

let ours: TestDevices
let made = 0
const open: (() => Promise<unknown>)[] = []

beforeAll(async () => {
  ours = await testDevices()
})
afterEach(async () => {
  for (const close of open.splice(0)) await close()
})

async function peer(more: Partial<DicomServerOptions> = {}): Promise<DicomServer> {
  const server = await serveDicom({ host: LOOPBACK, port: 0, admit: () => ({ kind: 'accepted' }), ...more })
  open.push(() => server.close())
  return server
}

/** Does with each connection as it is told. */
async function socketServer(connected: (socket: Socket) => void): Promise<number> {
  const server: Server = createServer((socket) => connected(socket.on('error', () => undefined)))
  server.listen(0, LOOPBACK)
  await once(server, 'listening')
  open.push(() => Promise.resolve(server.close()))
  return (server.address() as AddressInfo).port
}

async function checkOf(device: Partial<NewDevice>): Promise<Check> {
  const outcome = await ours.checks.echo(await ours.add({ aeTitle: `D${++made}`, host: LOOPBACK, ...device }))
  if (outcome.kind !== 'checked') throw new Error(outcome.kind)
  return outcome.check
}

describe('an echo tells what was really found', () => {
  it('answered', async () => {
    expect(await checkOf({ port: (await peer()).port })).toMatchObject({ outcome: 'answered', status: 0, detail: '', isScheduled: false })
  })

  const rejections = { 'called-ae-not-recognized': 'wrong-called-ae', 'calling-ae-not-recognized': 'wrong-calling-ae', 'temporary-congestion': 'rejected' } as const
  for (const [reason, outcome] of Object.entries(rejections)) {
    it(`${reason}: ${outcome}`, async () => {
      const { port } = await peer({ admit: () => ({ kind: 'rejected', reason: reason as keyof typeof rejections }) })
      expect((await checkOf({ port })).outcome).toBe(outcome)
    })
  }

  it('connection-refused, where nobody listens', async () => {
    const { port } = await peer()
    await open.pop()?.()
    expect((await checkOf({ port })).outcome).toBe('connection-refused')
  })

  it('unknown-host, where there is no such name', async () => {
    expect((await checkOf({ host: 'no-such-host.invalid', port: 104 })).outcome).toBe('unknown-host')
  })

  it('timeout, where somebody listens and says nothing', async () => {
    expect((await checkOf({ port: await socketServer(() => undefined) })).outcome).toBe('timeout')
  })

  it('connection-lost, where somebody hangs up', async () => {
    expect((await checkOf({ port: await socketServer((socket) => socket.destroy()) })).outcome).toBe('connection-lost')
  })

  it('aborted, where somebody speaks otherwise', async () => {
    const abort = Buffer.from('07000000000400000200', 'hex')
    expect((await checkOf({ port: await socketServer((socket) => socket.end(abort)) })).outcome).toBe('aborted')
  })

  it('tls-failed, where TLS is asked of somebody who does not speak it', async () => {
    const port = await socketServer((socket) => socket.end('this is no handshake'))
    expect(await checkOf({ port, tls: { mode: 'server' } })).toMatchObject({ outcome: 'tls-failed' })
  })
})

describe('checks', () => {
  it('are kept, newest first, at most a hundred of a device', async () => {
    const id = await ours.add({ aeTitle: 'KEPT', host: LOOPBACK, port: (await peer()).port })
    for (let n = 0; n < 3; n++) await ours.checks.echo(id)
    expect(await ours.checks.of(id)).toHaveLength(3)
    await sql`insert into device_check (device_id, checked_at, outcome, ms, detail, is_scheduled)
      select ${id}, now(), 'timeout', n, '', false from generate_series(1, 200) n`.execute(ours.db)
    await ours.checks.echo(id)
    const kept = await ours.checks.of(id)
    expect([kept?.length, kept?.[0]?.outcome]).toEqual([100, 'answered'])
    expect((await ours.checks.latest()).get(id)?.outcome).toBe('answered')
  })

  it('are not made of a device of which nobody knows where it is', async () => {
    expect(await ours.checks.echo(await ours.add({ aeTitle: 'NOWHERE' }))).toEqual({ kind: 'no-address' })
    expect(await ours.checks.echo('dev_none')).toEqual({ kind: 'not-found' })
    expect(await ours.checks.of('dev_none')).toBeUndefined()
  })
})

describe('a watched device', () => {
  interface Mail { readonly to: string; readonly subject: string; readonly text: string }

  async function mails(): Promise<readonly Mail[]> {
    const { rows } = await sql<{ payload: Mail }>`select payload from graphile_worker._private_jobs order by id`.execute(ours.db)
    return rows.flatMap(({ payload }) => ('subject' in payload ? [payload] : []))
  }

  async function audited(): Promise<readonly string[]> {
    const { rows } = await sql<{ action: string }>`select action from audit where action like 'devices.%reachable%' order by id`.execute(ours.db)
    return rows.map(({ action }) => action)
  }

  it('is told of by mail and in the audit when it goes away and when it comes back, once each', async () => {
    await ours.checks.setAlertAddress(ADMIN, 'ops@example.org')
    // An address that no other test has, so that nobody takes its port while it is away.
    const host = '127.0.0.9'
    const server = await serveDicom({ host, port: 0, admit: () => ({ kind: 'accepted' }) })
    const { port } = server
    await ours.add({ aeTitle: 'WATCHED', description: 'CT <1>', host, port, isWatched: true })
    const id = await ours.add({ aeTitle: 'NOTWATCHED', host, port })
    await ours.checks.watch()
    await server.close()
    await ours.checks.watch()
    await ours.checks.watch()
    const again = await serveDicom({ host, port, admit: () => ({ kind: 'accepted' }) })
    await ours.checks.watch()
    await again.close()
    expect(await ours.checks.of(id)).toEqual([])
    expect(await audited()).toEqual(['devices.unreachable', 'devices.reachable-again'])
    expect((await mails()).map(({ to, subject }) => [to, subject])).toEqual([
      ['ops@example.org', 'CT <1> does not answer'], ['ops@example.org', 'CT <1> answers again'],
    ])
  })
})
