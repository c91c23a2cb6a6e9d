import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { encodeDataSet, readDataSet, SopClasses, Tags, TransferSyntaxes, transferSyntaxOf, type ElementMap } from '@filmjacket/dicom-data'
import { serveDicom, type DicomServer, type StoreScp } from '@filmjacket/dicom-net'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { DeviceChange } from '../contract.ts'
import type { InstanceOutcome } from '../peer/attempt.ts'
import type { Sent } from './send.ts'
import { ADMIN, keep, LOOPBACK, studyOf, testDevices, type TestDevices } from '../testing.ts'

let ours: TestDevices
let made = 0
const open: DicomServer[] = []

beforeAll(async () => {
  ours = await testDevices()
})
afterEach(async () => {
  for (const server of open.splice(0)) await server.close()
})

interface Received {
  readonly uid: string
  readonly syntax: string
  readonly bytes: Buffer
}

/** A receiver that answers as `answer` says; success, unless told. */
async function receiver(
  answer: (uid: string, count: number) => number = () => 0, more: Partial<Parameters<typeof serveDicom>[0]> = {}, change: Partial<DeviceChange> = {},
): Promise<{ id: string; received: Received[]; associations: () => number }> {
  const received: Received[] = []
  let [associations, count] = [0, 0]
  const store: StoreScp = async (_peer, { sopInstanceUid: uid, transferSyntaxUid: syntax, dataSet }) => {
    const parts: Uint8Array[] = []
    for await (const part of dataSet) parts.push(part)
    const status = answer(uid, ++count)
    if (status === 0) received.push({ uid, syntax, bytes: Buffer.concat(parts) })
    return { status }
  }
  const server = await serveDicom({ host: LOOPBACK, port: 0, admit: () => (associations++, { kind: 'accepted' }), store, ...more })
  open.push(server)
  const id = await ours.add({ aeTitle: `STORE${++made}`, host: LOOPBACK, port: server.port, roles: ['store'], ...change })
  return { id, received, associations: () => associations }
}

/** A way to a server that breaks when it is pulled. */
async function cableTo(port: number): Promise<{ port: number; pull: () => void; close: () => void }> {
  const sockets = new Set<Socket>()
  const server = createServer((from) => {
    const to = connect(port, LOOPBACK)
    for (const socket of [from, to]) sockets.add(socket.on('error', () => undefined).on('close', () => void sockets.delete(socket)))
    from.pipe(to).pipe(from)
  })
  await new Promise<void>((resolve) => server.listen(0, LOOPBACK, resolve))
  const pull = () => {
    for (const socket of sockets) socket.destroy()
  }
  return { port: (server.address() as AddressInfo).port, pull, close: () => (pull(), server.close()) }
}

async function send(id: string, studyUid: string, signal = new AbortController().signal): Promise<{ sent: Sent; outcomes: InstanceOutcome[] }> {
  const outcomes: InstanceOutcome[] = []
  const sent = await ours.remote.send(id, { studyUid, signal, settled: (outcome) => outcomes.push(outcome) })
  return { sent, outcomes }
}

