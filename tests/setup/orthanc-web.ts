/** Orthanc with its DICOMweb plugin: a server of DICOMweb, and a client of ours. */
import assert from 'node:assert/strict'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { freePort } from '../../packages/dicom-net/src/interop/testing.ts'
import { ForeignServer, ORTHANC } from './foreign-server.ts'

const PLUGIN = '/usr/share/orthanc/plugins/libOrthancDicomWeb.so'

export const whyNoOrthancWeb = existsSync(ORTHANC) && existsSync(PLUGIN) ? null : 'Orthanc or its DICOMweb plugin is not installed'

/** The DICOMweb server that it may call, and what it shows there. */
export interface Partner {
  readonly url: string
  readonly authorization: string
}

export class OrthancWeb {
  readonly url: string
  readonly #server: ForeignServer

  private constructor(server: ForeignServer, url: string) {
    this.#server = server
    this.url = url
  }

  static async start(folder: string, { url, authorization }: Partner): Promise<OrthancWeb> {
    const [port, httpPort] = [await freePort(), await freePort()]
    mkdirSync(folder, { recursive: true })
    const config = join(folder, 'orthanc.json')
    writeFileSync(config, JSON.stringify({
      StorageDirectory: join(folder, 'storage'), IndexDirectory: join(folder, 'storage'), DicomPort: port, HttpPort: httpPort,
      RemoteAccessAllowed: false, AuthenticationEnabled: false, Plugins: [PLUGIN], DefaultEncoding: 'Utf8',
      DicomWeb: { Enable: true, Root: '/dicom-web/', Servers: { us: { Url: url, HttpHeaders: { Authorization: authorization } } } },
    }))
    return new OrthancWeb(await ForeignServer.start(ORTHANC, [config], httpPort), `http://127.0.0.1:${httpPort}`)
  }

  get dicomWeb(): string {
    return `${this.url}/dicom-web`
  }

  /** The Study it belongs to, by its id there; null if it is refused. */
  async put(file: Uint8Array): Promise<string | null> {
    const response = await fetch(`${this.url}/instances`, { method: 'POST', body: file })
    return response.ok ? ((await response.json()) as { ParentStudy: string }).ParentStudy : null
  }

  async get(path: string): Promise<unknown> {
    return answered(await fetch(this.url + path, { headers: { accept: 'application/dicom+json' } }))
  }

  /** Has it ask ours. */
  async ask(what: 'qido' | 'retrieve' | 'stow', body: object): Promise<unknown> {
    const init = { method: 'POST', body: JSON.stringify({ ...body, Synchronous: true }) }
    return answered(await fetch(`${this.url}/dicom-web/servers/us/${what}`, init))
  }

  stop(): Promise<void> {
    return this.#server.stop()
  }
}

async function answered(response: Response): Promise<unknown> {
  const text = await response.text()
  assert.ok(response.ok, `Orthanc answers ${response.status}: ${text.slice(0, 500)}`)
  return JSON.parse(text)
}
