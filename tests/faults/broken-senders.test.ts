/** Senders that break off, lie, contradict themselves or repeat themselves: nothing of it is stored that should not be, and nothing is lost. */
import assert from 'node:assert/strict'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { newUid, Tags, TransferSyntaxes } from '@filmjacket/dicom-data'
import { associate, type Association } from '@filmjacket/dicom-net'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, describe, it } from 'vitest'
import { CommandField } from '../../packages/dicom-net/src/command.ts'
import { commandPdu, dataPdus, ScriptedPeer } from '../../packages/dicom-net/src/testing.ts'
import { associateFor, dicomSend, inParts, type Receiver } from '../setup/dicom-send.ts'
import { eventually } from '../setup/eventually.ts'
import { makeImage, type Image } from '../setup/images.ts'
import { RunningProduct } from '../setup/running-product.ts'

let product: RunningProduct
let scanner: Receiver
const study = { patientId: 'FAULT-1', studyUid: newUid(), seriesUid: newUid() }

beforeAll(async () => {
  product = await RunningProduct.start()
  scanner = await product.device()
})
afterAll(() => product.stop())
/** Whatever a peer does, it is no fault of the server, and the next one is served. */
afterEach(async () => {
  opened++
  const association = await associate({
    host: '127.0.0.1', port: scanner.port, callingAe: scanner.callingAe, calledAe: 'ANY',
    contexts: [{ abstractSyntax: '1.2.840.10008.1.1', transferSyntaxes: ['1.2.840.10008.1.2'] }],
  })
  assert.equal(await association.echo(), 0)
  await association.release()
  assert.deepEqual(product.log.filter((line) => /"level":"(error|fatal)"/.test(line)), [])
})

interface Held {
  readonly instances: number
  readonly studies: number
  readonly blobs: number
  /** Bytes of all segments. */
  readonly bytes: number
}

async function held(): Promise<Held> {
  const folder = join(product.dataFolder, 'blobs')
  const bytes = readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0)
  return { instances: await product.count('instance'), studies: await product.count('study'), blobs: await product.count('blob'), bytes }
}

/** Of all associations that this file opened, in whatever way they ended. */
let opened = 0

/** What they were answered, when the rows of it are there. */
async function send(images: readonly Image[]): Promise<number[]> {
  opened++
  const statuses = await dicomSend(images, scanner)
  await product.server.product.archive.ingest.indexed()
  return statuses
}

function openFor(image: Image): Promise<Association> {
  opened++
  return associateFor([image], scanner)
}

function peerFor(image: Image, abstractSyntax = image.sopClassUid): Promise<ScriptedPeer> {
  opened++
  const contexts = [{ id: 1, abstractSyntax, transferSyntaxes: [image.transferSyntaxUid] }]
  return ScriptedPeer.associate(scanner.port, { callingAe: scanner.callingAe, contexts })
}

/** The server writes a line when it is done with one. */
async function allAreOver(): Promise<void> {
  await eventually('all associations are over', () =>
    Promise.resolve(product.log.filter((line) => line.includes('"msg":"association"')).length === opened))
}

/** Runs what should leave nothing. */
async function leavesNothing(work: () => Promise<void>): Promise<void> {
  await send([makeImage(study)]) // A segment is there.
  await allAreOver()
  const before = await held()
  await work()
  await allAreOver()
  // What was begun is taken back behind the line.
  await eventually('nothing is left', async () => isDeepStrictEqual(await held(), before))
}

async function statusOf(image: Image): Promise<number> {
  return (await send([image]))[0] ?? assert.fail('no status')
}

