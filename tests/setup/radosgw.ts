/** An object store that others wrote: Ceph with its S3 gateway, on one machine and in memory. */
import { spawn, type ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { freePort } from '../../packages/dicom-net/src/interop/testing.ts'
import { eventually } from './eventually.ts'
import { ForeignServer } from './foreign-server.ts'
import { runProgram, whyMissing } from './programs.ts'

/** Its packages and its start take longer than a day's run has. */
export const whyNoRadosgw = process.env['FILMJACKET_LONG'] !== '1'
  ? 'only with FILMJACKET_LONG=1'
  : whyMissing('ceph-mon', 'ceph-osd', 'ceph', 'monmaptool', 'radosgw', 'radosgw-admin')

export const RADOSGW_KEY = { accessKeyId: 'TESTKEY', secretAccessKey: 'TESTSECRET' }

export class Radosgw {
  readonly url: string
  readonly #folder: string
  readonly #parts: { stop(): Promise<void> }[]
  #gateway: ForeignServer

  private constructor(folder: string, parts: { stop(): Promise<void> }[], gateway: ForeignServer) {
    this.#folder = folder
    this.#parts = parts
    this.#gateway = gateway
    this.url = `http://127.0.0.1:${gateway.port}`
  }

  static async start(folder: string): Promise<Radosgw> {
    const parts: { stop(): Promise<void> }[] = []
    try {
      await startCluster(folder, parts)
      return new Radosgw(folder, parts, await gatewayOf(folder, await freePort()))
    } catch (error) {
      for (const part of parts) await part.stop()
      throw error
    }
  }

  /** As after a power cut of the gateway alone: what it has is still there when it is back. */
  async interrupt(): Promise<void> {
    await this.#gateway.stop()
  }

  async resume(): Promise<void> {
    this.#gateway = await gatewayOf(this.#folder, this.#gateway.port)
  }

  async stop(): Promise<void> {
    for (const part of [this.#gateway, ...this.#parts]) await part.stop()
  }
}

/** One monitor, one disk in memory, one user. Each of `parts` is to be stopped. */
async function startCluster(folder: string, parts: { stop(): Promise<void> }[]): Promise<void> {
  const [monPort, fsid, osdId] = [await freePort(), randomUUID(), randomUUID()]
  const conf = confOf(folder)
  writeConfig(folder, fsid, monPort)
  await must(folder, 'monmaptool', '--create', '--fsid', fsid, '--addv', 'a', `[v1:127.0.0.1:${monPort}]`, join(folder, 'monmap'))
  await must(folder, 'ceph-mon', '--mkfs', '-i', 'a', '--monmap', join(folder, 'monmap'), '-c', conf)
  parts.push(await ForeignServer.start('ceph-mon', ['-f', '-i', 'a', '-c', conf, '--public-addr', `127.0.0.1:${monPort}`], monPort))
  await eventually('Ceph takes a disk', async () => (await runProgram('ceph', ['-c', conf, '--connect-timeout', '5', 'osd', 'new', osdId])).status === 0)
  await must(folder, 'ceph-osd', '-i', '0', '--mkfs', '--osd-uuid', osdId, '-c', conf)
  const osd = spawn('ceph-osd', ['-f', '-i', '0', '-c', conf], { stdio: 'ignore' })
  parts.push({ stop: () => kill(osd) })
  await must(folder, 'radosgw-admin', '-c', conf, 'user', 'create', '--uid=test', '--display-name=test',
    `--access-key=${RADOSGW_KEY.accessKeyId}`, `--secret-key=${RADOSGW_KEY.secretAccessKey}`)
}

function gatewayOf(folder: string, port: number): Promise<ForeignServer> {
  return ForeignServer.start('radosgw', ['-f', '-c', confOf(folder), '-n', 'client.rgw.a', `--rgw-frontends=beast endpoint=127.0.0.1:${port}`], port)
}

function writeConfig(folder: string, fsid: string, monPort: number): void {
  for (const name of ['mon', 'osd', 'rgw', 'run']) mkdirSync(join(folder, name), { recursive: true })
  writeFileSync(confOf(folder), [
    '[global]', `fsid = ${fsid}`, `mon host = v1:127.0.0.1:${monPort}`, 'auth cluster required = none', 'auth service required = none', 'auth client required = none',
    'osd pool default size = 1', 'osd pool default min size = 1', 'mon allow pool size one = true', 'osd crush chooseleaf type = 0',
    'osd pool default pg num = 1', 'osd pool default pgp num = 1', 'osd pool default pg autoscale mode = off', 'mon max pg per osd = 2000',
    ...['mon', 'osd', 'rgw'].map((name) => `${name} data = ${join(folder, name)}`), `run dir = ${join(folder, 'run')}`,
    `admin socket = ${join(folder, 'run', '$name.asok')}`, `log file = ${join(folder, '$name.log')}`, `pid file = ${join(folder, 'run', '$name.pid')}`,
    'osd objectstore = memstore', 'memstore device bytes = 4294967296', 'osd max object name len = 256', 'public addr = 127.0.0.1', 'ms bind ipv6 = false', '',
  ].join('\n'))
}

function confOf(folder: string): string {
  return join(folder, 'ceph.conf')
}

async function must(folder: string, program: string, ...args: string[]): Promise<void> {
  const { status, stderr } = await runProgram(program, args, {}, folder)
  if (status !== 0) throw new Error(`${program}: ${stderr.slice(-500)}`)
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
}
