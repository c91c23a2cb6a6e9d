/**
 * Storing with DCMTK as the peer, both ways. Skipped where it is not installed; the real files, where the
 * samples are absent.
 *
 * @module
 */
import assert from 'node:assert/strict'
import { createReadStream, existsSync, mkdtempSync, openSync, readdirSync, readSync, closeSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, it } from 'vitest'
import type { AssociationSummary } from '../acceptor.ts'
import { decodeCommand } from '../command.ts'
import { AssociationRejectedError } from '../errors.ts'
import type { StoreInstance } from '../messages/store.ts'
import { associate } from '../requestor.ts'
import { serveDicom, type DicomServer } from '../server.ts'
import { CT_IMAGE_STORAGE, EXPLICIT_LE, VERIFICATION } from '../testing.ts'
import { ForeignServer, freePort, hasDcmtk, run } from './testing.ts'

const samples = join(process.env['FILMJACKET_SAMPLES'] ?? join(import.meta.dirname, '../../../../../shared/data'), 'dicom-series')

interface Stored {
  readonly sopInstanceUid: string
  readonly transferSyntaxUid: string
  readonly bytes: number
}

interface Part10 extends Omit<StoreInstance, 'dataSet'> {
  readonly path: string
  readonly dataSetStart: number
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.dcm'))
    .map((entry) => join(entry.parentPath, entry.name))
}

/** The File Meta Information of a file, Explicit VR LE, as far as a send needs it. PS3.10 §7.1. */
function part10(path: string): Part10 {
  const head = Buffer.alloc(4_096)
  const file = openSync(path, 'r')
  readSync(file, head, 0, head.length, 0)
  closeSync(file)
  const uids = new Map<number, string>()
  let at = 132
  while (head.readUInt16LE(at) === 0x0002) {
    const isLong = ['OB', 'UN'].includes(head.toString('latin1', at + 4, at + 6))
    const length = isLong ? head.readUInt32LE(at + 8) : head.readUInt16LE(at + 6)
    const start = at + (isLong ? 12 : 8)
    uids.set(head.readUInt16LE(at + 2), head.toString('latin1', start, start + length).replace(/\0$/, ''))
    at = start + length
  }
  const uid = (element: number) => uids.get(element) ?? ''
  return { path, dataSetStart: at, sopClassUid: uid(0x02), sopInstanceUid: uid(0x03), transferSyntaxUid: uid(0x10) }
}

/** A file of one Instance, made here: Explicit VR LE, a few elements and `pixelBytes` of Pixel Data. */
function writeFixture(path: string, sopInstanceUid: string, pixelBytes: number): void {
  const short = (group: number, element: number, vr: string, value: string | Buffer) => {
    const body = Buffer.from(value)
    const padded = body.length % 2 === 0 ? body : Buffer.concat([body, Buffer.from(vr === 'UI' ? '\0' : ' ')])
    const header = Buffer.alloc(8)
    header.writeUInt16LE(group)
    header.writeUInt16LE(element, 2)
    header.write(vr, 4)
    header.writeUInt16LE(padded.length, 6)
    return Buffer.concat([header, padded])
  }
  const meta = Buffer.concat([
    short(2, 2, 'UI', CT_IMAGE_STORAGE), short(2, 3, 'UI', sopInstanceUid), short(2, 0x10, 'UI', EXPLICIT_LE),
    short(2, 0x12, 'UI', '1.2.3'),
  ])
  const length = Buffer.alloc(4)
  length.writeUInt32LE(meta.length)
  const pixels = Buffer.from('e07f10004f570000', 'hex')
  const pixelLength = Buffer.alloc(4)
  pixelLength.writeUInt32LE(pixelBytes)
  writeFileSync(path, Buffer.concat([
    Buffer.alloc(128), Buffer.from('DICM'), short(2, 0, 'UL', length), meta,
    short(8, 0x16, 'UI', CT_IMAGE_STORAGE), short(8, 0x18, 'UI', sopInstanceUid), pixels, pixelLength, Buffer.alloc(pixelBytes),
  ]))
}

