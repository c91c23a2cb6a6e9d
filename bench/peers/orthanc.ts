/** Orthanc with what it is installed with: SQLite index, files in a folder, each synced before the answer. */
import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isInstalled } from '../../tests/setup/programs.ts'
import type { MadeStudy } from '../instances.ts'
import { drain } from './drain.ts'
import { freePort } from './free-port.ts'
import type { Sender } from './receiver.ts'
import { ServerProcess } from './server-process.ts'

/** Debian puts it where only the superuser's path leads. */
const PROGRAM = ['Orthanc', '/usr/sbin/Orthanc'].find(isInstalled)
/** Its DICOMweb is a plugin, which Debian has as orthanc-dicomweb. */
const DICOM_WEB = '/usr/share/orthanc/plugins/libOrthancDicomWeb.so'
const AE_TITLE = 'ORTHANC'
const ARCHIVES = { zip: 'archive', iso: 'media' } as const

export async function startOrthanc(folder: string): Promise<Sender | null> {
  if (PROGRAM === undefined) return null
  const home = join(folder, 'orthanc')
  await mkdir(home)
  const [http, port] = [await freePort(), await freePort()]
  const file = join(home, 'orthanc.json')
  await writeFile(file, JSON.stringify(configOf(home, http, port)))
  const server = new ServerProcess(PROGRAM, [file])
  await Promise.all([server.untilListening(http), server.untilListening(port)])
  const url = `http://127.0.0.1:${http}`
  return {
    name: 'Orthanc', aeTitle: AE_TITLE, port, pid: server.pid,
    count: async (study) => {
      const of = await idOf(url, study)
      if (of === undefined) return 0
      const { CountInstances } = (await asked(`${url}/studies/${of}/statistics`)) as { CountInstances: number }
      return CountInstances
    },
    async download(study, format) {
      const id = await idOf(url, study)
      return drain(new URL(`/studies/${id ?? ''}/${ARCHIVES[format]}`, url), {}, performance.now())
    },
    dicomWeb: existsSync(DICOM_WEB)
      ? (path, accept) => drain(new URL(`/dicom-web${path}`, url), { accept, 'accept-encoding': 'gzip' }, performance.now())
      : null,
  }
}

/** Its defaults, but for places, ports and passwords. */
function configOf(home: string, http: number, port: number) {
  return {
    Name: 'bench', StorageDirectory: join(home, 'storage'), IndexDirectory: join(home, 'storage'), Plugins: existsSync(DICOM_WEB) ? [DICOM_WEB] : [],
    HttpPort: http, RemoteAccessAllowed: false, AuthenticationEnabled: false,
    DicomAet: AE_TITLE, DicomPort: port, SyncStorageArea: true,
    DicomModalities: { bench: ['STORESCU', '127.0.0.1', 104] },
  }
}

async function idOf(url: string, { studyUid }: MadeStudy): Promise<string | undefined> {
  const found = (await asked(`${url}/tools/lookup`, studyUid)) as readonly { ID: string }[]
  return found[0]?.ID
}

async function asked(url: string, body?: string): Promise<unknown> {
  const response = await fetch(url, body === undefined ? {} : { method: 'POST', body })
  return response.json()
}