describe('a sender that breaks off', () => {
  for (const share of [0, 0.01, 0.3, 0.99]) {
    it(`after ${share * 100} % of the data set leaves no row and no byte`, async () => {
      await leavesNothing(async () => {
        const image = makeImage({ ...study, side: 600 })
        const association = await openFor(image)
        await assert.rejects(association.store({ ...image, dataSet: unplugged(image.dataSet.subarray(0, image.dataSet.length * share)) }))
        association.abort() // Where nothing had left yet, it could have gone on.
      })
    })
  }

  it('leaves its place in the segment to the next', async () => {
    await leavesNothing(async () => {
      const image = makeImage({ ...study, side: 600 })
      const association = await openFor(image)
      await assert.rejects(association.store({ ...image, dataSet: unplugged(image.dataSet.subarray(0, 500_000)) }))
    })
    const { bytes: end } = await held()
    const next = makeImage(study)
    await send([next])
    const { rows: [row] } = await sql<{ offset: number; segments: number }>`
      select blob."offset"::integer as offset, (select count(*)::integer from blob_segment) as segments
      from instance join blob on blob.id = instance.blob_id where instance_uid = ${next.sopInstanceUid}`.execute(product.db)
    assert.equal(row?.segments, 1)
    assert.equal(row.offset, end + 64) // A record's header lies before its bytes.
  })

  it('anywhere on the wire, within a PDU too, leaves nothing', async () => {
    const image = makeImage({ ...study, side: 64 })
    const wire = Buffer.concat([storeRequestPdu(image), dataPdus(1, image.dataSet, 2_000)])
    await leavesNothing(async () => {
      for (let cut = 0; cut < wire.length - 1; cut += Math.ceil(wire.length / 40)) {
        const peer = await peerFor(image)
        peer.send(wire.subarray(0, cut))
        await new Promise((resolve) => peer.socket.write(Buffer.alloc(0), resolve))
        peer.destroy()
      }
    })
    assert.equal(await statusOf(image), 0x0000)
  })

  it('by A-ABORT in the middle leaves nothing', async () => {
    const image = makeImage({ ...study, side: 600 })
    await leavesNothing(async () => {
      const association = await openFor(image)
      const aborting = (async function* () {
        yield* inParts(image.dataSet.subarray(0, 300_000))
        association.abort()
        yield* inParts(image.dataSet.subarray(300_000))
      })()
      await assert.rejects(association.store({ ...image, dataSet: aborting }))
    })
  })
})

describe('a sender that lies about lengths', () => {
  const image = makeImage({ ...study, side: 64 })
  const { dataSet } = image
  const pixelHeader = dataSet.length - 64 * 64 * 2 - 12

  const lies: Readonly<Record<string, () => Uint8Array>> = {
    'a data set that ends within a value': () => dataSet.subarray(0, dataSet.length - 1),
    'a data set that ends within a header': () => dataSet.subarray(0, pixelHeader + 6),
    'Pixel Data longer than what follows': () => withLength(dataSet, pixelHeader + 8, 64 * 64 * 2 + 2),
    'Pixel Data of 4 GB': () => withLength(dataSet, pixelHeader + 8, 0xfffffffe),
    'Pixel Data of undefined length without an end': () => withLength(dataSet, pixelHeader + 8, 0xffffffff),
    'a first element that is longer than all': () => withLength(dataSet, 6, 0xffff, 2),
    'a sequence that has no end': () => Buffer.concat([dataSet.subarray(0, pixelHeader), Buffer.from('4000750253510000ffffffff', 'hex')]),
    'no data set': () => new Uint8Array(),
    'noise': () => Buffer.from(Array.from({ length: 5_000 }, (_, at) => (at * 7919 + (at >> 3)) % 256)),
  }
  for (const [what, lie] of Object.entries(lies)) {
    it(`${what} is answered as unreadable, and is no image`, async () => {
      const before = await held()
      for (let sent = 0; sent < 2; sent++) assert.equal(await statusOf({ ...image, dataSet: lie() }), 0xc000)
      const after = await held()
      assert.deepEqual([after.instances, after.studies], [before.instances, before.studies])
      assert.ok(after.blobs - before.blobs <= 1, 'kept once for a person, however often it is sent')
    })
  }

  const wires: Readonly<Record<string, Buffer>> = {
    'a PDV longer than its PDU': Buffer.from('0400000000 08 00000fff 01 02 0000'.replaceAll(' ', ''), 'hex'),
    'a PDV of length 0': Buffer.from('0400000000 06 00000000 01 02'.replaceAll(' ', ''), 'hex'),
    'a PDU of 4 GB': Buffer.from('0400ffffffff', 'hex'),
    'a PDU of no known type': Buffer.from('7f0000000004 00000000'.replaceAll(' ', ''), 'hex'),
    'a second request to associate': Buffer.from('010000000004 00010000'.replaceAll(' ', ''), 'hex'),
    'a data set before any command': dataPdus(1, Buffer.from('08000500', 'hex')),
  }
  for (const [what, wire] of Object.entries(wires)) {
    it(`${what} ends the association by abort, and leaves nothing`, async () => {
      await leavesNothing(async () => {
        const peer = await peerFor(image)
        peer.send(wire)
        const pdu = await peer.pdu()
        assert.ok(pdu === null || pdu[0] === 0x07, `PDU type ${pdu?.[0]}`)
        peer.destroy()
      })
    })
  }
})

