/**
 * The DICOM door with TLS (NET-24), with DCMTK as the device: who may come in by which door and with what certificate,
 * and certificates that are renewed while the server runs.
 *
 * @module
 */
import assert from 'node:assert/strict'
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { connect } from 'node:tls'
import { newUid } from '@filmjacket/dicom-data'
import { afterAll, beforeAll, describe, it } from 'vitest'
import type { CallerProof } from '../../modules/devices/contract.ts'
import { freshDatabaseAt } from '../../platform/server/database/testing.ts'
import { Certificates } from '../setup/certificates.ts'
import { eventually } from '../setup/eventually.ts'
import { FilmjacketProcess, whyNotBuilt } from '../setup/filmjacket-process.ts'
import { fileOf, makeImage } from '../setup/images.ts'
import { runProgram, whyMissing } from '../setup/programs.ts'
import { RunningProduct } from '../setup/running-product.ts'
import { Scratch } from '../setup/scratch.ts'

const missing = whyMissing('echoscu', 'storescu', 'openssl')
const ADMIN = { kind: 'account', accountId: 'acc_1', role: 'admin', sessionId: 'ses_1' } as const
const scratch = new Scratch()
const certificates = new Certificates(scratch.path)
const path = (name: string) => certificates.path(name)

let product: RunningProduct

