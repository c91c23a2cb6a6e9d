/**
 * Many peers at once, and many one after the other (RELIABILITY rows 8 and 10): those that say nothing are dropped, an
 * honest sender does not feel them, and nothing is kept of any of them. `FILMJACKET_MANY=10000` is the long run.
 *
 * @module
 */
import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { newUid } from '@filmjacket/dicom-data'
import { afterAll, afterEach, beforeAll, describe, it } from 'vitest'
import { IDLE_SECONDS, REQUEST_SECONDS } from '../../modules/devices/index.ts'
import { echoRequest } from '../../packages/dicom-net/src/messages/echo.ts'
import { encodeAssociateRq } from '../../packages/dicom-net/src/pdu-associate.ts'
import { encodeAbort } from '../../packages/dicom-net/src/pdu.ts'
import { commandPdu, hex, requestOf, ScriptedPeer } from '../../packages/dicom-net/src/testing.ts'
import { associateFor, dicomSend, type Receiver } from '../setup/dicom-send.ts'
import { eventually } from '../setup/eventually.ts'
import { makeImage } from '../setup/images.ts'
import { RunningProduct } from '../setup/running-product.ts'
import { SinkProcess } from '../setup/sink-process.ts'

const MANY = Number(process.env['FILMJACKET_MANY'] ?? 1_000)
const KILOBYTE = 1_024
const MEGABYTE = KILOBYTE * KILOBYTE
const hasProc = existsSync('/proc/self/fd')

const sinks: SinkProcess[] = []
const peers: ScriptedPeer[] = []
afterEach(async () => {
  for (const peer of peers.splice(0)) peer.destroy()
  for (const sink of sinks.splice(0)) await sink.stop()
})

async function sink(options: Parameters<typeof SinkProcess.start>[0] = {}): Promise<SinkProcess> {
  const started = await SinkProcess.start(options)
  sinks.push(started)
  return started
}

async function crowd(count: number, open: () => Promise<ScriptedPeer>): Promise<readonly ScriptedPeer[]> {
  const all = await Promise.all(Array.from({ length: count }, open))
  peers.push(...all)
  return all
}

/** Resolves when the other side has ended it, by A-ABORT or without a word. */
async function dropped(peer: ScriptedPeer): Promise<void> {
  for (let pdu = await peer.pdu(); pdu !== null; pdu = await peer.pdu()) if (pdu[0] === 0x07) return
}

/** `FILMJACKET_LONG=1` waits as long as the product does that nobody has set. */
const LIMIT_SECONDS = process.env['FILMJACKET_LONG'] === undefined ? 5 : REQUEST_SECONDS.default

describe('the product', () => {
  let product: RunningProduct
  beforeAll(async () => {
    product = await RunningProduct.start()
    const { client } = await product.person('admin', 'sets')
    for (const { key } of [REQUEST_SECONDS, IDLE_SECONDS]) assert.equal((await client.call('PATCH', `/api/settings/${key}`, { value: LIMIT_SECONDS })).status, 200)
  })
  afterAll(() => product.stop())

  it('takes all of an honest sender while 200 are silent, 200 idle and 200 send a byte a second, and drops those', async () => {
    const receiver = await product.device('HONEST')
    const { port } = receiver
    await product.device('IDLE')
    const alone = await paceOf(receiver)
    const since = performance.now()
    const silent = await crowd(200, () => ScriptedPeer.connect(port))
    const idle = await crowd(200, () => ScriptedPeer.associate(port, requestOf({ callingAe: 'IDLE' })))
    const dripping = await crowd(200, () => ScriptedPeer.connect(port))
    const request = encodeAssociateRq(requestOf())
    let at = 0
    const drip = setInterval(() => {
      for (const peer of dripping) if (!peer.socket.destroyed) peer.send(request.subarray(at, at + 1))
      at++
    }, 1_000)
    const among = await paceOf(receiver)
    console.log(`an honest sender: ${alone.toFixed(0)} images/s alone, ${among.toFixed(0)} among 600 that do nothing`)
    await Promise.all([...silent, ...idle, ...dripping].map(dropped))
    console.log(`all 600 were dropped ${((performance.now() - since) / 1_000).toFixed(1)} s after the first of them came, of ${LIMIT_SECONDS}`)
    clearInterval(drip)
  })

  /** Sends a study of its own, all of which must be taken. @returns images per second. */
  async function paceOf(receiver: Receiver): Promise<number> {
    const studyUid = newUid()
    const images = Array.from({ length: 50 }, () => makeImage({ studyUid, side: 256 }))
    const since = performance.now()
    assert.deepEqual(new Set(await dicomSend(images, receiver)), new Set([0]))
    return (images.length * 1_000) / (performance.now() - since)
  }
})

