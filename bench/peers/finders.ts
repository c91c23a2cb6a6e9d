/** Archives of the same Studies, to be asked by C-FIND: ours as it is built, and Orthanc. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { encodeDataSet, encodeFileMeta, SopClasses, Tags, TransferSyntaxes } from '@filmjacket/dicom-data'
import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { openEmbedded } from '../../platform/server/database/embedded.ts'
import { createLog } from '../../platform/server/log.ts'
import { makeManyStudies } from '../../tests/setup/many-studies.ts'
import { isInstalled } from '../../tests/setup/programs.ts'
import { later } from '../scratch.ts'
import type { Api } from './api.ts'
import { freePort } from './free-port.ts'
import { startServer } from './own-server.ts'
import { ServerProcess } from './server-process.ts'

export const FINDER_AE = 'FINDER'

export interface Finder {
  readonly name: string
  readonly aeTitle: string
  readonly port: number
  readonly pid: number
}

export interface OurFinder extends Finder {
  /** Over HTTP. */
  readonly admin: Api
  /** Its own database, for what no door lets in. */
  readonly db: Kysely<never>
}

/** Its rows are made in its database: no image is behind them, and none is asked for. */
export async function startOurFinder(folder: string, studies: number, instancesPerSeries: number): Promise<OurFinder> {
  const data = join(folder, 'filmjacket')
  const { port, pid, admin } = await startServer(data)
  await admin.call('POST', '/api/devices', { description: 'Bench', aeTitle: FINDER_AE, mayCall: true, mayQuery: true })
  const database = await openEmbedded(data, createLog('silent'))
  const pool = new pg.Pool({ connectionString: database.url })
  const db = new Kysely<never>({ dialect: new PostgresDialect({ pool }) })
  later(async () => {
    await db.destroy()
    await database.stop()
  })
  await makeManyStudies(db, { studies, instancesPerSeries })
  return { name: 'Filmjacket', aeTitle: 'FILMJACKET', port, pid, admin, db }
}

const ORTHANC = ['Orthanc', '/usr/sbin/Orthanc'].find(isInstalled)
const UPLOADS = 8

/** Given one small object of each Study in ours; it need not wait for the disk while it is filled. */
export async function startOrthancFinder(folder: string, ours: OurFinder): Promise<Finder | null> {
  if (ORTHANC === undefined) return null
  const home = join(folder, 'orthanc')
  await mkdir(home)
  const [http, port] = [await freePort(), await freePort()]
  const file = join(home, 'orthanc.json')
  await writeFile(file, JSON.stringify({
    StorageDirectory: join(home, 'storage'), IndexDirectory: join(home, 'storage'), Plugins: [], HttpPort: http, DicomPort: port,
    RemoteAccessAllowed: false, AuthenticationEnabled: false, DicomAet: 'ORTHANC', SyncStorageArea: false, DicomAlwaysAllowFind: true,
  }))
  const server = new ServerProcess(ORTHANC, [file])
  await Promise.all([server.untilListening(http), server.untilListening(port)])
  const objects = objectsOf(ours.db)
  await Promise.all(Array.from({ length: UPLOADS }, async () => {
    for (let next = await objects.next(); next.done !== true; next = await objects.next()) {
      await upload(`http://127.0.0.1:${http}/instances`, next.value)
    }
  }))
  return { name: 'Orthanc', aeTitle: 'ORTHANC', port, pid: server.pid }
}

const TRIES = 5

/** Its index is sometimes busy. */
async function upload(url: string, body: Buffer): Promise<void> {
  for (let tried = 1; ; tried++) {
    const response = await fetch(url, { method: 'POST', body })
    if (response.ok) return
    if (tried === TRIES) throw new Error(`Orthanc answers ${response.status} to an object: ${await response.text()}`)
    await sleep(tried * 200)
  }
}

interface Row {
  readonly [column: string]: string
}

const PAGE = 1_000

async function* objectsOf(db: Kysely<never>): AsyncGenerator<Buffer, void, undefined> {
  for (let after = ''; ; ) {
    const { rows } = await sql<Row>`
      select study.id, study.study_uid, study.accession_number, study.study_id, study.date, study.time, study.description,
          study.referring_physician, patient.patient_id, patient.name, patient.birth_date, patient.sex,
          (select min(modality) from series where series.study_id = study.id) as modality
        from study join patient on patient.id = study.patient_id where study.id > ${after} order by study.id limit ${PAGE}`.execute(db)
    for (const row of rows) yield objectOf(row)
    const last = rows.at(-1)
    if (last === undefined) return
    after = last['id'] ?? ''
  }
}

function objectOf(row: Row): Buffer {
  const syntax = TransferSyntaxes.explicitVrLittleEndian
  const sopInstanceUid = `${row['study_uid'] ?? ''}.1.1`
  const sopClassUid = SopClasses.secondaryCaptureImageStorage
  const dataSet = encodeDataSet({
    [Tags.SpecificCharacterSet]: 'ISO_IR 192', [Tags.SOPClassUID]: sopClassUid, [Tags.SOPInstanceUID]: sopInstanceUid,
    [Tags.StudyInstanceUID]: row['study_uid'] ?? '', [Tags.SeriesInstanceUID]: `${row['study_uid'] ?? ''}.1`,
    [Tags.AccessionNumber]: row['accession_number'] ?? '', [Tags.StudyID]: row['study_id'] ?? '', [Tags.StudyDate]: row['date'] ?? '',
    [Tags.StudyTime]: row['time'] ?? '', [Tags.StudyDescription]: row['description'] ?? '', [Tags.Modality]: row['modality'] ?? '',
    [Tags.ReferringPhysicianName]: row['referring_physician'] ?? '', [Tags.PatientID]: row['patient_id'] ?? '',
    [Tags.PatientName]: row['name'] ?? '', [Tags.PatientBirthDate]: row['birth_date'] ?? '', [Tags.PatientSex]: row['sex'] ?? '',
    [Tags.SeriesNumber]: 1, [Tags.InstanceNumber]: 1,
  }, syntax)
  return Buffer.concat([encodeFileMeta({ sopClassUid, sopInstanceUid, transferSyntaxUid: syntax.uid }), dataSet])
}