describe.skipIf(missing !== null)(missing === null ? 'the door with TLS' : `the door with TLS (${missing})`, () => {
  beforeAll(async () => {
    certificates.authority('ca')
    certificates.authority('other-ca')
    for (const name of ['server', 'renewed']) certificates.certificate(name, 'ca', 'IP:127.0.0.1')
    certificates.certificate('modality', 'ca', 'DNS:modality')
    certificates.certificate('stranger', 'other-ca', 'DNS:stranger')
    for (const end of ['crt', 'key']) copyFileSync(path(`server.${end}`), path(`door.${end}`))
    product = await RunningProduct.start({
      FILMJACKET_DICOM_TLS: '0', FILMJACKET_DICOM_TLS_CERTIFICATE: path('door.crt'), FILMJACKET_DICOM_TLS_KEY: path('door.key'),
      FILMJACKET_DICOM_TLS_AUTHORITY: path('ca.crt'),
    })
  })
  afterAll(async () => {
    await product.stop()
    scratch.remove()
  })

  async function device(aeTitle: string, callerProof: CallerProof, callerName: string | null = null): Promise<void> {
    const added = await product.server.product.devices.add(ADMIN, { description: aeTitle, aeTitle, callerProof, callerName })
    assert.equal(added.kind, 'added')
  }
  const doors = () => ({ plain: product.server.dicomPort, secure: product.server.dicomTlsPort ?? assert.fail('no door') })
  const shows = (name: string) => ['+tls', path(`${name}.key`), path(`${name}.crt`)]
  const TRUST = ['+cf', path('ca.crt')]

  /** What became of a C-ECHO by DCMTK. */
  async function echo(aeTitle: string, port: number, tls: readonly string[] = []): Promise<'answered' | 'rejected' | 'failed'> {
    const { status, stderr, stdout } = await runProgram('echoscu', ['-to', '5', '-ta', '5', ...tls, '-aet', aeTitle, '127.0.0.1', String(port)], { TCP_NODELAY: '1' })
    if (status === 0) return 'answered'
    return /Calling AE Title Not Recognized/i.test(stdout + stderr) ? 'rejected' : 'failed'
  }

  it('lets each device in by what is asked of it', async () => {
    await device('PLAIN', 'none')
    await device('SECURE', 'tls')
    await device('PROVEN', 'certificate')
    await device('NAMED', 'certificate', 'modality')
    await device('OTHER', 'certificate', 'somebody-else')
    const { plain, secure } = doors()
    const all = async (port: number, tls?: readonly string[]) => {
      const found: Record<string, string> = {}
      for (const aeTitle of ['PLAIN', 'SECURE', 'PROVEN', 'NAMED', 'OTHER', 'UNKNOWN']) found[aeTitle] = await echo(aeTitle, port, tls)
      return Object.values(found).map((outcome) => outcome === 'answered')
    }
    assert.deepEqual(await all(plain), [true, false, false, false, false, false])
    assert.deepEqual(await all(secure, ['+tla', ...TRUST]), [true, true, false, false, false, false])
    assert.deepEqual(await all(secure, [...shows('modality'), ...TRUST]), [true, true, true, true, false, false])
    assert.equal(await echo('PROVEN', plain), 'rejected')
  })

  it('takes images, as the plain one does', async () => {
    await device('CT-TLS', 'certificate')
    const images = Array.from({ length: 3 }, (_, seed) => makeImage({ seed, studyUid: newUid() }))
    const files = images.map((image, n) => scratch.put(`ct/${n}.dcm`, fileOf(image)))
    const before = await product.count('instance')
    const { status, stderr } = await runProgram('storescu', [
      ...shows('modality'), ...TRUST, '-aet', 'CT-TLS', '127.0.0.1', String(doors().secure), ...files,
    ], { TCP_NODELAY: '1' })
    assert.equal(status, 0, stderr)
    assert.equal(await product.count('instance'), before + 3)
  })

  it('trusts no certificate of another authority', async () => {
    assert.notEqual(await echo('PROVEN', doors().secure, [...shows('stranger'), ...TRUST]), 'answered')
  })

  it('speaks no TLS before 1.2, and nothing in the clear', async () => {
    assert.equal(await echo('PLAIN', doors().secure), 'failed')
    const socket = connect({ host: '127.0.0.1', port: doors().secure, maxVersion: 'TLSv1.1', minVersion: 'TLSv1', rejectUnauthorized: false, ciphers: 'ALL:@SECLEVEL=0' })
    const outcome = await new Promise((resolve) => {
      socket.once('error', () => resolve('refused'))
      socket.once('secureConnect', () => resolve('open'))
    })
    socket.destroy()
    assert.equal(outcome, 'refused')
  })

  /** The name on the certificate that the door shows. */
  function shown(port = doors().secure): Promise<string> {
    return new Promise((resolve, reject) => {
      const socket = connect({ host: '127.0.0.1', port, ca: certificates.pem('ca.crt') }, () => {
        resolve(String(socket.getPeerCertificate().subject.CN))
        socket.destroy()
      })
      socket.once('error', reject)
    })
  }

  it('shows a new certificate without a restart, and keeps the old one while the files do not fit', async () => {
    assert.equal(await shown(), 'server')
    copyFileSync(path('renewed.crt'), path('door.crt'))
    await product.server.reloadTls()
    assert.equal(await shown(), 'server', 'the key is not there yet')
    copyFileSync(path('renewed.key'), path('door.key'))
    await product.server.reloadTls()
    assert.equal(await eventually('the new one is shown', async () => (await shown()) === 'renewed' && 'renewed'), 'renewed')
    assert.equal(await echo('PROVEN', doors().secure, [...shows('modality'), ...TRUST]), 'answered')
  })

  it.skipIf(whyNotBuilt !== null)('goes on at SIGHUP, with the certificate that is there then', async () => {
    for (const end of ['crt', 'key']) copyFileSync(path(`server.${end}`), path(`service.${end}`))
    const { url } = await freshDatabaseAt([])
    // As a service manager starts it: without a terminal, whose end would be the program's.
    const service = await FilmjacketProcess.serveDetached({
      FILMJACKET_DICOM_TLS: '0', FILMJACKET_DICOM_TLS_CERTIFICATE: path('service.crt'), FILMJACKET_DICOM_TLS_KEY: path('service.key'),
    }, join(scratch.path, 'service'), '--database', url)
    try {
      const port = Number(/; with TLS (\d+)$/m.exec(service.words)?.[1])
      assert.equal(await shown(port), 'server')
      for (const end of ['crt', 'key']) copyFileSync(path(`renewed.${end}`), path(`service.${end}`))
      service.hangUp()
      // Not by the clock, which looks too.
      await eventually('it read them as asked', () => Promise.resolve(service.words.includes('as asked')))
      assert.equal(await shown(port), 'renewed')
      assert.equal(service.hasEnded, false)
    } finally {
      await service.stop()
    }
  })

  it('is told to administrators, beside the plain one', async () => {
    const admin = await product.firstAdministrator()
    const { own } = (await admin.get('/api/devices')).json as { own: unknown }
    assert.deepEqual(own, { aeTitle: 'FILMJACKET', port: doors().plain, tlsPort: doors().secure })
  })
})