describe('an instance that contradicts', () => {
  it('the command\'s SOP Instance UID is refused with A900', async () => {
    await leavesNothing(async () => assert.equal(await statusOf({ ...makeImage(study), sopInstanceUid: newUid() }), 0xa900))
  })

  it('the command\'s SOP Class UID is refused with A900', async () => {
    const other = { ...makeImage(study), sopClassUid: '1.2.840.10008.5.1.4.1.1.4' }
    await leavesNothing(async () => assert.equal(await statusOf(other), 0xa900))
  })

  it('its presentation context is refused', async () => {
    const image = makeImage(study)
    await leavesNothing(async () => {
      const peer = await peerFor(image, '1.2.840.10008.5.1.4.1.1.4')
      peer.send(storeRequestPdu(image), dataPdus(1, image.dataSet))
      const answer = await peer.pdu()
      // (0000,0900) US 0122: SOP Class not supported. PS3.7 §C.5.6.
      assert.ok(answer?.includes(Buffer.from('00000009020000002201', 'hex')), answer?.toString('hex'))
      peer.destroy()
    })
  })

  it('whose Study it is, is refused with A900: a Study has one Patient', async () => {
    for (const changes of [{ [Tags.PatientID]: 'FAULT-2' }, { [Tags.PatientID]: '' }, { [Tags.IssuerOfPatientID]: 'ELSEWHERE' }])
      await leavesNothing(async () => assert.equal(await statusOf(makeImage({ ...study, elements: changes })), 0xa900))
    await leavesNothing(async () => assert.equal(await statusOf(makeImage({ ...study, seriesUid: newUid(), patientId: 'FAULT-2' })), 0xa900))
  })

  it('whose Series it is, is refused with A900: a Series has one Study', async () => {
    await leavesNothing(async () => assert.equal(await statusOf(makeImage({ ...study, studyUid: newUid() })), 0xa900))
  })

  it('one that is stored under its SOP Instance UID is refused with 0111: the first is kept', async () => {
    const first = makeImage({ ...study, seed: 1 })
    assert.equal(await statusOf(first), 0x0000)
    const blob = async () => (await sql<{ blob_id: string }>`select blob_id from instance where instance_uid = ${first.sopInstanceUid}`.execute(product.db)).rows
    const before = await blob()
    for (const recipe of [{ seed: 2 }, { transferSyntax: TransferSyntaxes.implicitVrLittleEndian, seed: 1 }])
      await leavesNothing(async () => assert.equal(await statusOf(makeImage({ ...study, ...recipe, instanceUid: first.sopInstanceUid })), 0x0111))
    assert.deepEqual(await blob(), before)
  })
})