describe('a study that is sent', () => {
  it('arrives byte by byte as it is stored, over several associations', async () => {
    const images = studyOf('1.3.1', 12)
    await keep(ours, images)
    const { id, received, associations } = await receiver()
    expect((await send(id, '1.3.1')).sent).toMatchObject({ kind: 'complete', progress: { total: 12, moved: 12, failed: 0 } })
    expect(associations()).toBe(3)
    const first = images.find((image) => image[Tags.SOPInstanceUID] === received[0]?.uid)
    expect(received[0]?.bytes.equals(encodeDataSet(first as ElementMap, TransferSyntaxes.explicitVrLittleEndian))).toBe(true)
  })

  it('tells of each instance what became of it, and is incomplete where some are refused', async () => {
    await keep(ours, studyOf('1.3.2', 4))
    const { id } = await receiver((uid) => (uid.endsWith('.2') ? 0xa900 : uid.endsWith('.3') ? 0xb000 : 0))
    const { sent, outcomes } = await send(id, '1.3.2')
    expect(sent).toMatchObject({ kind: 'incomplete', progress: { moved: 3, failed: 1 } })
    expect(outcomes.filter(({ isDone }) => !isDone)).toEqual([
      { instanceUid: '1.3.2.0.2', isDone: false, status: 0xa900, reason: 'A900, the Data Set does not match the SOP Class' },
    ])
    expect(outcomes.filter(({ isDone }) => isDone)).toHaveLength(3)
  })

  it('is tried again where the receiver is out of resources for a while', async () => {
    await keep(ours, studyOf('1.3.3', 3))
    const { id, received } = await receiver((_uid, count) => (count <= 3 ? 0xa700 : 0))
    expect((await send(id, '1.3.3')).sent).toMatchObject({ kind: 'complete', progress: { moved: 3 } })
    expect(received).toHaveLength(3)
  })

  it('goes on where broken associations ended: each instance arrives, and is told of once', async () => {
    await keep(ours, studyOf('1.3.4', 9))
    const cable: { pull?: () => void } = {}
    const { id, received } = await receiver((_uid, count) => {
      if (count === 3 || count === 7) cable.pull?.()
      return 0
    })
    const through = await cableTo((await ours.devices.one(id))?.port ?? 0)
    cable.pull = through.pull
    await ours.devices.change(ADMIN, id, { port: through.port })
    const { sent, outcomes } = await send(id, '1.3.4')
    expect(sent).toMatchObject({ kind: 'complete', progress: { moved: 9 } })
    expect(new Set(received.map(({ uid }) => uid)).size).toBe(9)
    expect(outcomes.map(({ instanceUid }) => instanceUid).sort()).toEqual(outcomes.map((_, n) => `1.3.4.0.${n + 1}`))
    through.close()
  })

  it('fails by name where nobody is there', async () => {
    await keep(ours, studyOf('1.3.5', 2))
    const { id } = await receiver()
    await open.pop()?.close()
    const { sent, outcomes } = await send(id, '1.3.5')
    expect(sent).toMatchObject({ kind: 'failed', error: { problem: 'connection-refused' } })
    expect(outcomes.map(({ isDone }) => isDone)).toEqual([false, false])
  })

  it('fails by name where our AE title is not known there, and is not tried again', async () => {
    await keep(ours, studyOf('1.3.6', 2))
    let asked = 0
    const { id } = await receiver(() => 0, { admit: () => (asked++, { kind: 'rejected', reason: 'calling-ae-not-recognized' }) })
    expect((await send(id, '1.3.6')).sent).toMatchObject({ kind: 'failed', error: { problem: 'wrong-calling-ae' } })
    expect(asked).toBeLessThanOrEqual(3)
  })

  it('uses what it gets where the receiver takes fewer associations than it is asked for', async () => {
    await keep(ours, studyOf('1.3.7', 6))
    const { id, received } = await receiver(() => 0, { maxAssociations: 1 })
    expect((await send(id, '1.3.7')).sent.kind).toBe('complete')
    expect(received).toHaveLength(6)
  })

  it('ends when it is aborted, with the reason that was given', async () => {
    await keep(ours, studyOf('1.3.8', 6))
    const stop = new AbortController()
    const { id } = await receiver((_uid, count) => {
      if (count === 2) stop.abort(new Error('enough'))
      return 0
    })
    await expect(send(id, '1.3.8', stop.signal)).rejects.toThrow('enough')
  })

  it('is decompressed for a device that is set so, pixel by pixel the same', async () => {
    await keep(ours, studyOf('1.3.9', 1, { [Tags.PixelData]: Uint8Array.from({ length: 512 }, (_, n) => n % 16) }))
    const { id, received } = await receiver(() => 0, {}, { decompress: true })
    expect((await send(id, '1.3.9')).sent.kind).toBe('complete')
    const [{ syntax, bytes } = { syntax: '', bytes: Buffer.alloc(0) }] = received
    expect(readDataSet(bytes, transferSyntaxOf(syntax)).bytes(Tags.PixelData)?.[17]).toBe(1)
  })

  it('of many kinds goes over as many associations as their contexts need', async () => {
    const classes = Object.values(SopClasses).filter((uid) => uid.startsWith('1.2.840.10008.5.1.4.1.1.')).slice(0, 60)
    const images = classes.map((sopClass, n) => studyOf('1.3.10', 1, { [Tags.SOPClassUID]: sopClass, [Tags.SOPInstanceUID]: `1.3.10.0.${n}` })).flat()
    await keep(ours, images)
    const { id, received } = await receiver()
    expect((await send(id, '1.3.10')).sent).toMatchObject({ kind: 'complete', progress: { moved: classes.length } })
    expect(received).toHaveLength(classes.length)
  })

  it('that is not here fails by name', async () => {
    const { id } = await receiver()
    expect((await send(id, '1.3.99')).sent).toMatchObject({ kind: 'failed', error: { problem: 'study-not-found' } })
  })
})
