/** Who may send images: nobody, until an administrator has added them. */
import assert from 'node:assert/strict'
import { AssociationRejectedError, associate } from '@filmjacket/dicom-net'
import { SopClasses, TransferSyntaxes } from '@filmjacket/dicom-data'
import { afterAll, beforeAll, describe, it, type TestContext } from 'vitest'
import { ScriptedPeer } from '../../packages/dicom-net/src/testing.ts'
import { dicomSend, storescu } from '../setup/dicom-send.ts'
import type { Client } from '../setup/http-client.ts'
import { fileOf, makeImage } from '../setup/images.ts'
import { runProgram, whyMissing } from '../setup/programs.ts'
import { RunningProduct } from '../setup/running-product.ts'
import { withFolder } from '../setup/scratch.ts'

let product: RunningProduct
let admin: Client

beforeAll(async () => {
  product = await RunningProduct.start()
  admin = await product.firstAdministrator()
})
afterAll(() => product.stop())

interface Known {
  readonly own: { readonly aeTitle: string; readonly port: number }
  readonly devices: readonly { readonly id: string; readonly aeTitle: string; readonly lastContactAt: string | null; readonly lastAddress: string | null }[]
  readonly refused: readonly { readonly aeTitle: string; readonly address: string; readonly times: number }[]
}

async function known(): Promise<Known> {
  return (await admin.get('/api/devices')).json as Known
}

function call(callingAe: string) {
  return associate({
    host: '127.0.0.1', port: product.server.dicomPort, callingAe, calledAe: 'ANY',
    contexts: [{ abstractSyntax: SopClasses.verification, transferSyntaxes: [TransferSyntaxes.implicitVrLittleEndian.uid] }],
  })
}

async function echo(callingAe: string): Promise<number> {
  const association = await call(callingAe)
  const status = await association.echo()
  await association.release()
  return status
}

describe('a caller that nobody has added', () => {
  it('is rejected as calling AE title not recognized, before it can send', async () => {
    await assert.rejects(call('STRANGER'), (error) => {
      assert.ok(error instanceof AssociationRejectedError)
      // PS3.8 Table 9-21: permanent, by the service user, calling AE title not recognized.
      assert.deepEqual([error.result, error.source, error.reason], [1, 1, 3])
      return true
    })
    await assert.rejects(dicomSend([makeImage()], { port: product.server.dicomPort, callingAe: 'STRANGER' }))
    assert.equal(await product.count('instance'), 0)
  })

  it('is listed with the times it tried, so that it can be added', async () => {
    const { refused } = await known()
    assert.deepEqual(refused.map(({ aeTitle, address, times }) => ({ aeTitle, address, times })),
      [{ aeTitle: 'STRANGER', address: '127.0.0.1', times: 2 }])
  })

  it('gets in once added, and is on the list of the refused no more', async () => {
    const { status } = await admin.post('/api/devices', { description: 'A scanner', aeTitle: 'STRANGER' })
    assert.equal(status, 200)
    assert.equal(await echo('STRANGER'), 0)
    const { devices, refused } = await known()
    assert.deepEqual(refused, [])
    assert.equal(devices.length, 1)
    assert.equal(devices[0]?.lastAddress, '127.0.0.1')
    assert.notEqual(devices[0].lastContactAt, null)
  })

  it('is refused again once removed', async () => {
    const [device] = (await known()).devices
    assert.equal((await admin.delete(`/api/devices/${device?.id}`)).status, 204)
    await assert.rejects(call('STRANGER'), AssociationRejectedError)
  })

  it('is not let in by a title that only looks like one that is known', async () => {
    await product.device('SCANNER')
    for (const title of ['scanner', 'SCANNER1', 'SCANNE', 'S%', '*', 'SCAN_ER'])
      await assert.rejects(call(title), AssociationRejectedError, title)
    assert.equal(await echo('SCANNER'), 0)
  })

  it('cannot fill the list: fifty are kept', async () => {
    for (let n = 0; n < 60; n++) await assert.rejects(call(`MANY${n}`), AssociationRejectedError)
    const { refused } = await known()
    assert.equal(refused.length, 50)
    assert.ok(refused.some(({ aeTitle }) => aeTitle === 'MANY59'))
  })
})

