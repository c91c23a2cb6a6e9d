/** Our own server as a receiver, and as one that hands out what it holds. */
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { PATIENT_ID, type MadeStudy } from '../instances.ts'
import { Api } from './api.ts'
import { PASSWORD, startServer } from './own-server.ts'
import type { Download, Sender } from './receiver.ts'

/** What storescu calls itself. */
const CALLING_AE = 'STORESCU'
/** As often as it does no harm: asking is work for who prepares. */
const ASK_AGAIN_MS = 20
const PATIENCE_MS = 60_000

/** Set up as a site would: an administrator lets the scanner in and adds the patient. */
export async function startFilmjacket(folder: string): Promise<Sender> {
  const { url, port, pid, admin } = await startServer(join(folder, 'filmjacket'))
  await admin.call('POST', '/api/devices', { description: 'Bench', aeTitle: CALLING_AE })
  const patient = await invitedPatient(url, admin)
  return {
    name: 'Filmjacket', aeTitle: 'FILMJACKET', port, pid,
    count: (study) => countWhenSettled(patient, study),
    download: (study, format) => download(patient, study, format),
    dicomWeb: (path, accept) => patient.drain(`/dicom-web${path}`, performance.now(), { accept, 'accept-encoding': 'gzip' }),
  }
}

async function invitedPatient(url: string, admin: Api): Promise<Api> {
  const account = { username: 'erin', displayName: 'Erin Example', role: 'patient', patientId: PATIENT_ID }
  const { token } = (await admin.call('POST', '/api/accounts', account)) as { token: string }
  const patient = new Api(url)
  await patient.call('POST', '/api/invitations/redeem', { token, password: PASSWORD })
  return patient
}

interface Exam {
  readonly id: string
  readonly accessionNumber: string
  readonly instances: number
  readonly hasThumbnail: boolean
}

async function examOf(patient: Api, { accessionNumber }: MadeStudy): Promise<Exam | undefined> {
  const { exams } = (await patient.call('GET', '/api/exams')) as { exams: readonly Exam[] }
  return exams.find((exam) => exam.accessionNumber === accessionNumber)
}

/** Settled is a study some seconds after its last image, when its preview is drawn. */
async function countWhenSettled(patient: Api, study: MadeStudy): Promise<number> {
  const since = performance.now()
  for (;;) {
    const exam = await examOf(patient, study)
    if (exam?.hasThumbnail === true || performance.now() - since > PATIENCE_MS) return exam?.instances ?? 0
    await sleep(100)
  }
}

/** As the patient's page does it: ask, wait until it is ready, fetch. */
async function download(patient: Api, study: MadeStudy, format: 'zip' | 'iso'): Promise<Download> {
  const exam = await examOf(patient, study)
  const since = performance.now()
  const wish = { examId: exam?.id ?? '', format, consent: true }
  const { id } = (await patient.call('POST', '/api/requests', wish)) as { id: string }
  while (((await patient.call('GET', `/api/requests/${id}`)) as { state: string }).state !== 'ready') {
    if (performance.now() - since > PATIENCE_MS) throw new Error(`the ${format} did not become ready`)
    await sleep(ASK_AGAIN_MS)
  }
  const readyMs = performance.now() - since
  const fetched = await patient.drain(`/api/requests/${id}/file`, since)
  await patient.call('DELETE', `/api/requests/${id}`)
  return { ...fetched, readyMs }
}
