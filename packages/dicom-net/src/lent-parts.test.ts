import assert from 'node:assert/strict'
import { createHash, randomFillSync } from 'node:crypto'
import { setImmediate as othersTurn } from 'node:timers/promises'
import { afterEach, describe, it } from 'vitest'
import { LentParts, type Readable } from './lent-parts.ts'
import { sendInstances } from './send-instances.ts'
import { serveDicom, type DicomServer } from './server.ts'
import { CT_IMAGE_STORAGE, EXPLICIT_LE } from './testing.ts'

const PART_BYTES = 1024 * 1024
const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** In short reads, as files on some disks are. */
function held(bytes: Uint8Array, closed: () => void = () => undefined): Readable {
  return {
    size: bytes.length,
    read(into, position) {
      const part = bytes.subarray(position, position + Math.min(into.length, 700_000))
      into.set(part)
      return Promise.resolve(part.length)
    },
    close: () => {
      closed()
      return Promise.resolve()
    },
  }
}

describe('parts that are lent', () => {
  let server: DicomServer | undefined
  afterEach(() => server?.close())

  /** To an archive that reads slowly. */
  async function arriveWhole(sizes: readonly number[], maxPduBytes: number): Promise<void> {
    const got: [string, string][] = []
    server = await serveDicom({
      host: '127.0.0.1', port: 0, maxPduBytes, admit: () => ({ kind: 'accepted' }),
      async store(_peer, { sopInstanceUid, dataSet }) {
        const hash = createHash('sha256')
        for await (const part of dataSet) {
          await othersTurn()
          hash.update(part)
        }
        got.push([sopInstanceUid, hash.digest('hex')])
        return { status: 0 }
      },
    })
    const contents = sizes.map((size) => randomFillSync(Buffer.alloc(size)))
    const instances = contents.map((content, n) => ({
      sopClassUid: CT_IMAGE_STORAGE, sopInstanceUid: `1.2.${n}`, transferSyntaxUid: EXPLICIT_LE,
      dataSet: new LentParts(() => Promise.resolve(held(content)), 10),
    }))
    for await (const { status } of sendInstances({ host: '127.0.0.1', port: server.port, callingAe: 'SCU', calledAe: 'SCP', instances })) {
      assert.equal(status, 0)
    }
    assert.deepEqual(got, contents.map((content, n) => [`1.2.${n}`, digestOf(content.subarray(10))]))
  }

  it('arrive as they were, whatever is read into their buffers behind them', async () => {
    const sizes = [10, 11, 500_000, PART_BYTES + 10, 7 * PART_BYTES + 17, 30, 4 * PART_BYTES, 600_000, 2 * PART_BYTES + 11]
    await arriveWhole(sizes, 128 * 1024)
    await server?.close()
    await arriveWhole(sizes, 4_096)
  })

  it('are a failure of this Instance alone where what they are read from ends before its time', async () => {
    let closed = 0
    const short = { ...held(Buffer.alloc(100), () => closed++), size: 200 }
    await assert.rejects(async () => {
      for await (const part of new LentParts(() => Promise.resolve(short))) assert.ok(part)
    }, /shorter/)
    assert.equal(closed, 1)
  })

  it('are closed when their reader leaves', async () => {
    let closed = 0
    const long = held(Buffer.alloc(3 * PART_BYTES), () => closed++)
    for await (const part of new LentParts(() => Promise.resolve(long))) if (part.length > 0) break
    assert.equal(closed, 1)
  })
})
