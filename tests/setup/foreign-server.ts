/** Servers that others wrote, each from its start to its end. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { freePort, isListening } from '../../packages/dicom-net/src/interop/testing.ts'
import { eventually } from './eventually.ts'

export const ORTHANC = '/usr/sbin/Orthanc'

export class ForeignServer {
  readonly port: number
  readonly #process: ChildProcess

  private constructor(process: ChildProcess, port: number) {
    this.#process = process
    this.port = port
  }

  /** Resolves when it listens. DCMTK loses 40 ms with each message to Nagle's algorithm without TCP_NODELAY. */
  static async start(program: string, args: readonly string[], port: number): Promise<ForeignServer> {
    const child = spawn(program, [...args], { stdio: 'ignore', env: { ...process.env, TCP_NODELAY: '1' } })
    const server = new ForeignServer(child, port)
    await eventually(`${program} listens`, () => isListening(port))
    return server
  }

  async stop(): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return
    const ended = once(this.#process, 'exit')
    this.#process.kill('SIGKILL')
    await ended
  }
}

/** Who may ask DCMTK's archive to send to them. */
export interface Destination {
  readonly aeTitle: string
  readonly port: number
}

/** DCMTK's archive `ARCHIVE`, empty, in a folder of its own below `folder`. */
export async function startDcmqrscp(folder: string, destination: Destination): Promise<ForeignServer> {
  const port = await freePort()
  const storage = join(folder, 'archive')
  mkdirSync(storage, { recursive: true })
  const config = join(folder, 'dcmqrscp.cfg')
  writeFileSync(config, [
    `NetworkTCPPort = ${port}`, 'MaxPDUSize = 131072', 'MaxAssociations = 16',
    'HostTable BEGIN', `us = (${destination.aeTitle}, 127.0.0.1, ${destination.port})`, 'HostTable END',
    'VendorTable BEGIN', 'VendorTable END',
    'AETable BEGIN', `ARCHIVE ${storage} RW (200, 1024mb) ANY`, 'AETable END', '',
  ].join('\n'))
  return ForeignServer.start('dcmqrscp', ['-c', config], port)
}

/** DCMTK's receiver: what comes lies in `folder`. */
export async function startStorescp(folder: string, options: readonly string[] = []): Promise<ForeignServer> {
  mkdirSync(folder, { recursive: true })
  const port = await freePort()
  return ForeignServer.start('storescp', [...options, '--unique-filenames', '--output-directory', folder, String(port)], port)
}

/** DCMTK's worklist `WL` of these files. */
export async function startWlmscpfs(folder: string, files: readonly string[]): Promise<ForeignServer> {
  mkdirSync(join(folder, 'WL'), { recursive: true })
  writeFileSync(join(folder, 'WL', 'lockfile'), '')
  files.forEach((file, n) => copyFileSync(file, join(folder, 'WL', `${n}.wl`)))
  const port = await freePort()
  return ForeignServer.start('wlmscpfs', ['--single-process', '-dfr', '-csk', '-dfp', folder, String(port)], port)
}

/** Orthanc `ORTHANC`, empty, which answers and sends to whoever asks. */
export async function startOrthanc(folder: string, destination: Destination): Promise<ForeignServer> {
  const [port, httpPort] = [await freePort(), await freePort()]
  mkdirSync(folder, { recursive: true })
  const config = join(folder, 'orthanc.json')
  writeFileSync(config, JSON.stringify({
    StorageDirectory: join(folder, 'storage'), IndexDirectory: join(folder, 'storage'), DicomPort: port, HttpPort: httpPort,
    DicomAet: 'ORTHANC', RemoteAccessAllowed: false, AuthenticationEnabled: false, StorageCompression: false, Plugins: [],
    DicomAlwaysAllowFind: true, DicomAlwaysAllowGet: true, DicomAlwaysAllowMove: true, DicomCheckModalityHost: false,
    DicomModalities: { us: [destination.aeTitle, '127.0.0.1', destination.port] }, DefaultEncoding: 'Latin1',
  }))
  return ForeignServer.start(ORTHANC, [config], port)
}
