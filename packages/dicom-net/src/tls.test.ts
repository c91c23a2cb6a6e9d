/** TLS both ways, with certificates made here by OpenSSL. Skipped where it is not installed. */
import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect as connectPlain } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect as connectTls } from 'node:tls'
import { afterAll, afterEach, beforeAll, describe, it } from 'vitest'
import type { AssociationOffer, AssociationSummary } from './acceptor.ts'
import { AssociationError, TlsFailedError } from './errors.ts'
import { ForeignServer, freePort, hasDcmtk, run } from './interop/testing.ts'
import { LentParts } from './lent-parts.ts'
import { associate, type Association } from './requestor.ts'
import { serveDicom, type DicomServer } from './server.ts'
import { collect, CT_IMAGE_STORAGE, IMPLICIT_LE, VERIFICATION } from './testing.ts'
import type { TlsAcceptorOptions, TlsRequestorOptions } from './tls-profile.ts'

const hasOpenssl = spawnSync('openssl', ['version']).status === 0

describe.skipIf(!hasOpenssl)(hasOpenssl ? 'TLS' : 'TLS (skipped: no openssl)', () => {
  let folder = ''
  let server: DicomServer | null = null
  let summaries: AssociationSummary[] = []
  let offers: AssociationOffer[] = []
  const path = (name: string) => join(folder, name)
  const pem = (name: string) => readFileSync(path(name), 'utf8')
  const own = (name: string) => ({ cert: pem(`${name}.crt`), key: pem(`${name}.key`) })

  function openssl(...args: readonly string[]): void {
    execFileSync('openssl', args, { cwd: folder, stdio: 'ignore' })
  }
  function authority(name: string): void {
    openssl('req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2',
      '-subj', `/CN=${name}`, '-keyout', `${name}.key`, '-out', `${name}.crt`)
  }
  function certificate(name: string, by: string, altName: string, days = '2'): void {
    writeFileSync(path(`${name}.ext`), `subjectAltName=${altName}\n`)
    openssl('req', '-newkey', 'rsa:2048', '-nodes', '-subj', `/CN=${name}`, '-keyout', `${name}.key`, '-out', `${name}.csr`)
    openssl('x509', '-req', '-in', `${name}.csr`, '-CA', `${by}.crt`, '-CAkey', `${by}.key`, '-CAcreateserial',
      '-days', days, '-extfile', `${name}.ext`, '-out', `${name}.crt`)
  }

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'dicom-tls-'))
    authority('ca')
    authority('other-ca')
    certificate('server', 'ca', 'IP:127.0.0.1,DNS:pacs.example')
    certificate('renewed', 'ca', 'IP:127.0.0.1')
    certificate('elsewhere', 'ca', 'DNS:elsewhere.example')
    certificate('client', 'ca', 'DNS:modality.example')
    certificate('stranger', 'other-ca', 'DNS:stranger.example')
    certificate('expired', 'ca', 'DNS:old.example', '-1')
  })
  afterAll(() => rmSync(folder, { recursive: true }))
  afterEach(async () => {
    await server?.close()
    server = null
  })

  async function serve(
    clientCertificate: TlsAcceptorOptions['clientCertificate'], name = 'server', artimMs = 5_000,
  ): Promise<number> {
    const ofThis: AssociationSummary[] = []
    summaries = ofThis
    offers = []
    server = await serveDicom({
      host: '127.0.0.1', port: 0, artimMs, graceMs: 50, tls: { ...own(name), ca: pem('ca.crt'), clientCertificate },
      admit: (_peer, offer) => {
        offers.push(offer)
        return { kind: 'accepted' }
      },
      store: async (_peer, { dataSet }) => ({ status: (await collect(dataSet)).length === 3_000_000 ? 0 : 0xc000 }),
      closed: (summary) => ofThis.push(summary),
    })
    return server.port
  }
  function open(port: number, tls: TlsRequestorOptions): Promise<Association> {
    const contexts = [{ abstractSyntax: VERIFICATION, transferSyntaxes: [IMPLICIT_LE] }]
    return associate({ host: '127.0.0.1', port, callingAe: 'SCU', calledAe: 'SCP', contexts, tls, timeoutMs: 3_000 })
  }
  async function echo(port: number, tls: TlsRequestorOptions): Promise<number> {
    const association = await open(port, tls)
    const status = await association.echo()
    await association.release()
    return status
  }
  const ended = () => summaries.map(({ ended }) => ended)

  it('carries an association; a certificate of the peer is not asked for', async () => {
    const port = await serve('none')
    assert.equal(await echo(port, { ca: pem('ca.crt'), ...own('client') }), 0)
    assert.equal(offers[0]?.certificate, null)
  })
  it('requires a certificate that is trusted and valid', async () => {
    const port = await serve('required')
    assert.equal(await echo(port, { ca: pem('ca.crt'), ...own('client') }), 0)
    const { isTrusted, commonName, fingerprint } = offers[0]?.certificate ?? {}
    assert.deepEqual([isTrusted, commonName], [true, 'client'])
    assert.match(fingerprint ?? '', /^([0-9A-F]{2}:){31}[0-9A-F]{2}$/)
    for (const refused of [{}, own('stranger'), own('expired')]) {
      await assert.rejects(echo(port, { ca: pem('ca.crt'), ...refused }), AssociationError)
    }
    assert.deepEqual(ended().slice(1), ['tls-failed', 'tls-failed', 'tls-failed'])
  })
  it('leaves it to the policy where one is wanted', async () => {
    const port = await serve('wanted')
    await echo(port, { ca: pem('ca.crt') })
    await echo(port, { ca: pem('ca.crt'), ...own('stranger') })
    assert.equal(offers[0]?.certificate, null)
    assert.deepEqual([offers[1]?.certificate?.isTrusted, offers[1]?.certificate?.commonName], [false, 'stranger'])
  })
  it('trusts no acceptor of another authority, of another name, or without TLS', async () => {
    const port = await serve('none')
    await assert.rejects(echo(port, { ca: pem('other-ca.crt') }), TlsFailedError)
    await assert.rejects(echo(port, { ca: pem('ca.crt'), expectedName: 'elsewhere.example' }), TlsFailedError)
    assert.equal(await echo(port, { ca: pem('ca.crt'), expectedName: 'pacs.example' }), 0)
    await server?.close()
    server = await serveDicom({ host: '127.0.0.1', port: 0, graceMs: 50, admit: () => ({ kind: 'accepted' }) })
    await assert.rejects(echo(server.port, { ca: pem('ca.crt') }), AssociationError)
  })
  it('takes any name of a trusted authority only where it is told to', async () => {
    const port = await serve('none', 'elsewhere')
    await assert.rejects(echo(port, { ca: pem('ca.crt') }), TlsFailedError)
    assert.equal(await echo(port, { ca: pem('ca.crt'), expectedName: null }), 0)
  })
  it('speaks no TLS before 1.2 and no cipher without forward secrecy', async () => {
    const port = await serve('none')
    const tried = [
      { maxVersion: 'TLSv1.1', minVersion: 'TLSv1', ciphers: 'DEFAULT@SECLEVEL=0' },
      { maxVersion: 'TLSv1.2', ciphers: 'AES128-GCM-SHA256' },
      { maxVersion: 'TLSv1.2', ciphers: 'ECDHE-RSA-AES128-SHA256' },
    ] as const
    for (const options of tried) {
      await assert.rejects(new Promise((resolve, reject) => {
        const socket = connectTls({ host: '127.0.0.1', port, rejectUnauthorized: false, ...options }, () => resolve(socket.destroy()))
        socket.on('error', reject)
      }))
    }
    assert.deepEqual(ended(), ['tls-failed', 'tls-failed', 'tls-failed'])
  })
  it('takes new certificates without a restart; what is open goes on', async () => {
    const port = await serve('none')
    const before = await open(port, { ca: pem('ca.crt') })
    server?.reloadTls(own('renewed'))
    assert.equal(await before.echo(), 0)
    await before.release()
    const name = await new Promise((resolve) => {
      const socket = connectTls({ host: '127.0.0.1', port, rejectUnauthorized: false }, () => {
        resolve(socket.getPeerCertificate().subject.CN)
        socket.destroy()
      })
    })
    assert.equal(name, 'renewed')
  })
  it('says when the system has taken what was written', async () => {
    const port = await serve('none')
    const association = await associate({
      host: '127.0.0.1', port, callingAe: 'SCU', calledAe: 'SCP', tls: { ca: pem('ca.crt') }, timeoutMs: 3_000,
      contexts: [{ abstractSyntax: CT_IMAGE_STORAGE, transferSyntaxes: [IMPLICIT_LE] }],
    })
    const content = { size: 3_000_000, read: (into: Uint8Array) => Promise.resolve(into.fill(7).length), close: () => Promise.resolve() }
    const dataSet = new LentParts(() => Promise.resolve(content))
    const { status } = await association.store({ sopClassUid: CT_IMAGE_STORAGE, sopInstanceUid: '1.2.3', transferSyntaxUid: IMPLICIT_LE, dataSet })
    assert.equal(status, 0)
    await association.release()
  })
  it('ends at ARTIM with a peer that never agrees on TLS', async () => {
    const port = await serve('none', 'server', 200)
    const socket = connectPlain(port, '127.0.0.1')
    socket.on('error', () => undefined)
    await new Promise((resolve) => socket.on('close', resolve))
    assert.deepEqual(ended(), ['tls-failed'])
  })
  it('closes although a peer is still agreeing', async () => {
    const socket = connectPlain(await serve('none'), '127.0.0.1')
    socket.on('error', () => undefined)
    await new Promise((resolve) => socket.once('connect', resolve))
    await server?.close()
  })

  describe.skipIf(!hasDcmtk)(hasDcmtk ? 'with DCMTK' : 'with DCMTK (skipped: not installed)', () => {
    it('echoscu shows its certificate', async () => {
      const port = await serve('required')
      await run('echoscu', ['+tls', path('client.key'), path('client.crt'), '+cf', path('ca.crt'), '127.0.0.1', String(port)])
      assert.equal(offers[0]?.certificate?.commonName, 'client')
    })
    it('storescp takes ours', async () => {
      const port = await freePort()
      const storescp = new ForeignServer('storescp', [
        '--ignore', '+tls', path('server.key'), path('server.crt'), '+cf', path('ca.crt'), '--require-peer-cert', String(port),
      ])
      try {
        await storescp.listening(port)
        assert.equal(await echo(port, { ca: pem('ca.crt'), ...own('client') }), 0)
        await assert.rejects(echo(port, { ca: pem('ca.crt') }), AssociationError)
      } finally {
        await storescp.stop()
      }
    })
  })
})