describe('a title that is no AE title', () => {
  // A-ASSOCIATE-RQ, PS3.8 Table 9-11: the calling AE title lies in the bytes 26 to 41.
  const hostile = ['../../etc/passwd', '\0'.repeat(16), ' '.repeat(16), 'A\0B', 'A\nB', '"; drop table --', '\xe9\xff', '\\'.repeat(16)]
  for (const title of hostile) {
    it(`${JSON.stringify(title)} is refused and harms nobody`, async () => {
      const peer = await ScriptedPeer.connect(product.server.dicomPort)
      peer.send(requestWith(title))
      const pdu = await peer.pdu()
      // A-ASSOCIATE-RJ, A-ABORT, or closed.
      assert.ok(pdu === null || pdu[0] === 0x03 || pdu[0] === 0x07, `PDU type ${pdu?.[0]}`)
      peer.destroy()
      assert.equal(await echo('SCANNER'), 0)
      assert.deepEqual(product.log.filter((line) => line.includes('"level":"error"')), [])
    })
  }
})

describe('the register', () => {
  it('tells where devices reach us', async () => {
    assert.deepEqual((await known()).own, { aeTitle: 'FILMJACKET', port: product.server.dicomPort, tlsPort: null })
  })

  it('takes each title once', async () => {
    const again = await admin.post('/api/devices', { description: 'Another', aeTitle: 'SCANNER' })
    assert.deepEqual([again.status, again.code], [409, 'ae-title-taken'])
  })

  it('takes no title that no device can have', async () => {
    for (const aeTitle of ['', ' ', 'SEVENTEEN_LETTERS', 'A\\B', 'A\tB', ' A', 'A ', 'Ä']) {
      const { status } = await admin.post('/api/devices', { description: 'x', aeTitle })
      assert.equal(status, 400, aeTitle)
    }
  })

  it('answers DCMTK: echoscu and storescu', async (context: TestContext) => {
    const missing = whyMissing('echoscu', 'storescu')
    if (missing !== null) context.skip(missing)
    const port = String(product.server.dicomPort)
    const echoscu = (title: string) => runProgram('echoscu', ['-aet', title, '127.0.0.1', port], { TCP_NODELAY: '1' })
    assert.equal((await echoscu('SCANNER')).status, 0)
    const refused = await echoscu('UNKNOWN')
    assert.notEqual(refused.status, 0)
    assert.match(refused.stderr + refused.stdout, /Calling AE Title Not Recognized/)
    await withFolder(async (scratch) => {
      const image = makeImage()
      const file = scratch.put('image.dcm', fileOf(image))
      const before = await product.count('instance')
      assert.notEqual((await storescu([], [file], { port: Number(port), callingAe: 'UNKNOWN' })).status, 0)
      assert.equal(await product.count('instance'), before)
      assert.equal((await storescu([], [file], { port: Number(port), callingAe: 'SCANNER' })).status, 0)
      assert.equal(await product.count('instance'), before + 1)
    })
  })
})

/** A request to associate as any other, with this in the place of its calling AE title. */
function requestWith(title: string): Buffer {
  const item = (type: number, value: Buffer) => {
    const head = Buffer.from([type, 0, 0, 0])
    head.writeUInt16BE(value.length, 2)
    return Buffer.concat([head, value])
  }
  const context = Buffer.concat([
    Buffer.from([1, 0, 0, 0]), item(0x30, Buffer.from(SopClasses.verification)),
    item(0x40, Buffer.from(TransferSyntaxes.implicitVrLittleEndian.uid)),
  ])
  const user = Buffer.concat([item(0x51, Buffer.from([0, 0, 0x40, 0])), item(0x52, Buffer.from('1.2.3'))])
  const titles = Buffer.concat([Buffer.from('ANY'.padEnd(16)), Buffer.from(title.padEnd(16), 'latin1')])
  const body = Buffer.concat([
    Buffer.from([0, 1, 0, 0]), titles, Buffer.alloc(32),
    item(0x10, Buffer.from('1.2.840.10008.3.1.1.1')), item(0x20, context), item(0x50, user),
  ])
  const head = Buffer.from([1, 0, 0, 0, 0, 0])
  head.writeUInt32BE(body.length, 2)
  return Buffer.concat([head, body])
}