describe.skipIf(!hasDcmtk)(hasDcmtk ? 'with DCMTK' : 'with DCMTK (skipped: not installed)', () => {
  let folder = ''
  let server: DicomServer | null = null
  let storescp: ForeignServer | null = null
  let stored: Stored[] = []
  let summaries: AssociationSummary[] = []

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'dicom-net-'))
    for (const [n, bytes] of [0, 10_000, 600_000].entries()) writeFixture(join(folder, `${n}.dcm`), `1.2.3.${n + 1}`, bytes)
  })
  afterAll(() => rmSync(folder, { recursive: true }))
  afterEach(async () => {
    await server?.close()
    await storescp?.stop()
    storescp = server = null
  })

  async function serve(maxPduBytes = 131_072): Promise<string> {
    stored = []
    summaries = []
    server = await serveDicom({
      host: '127.0.0.1', port: 0, maxPduBytes, admit: () => ({ kind: 'accepted' }),
      async store(_peer, { sopInstanceUid, transferSyntaxUid, dataSet }) {
        let bytes = 0
        for await (const part of dataSet) bytes += part.length
        stored.push({ sopInstanceUid, transferSyntaxUid, bytes })
        return { status: 0 }
      },
      closed: (summary) => summaries.push(summary),
    })
    return String(server.port)
  }

  it('echoscu is answered', async () => {
    const port = await serve()
    await run('echoscu', ['127.0.0.1', port])
    assert.equal(summaries[0]?.ended, 'released')
    assert.match(summaries[0].peer.implementation ?? '', /OFFIS/)
  })
  it('echoscu is answered on each of 128 contexts', async () => {
    await run('echoscu', ['--propose-pc', '128', '127.0.0.1', await serve()])
    assert.deepEqual(summaries[0]?.contexts, { proposed: 128, accepted: 128 })
  })
  for (const maxPduBytes of [4_096, 16_384, 131_072]) {
    it(`storescu stores with PDUs of ${maxPduBytes}`, async () => {
      await run('storescu', ['+sd', '127.0.0.1', await serve(maxPduBytes), folder])
      assert.deepEqual(stored.map(({ sopInstanceUid }) => sopInstanceUid).sort(), ['1.2.3.1', '1.2.3.2', '1.2.3.3'])
      assert.equal(summaries[0]?.instances, 3)
      const big = stored.find(({ sopInstanceUid }) => sopInstanceUid === '1.2.3.3')
      assert.equal(big?.bytes, 600_000 + 12 + 34 + 16)
    })
  }
  it('storescu that aborts is told as such', async () => {
    await run('storescu', ['--abort', '127.0.0.1', await serve(), join(folder, '0.dcm')])
    assert.equal(summaries[0]?.ended, 'aborted-by-peer')
  })
  it('dcmsend stores', async () => {
    await run('dcmsend', ['+sd', '127.0.0.1', await serve(), folder])
    assert.equal(stored.length, 3)
  })

  /** A storescp that forgets what it gets. */
  async function storescpOn(...options: readonly string[]): Promise<number> {
    const port = await freePort()
    storescp = new ForeignServer('storescp', ['--ignore', ...options, String(port)])
    await storescp.listening(port)
    return port
  }
  async function send(port: number, files: readonly Part10[]): Promise<number[]> {
    const kinds = new Map(files.map((file) => [`${file.sopClassUid} ${file.transferSyntaxUid}`, file]))
    const association = await associate({
      host: '127.0.0.1', port, callingAe: 'SCU', calledAe: 'STORESCP',
      contexts: [
        { abstractSyntax: VERIFICATION, transferSyntaxes: ['1.2.840.10008.1.2'] },
        ...[...kinds.values()].map(({ sopClassUid, transferSyntaxUid }) =>
          ({ abstractSyntax: sopClassUid, transferSyntaxes: [transferSyntaxUid] })),
      ],
    })
    const statuses = [await association.echo()]
    for (const file of files) {
      const dataSet = createReadStream(file.path, { start: file.dataSetStart }) as AsyncIterable<Buffer>
      statuses.push((await association.store({ ...file, dataSet })).status)
    }
    await association.release()
    return statuses
  }
  const fixtures = () => readdirSync(folder).map((name) => part10(join(folder, name)))

  it('storescp takes what we send', async () => {
    assert.deepEqual(await send(await storescpOn(), fixtures()), [0, 0, 0, 0])
  })
  it('storescp takes what we send in PDUs of 4096', async () => {
    assert.deepEqual(await send(await storescpOn('--max-pdu', '4096'), fixtures()), [0, 0, 0, 0])
  })
  it('storescp that refuses is told as such', async () => {
    const port = await storescpOn('--refuse')
    await assert.rejects(send(port, fixtures()), AssociationRejectedError)
  })

  const hasSamples = existsSync(samples)
  describe.skipIf(!hasSamples)(hasSamples ? 'and real files' : 'and real files (skipped: no samples)', () => {
    it('dcmsend stores them, what is encapsulated as it is', async () => {
      const files = filesBelow(samples)
      const series = [...new Set(files.map((path) => join(path, '..')))]
      const port = await serve()
      for (const path of series) {
        await run('dcmsend', ['--decompress-never', '+sd', '127.0.0.1', port, path])
      }
      // dcmsend writes native files as Explicit VR LE.
      const name = ({ sopInstanceUid, transferSyntaxUid }: { sopInstanceUid: string; transferSyntaxUid: string }) =>
        `${sopInstanceUid} ${transferSyntaxUid.replace(/^1\.2\.840\.10008\.1\.2$/, EXPLICIT_LE)}`
      assert.deepEqual(stored.map(name).sort(), files.map((path) => name(part10(path))).sort())
    })
    it('storescp takes them from us', async () => {
      const files = filesBelow(samples).map(part10)
      assert.ok((await send(await storescpOn('+xa'), files)).every((status) => status === 0))
    })
  })
})

// The recorded form of a Command is DCMTK's own: held here so that this file needs no peer to be of use.
describe('what DCMTK writes', () => {
  it('reads as a C-ECHO-RQ', () => {
    const wire = '000000000400000038000000000002001200000031' +
      '2e322e3834302e31303030382e312e3100000000010200000030000000100102000000010000000008020000000101'
    assert.deepEqual(decodeCommand(Buffer.from(wire, 'hex')), {
      AffectedSOPClassUID: VERIFICATION, CommandField: 0x0030, MessageID: 1, CommandDataSetType: 0x0101,
    })
  })
})