describe('a sender that repeats itself', () => {
  it('is told each time that it is stored, and it is stored once', async () => {
    const image = makeImage(study)
    assert.equal(await statusOf(image), 0x0000)
    await leavesNothing(async () => assert.deepEqual(await send([image, image, image]), [0, 0, 0]))
  })

  it('over ten associations at once, has stored it once', async () => {
    const image = makeImage({ ...study, side: 200 })
    const before = await held()
    const all = await Promise.all(Array.from({ length: 10 }, () => statusOf(image)))
    assert.deepEqual(all, Array(10).fill(0x0000))
    const after = await held()
    assert.deepEqual([after.instances - before.instances, after.blobs - before.blobs], [1, 1])
  })

  it('with two contents under one UID at once, has one stored and the other refused', async () => {
    const instanceUid = newUid()
    const both = [1, 2].map((seed) => makeImage({ ...study, seed, instanceUid }))
    const statuses = await Promise.all(both.map(statusOf))
    assert.deepEqual(statuses.sort(), [0x0000, 0x0111])
  })
})

describe('many senders at once', () => {
  it('of one new study are counted exactly', async () => {
    const fresh = { patientId: 'FAULT-3', studyUid: newUid() }
    const series = [newUid(), newUid()]
    const images = Array.from({ length: 60 }, (_, seed) => makeImage({ ...fresh, seed, seriesUid: series[seed % 2] ?? '' }))
    const statuses = await Promise.all(Array.from({ length: 12 }, (_, n) => send(images.filter((_image, at) => at % 12 === n))))
    assert.deepEqual(statuses.flat(), Array(60).fill(0x0000))
    const { rows } = await sql`select study.instances, (select array_agg(series.instances) from series where study_id = study.id) as series
      from study where study_uid = ${fresh.studyUid}`.execute(product.db)
    assert.deepEqual(rows, [{ instances: 60, series: [30, 30] }])
  })

  it('of one study that others remove meanwhile are all told that it is stored, and what is left is counted exactly', async () => {
    const { client } = await product.person('admin', 'removes')
    const fresh = { patientId: 'FAULT-6', studyUid: newUid(), seriesUid: newUid() }
    let isSending = true
    const removing = Array.from({ length: 5 }, async () => {
      while (isSending) assert.ok([204, 404].includes((await client.delete(`/dicom-web/studies/${fresh.studyUid}`)).status))
    })
    const sending = Array.from({ length: 20 }, () => send([1, 2, 3].map((seed) => makeImage({ ...fresh, seed }))))
    assert.deepEqual(new Set((await Promise.all(sending).finally(() => (isSending = false))).flat()), new Set([0x0000]))
    await Promise.all(removing)
    const { rows } = await sql`select study_uid from study where study_uid = ${fresh.studyUid} and not exists (
      select from series join instance on series_id = series.id where study_id = study.id group by series.id, series.instances
        having series.instances = count(*) and study.instances = count(*))`.execute(product.db)
    assert.deepEqual(rows, [])
  })

  it('of one new study for two patients leave it to one of them', async () => {
    const fresh = { studyUid: newUid(), seriesUid: newUid() }
    const images = Array.from({ length: 10 }, (_, seed) => makeImage({ ...fresh, seed, patientId: seed % 2 === 0 ? 'FAULT-4' : 'FAULT-5' }))
    const statuses = await Promise.all(images.map(statusOf))
    assert.deepEqual(statuses.filter((status) => status === 0x0000).length, 5)
    assert.deepEqual(statuses.filter((status) => status === 0xa900).length, 5)
  })
})

async function* unplugged(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield* inParts(bytes)
  throw new Error('unplugged')
}

function withLength(bytes: Uint8Array, at: number, length: number, size: 2 | 4 = 4): Uint8Array {
  const changed = Buffer.from(bytes)
  if (size === 2) changed.writeUInt16LE(length, at)
  else changed.writeUInt32LE(length, at)
  return changed
}

function storeRequestPdu({ sopClassUid, sopInstanceUid }: Image): Buffer {
  return commandPdu(1, {
    CommandField: CommandField.cStoreRq, MessageID: 1, Priority: 0, CommandDataSetType: 1,
    AffectedSOPClassUID: sopClassUid, AffectedSOPInstanceUID: sopInstanceUid,
  })
}