describe.skipIf(!hasProc)('a crowd', () => {
  it('beyond the limit is refused at once, and the next is taken when a place is free', async () => {
    const { port } = await sink({ maxAssociations: 3 })
    const [first] = await crowd(3, () => ScriptedPeer.associate(port))
    const late = await ScriptedPeer.connect(port)
    peers.push(late)
    late.send(encodeAssociateRq(requestOf()))
    assert.equal((await late.pdu())?.[0], 0x03, 'A-ASSOCIATE-RJ')
    first?.destroy()
    const image = makeImage()
    let taken: readonly number[] = []
    for (let tries = 0; tries < 50 && taken.length === 0; tries++) taken = await dicomSend([image], { port, callingAe: 'NEXT' }).catch(() => [])
    assert.deepEqual(taken, [0])
  })
})

describe.skipIf(!hasProc)(`${MANY} associations one after the other`, () => {
  const each: Readonly<Record<string, (port: number) => Promise<void>>> = {
    'that end as they should': async (port) => {
      const image = small
      assert.deepEqual(await dicomSend([image], { port, callingAe: 'ONCE' }), [0])
    },
    'that are aborted by the peer': async (port) => {
      const peer = await ScriptedPeer.associate(port)
      peer.send(commandPdu(1, echoRequest(1)), encodeAbort({ source: 0, reason: 0 }))
      peer.destroy()
    },
    'that are aborted for what they send': async (port) => {
      const peer = await ScriptedPeer.associate(port)
      peer.send(hex('04 00 ff ff ff ff'))
      await dropped(peer)
      peer.destroy()
    },
    'that vanish within a request': async (port) => {
      const peer = await ScriptedPeer.connect(port)
      peer.send(encodeAssociateRq(requestOf()).subarray(0, 100))
      peer.destroy()
    },
  }
  const small = makeImage({ side: 8 })
  for (const [what, one] of Object.entries(each)) {
    it(`${what} leave less than 1 kB each, and no handle`, async () => {
      const server = await sink()
      await inLanes(Math.ceil(MANY / 2), () => one(server.port))
      await settled(server)
      const before = await server.held()
      await inLanes(MANY, () => one(server.port))
      await settled(server)
      const after = await server.held()
      assert.ok((after.bytes - before.bytes) / MANY < KILOBYTE, `${(after.bytes - before.bytes) / MANY} bytes each`)
      await eventually('no handle is kept', async () => (await server.held()).handles <= before.handles)
    })
  }
})

describe.skipIf(!hasProc)('what is only declared', () => {
  const declared: Readonly<Record<string, Uint8Array>> = {
    'a PDU of 4 GB': hex('04 00 ff ff ff ff'),
    'a PDV of length 0': hex('04 00 00 00 00 08 00 00 00 00 01 03 aa bb'),
    'a request of 4 GB': hex('01 00 ff ff ff ff'),
  }
  for (const [what, bytes] of Object.entries(declared)) {
    it(`${what}, fifty times at once, costs less than 1 MB each`, async () => {
      const server = await sink()
      await inLanes(60, () => each(server.port, bytes))
      const before = await server.held()
      await Promise.all(Array.from({ length: 50 }, () => each(server.port, bytes)))
      const after = await server.held()
      assert.ok(after.peakBytes - before.peakBytes < 50 * MEGABYTE, `${after.peakBytes - before.peakBytes} bytes`)
    })
  }
  async function each(port: number, bytes: Uint8Array): Promise<void> {
    const isRequest = bytes[0] === 0x01
    const peer = isRequest ? await ScriptedPeer.connect(port) : await ScriptedPeer.associate(port)
    peer.send(bytes)
    await dropped(peer)
    peer.destroy()
  }
})

it.skipIf(!hasProc)('one object of 512 MB passes through with less than 128 MB more', async () => {
  const server = await sink()
  const image = makeImage({ side: 8 })
  const before = await server.held()
  const part = new Uint8Array(1024 * 1024)
  const long = (async function* () {
    for (let n = 0; n < 512; n++) {
      await Promise.resolve()
      yield part
    }
  })()
  const association = await associateFor([image], { port: server.port, callingAe: 'CINE' })
  assert.equal((await association.store({ ...image, dataSet: long })).status, 0)
  await association.release()
  const { peakBytes } = await server.held()
  assert.ok(peakBytes - before.peakBytes < 128 * MEGABYTE, `${peakBytes - before.peakBytes} bytes more`)
})

const LANES = 8

async function inLanes(count: number, work: () => Promise<void>): Promise<void> {
  let left = count
  await Promise.all(Array.from({ length: LANES }, async () => {
    while (left-- > 0) await work()
  }))
}

/** Until the server has closed what its peers have left. */
async function settled(server: SinkProcess): Promise<void> {
  let handles = Infinity
  for (let n = 0; n < 100; n++) {
    const now = (await server.held()).handles
    if (now >= handles) return
    handles = now
  }
}
