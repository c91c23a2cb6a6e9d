/**
 * Exams of a patient that only a PACS of the house has: listed beside those that are here, and brought home when the patient asks.
 *
 * Nobody waits for a PACS longer than a glance: what it last said is kept for minutes, and it is asked anew behind the scenes. Asked is only
 * who lets patients download (POR-22), and only about patients of whom the caller may see everything. An exam under the same
 * Patient ID but with another birth date is somebody else's, and is left out.
 *
 * @module
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { LRUCache } from 'lru-cache'
import { actorOf, audit } from '../../platform/server/audit.ts'
import type { AccountCaller } from '../../platform/server/auth/caller.ts'
import { MINUTE_MS, SECOND_MS, type Clock, type Instant } from '../../platform/server/clock.ts'
import type { Archive, PatientIdentity } from '../archive/index.ts'
import type { PatientStudies, Remote } from '../devices/index.ts'
import type { Grants } from '../grants/index.ts'
import type { Naming } from './friendly.ts'
import { mayDownload } from './pacs-sources.ts'
import type { Db } from './store/requests.ts'

export type RemoteExam = PatientStudies['studies'][number]

export interface FoundElsewhere {
  readonly exam: RemoteExam
  /** HL7-08. */
  readonly called: string
  readonly state: 'there' | 'coming' | 'failed'
}

export interface ElsewhereNow {
  readonly exams: readonly FoundElsewhere[]
  readonly isAsking: boolean
  readonly maybeMore: boolean
}

export type Brought = 'coming' | 'not-yours' | 'too-many'

export interface Elsewhere {
  /** What is known now. */
  list(caller: AccountCaller): Promise<ElsewhereNow>
  bring(caller: AccountCaller, studyUid: string): Promise<Brought>
}

export interface ElsewhereOptions {
  readonly db: Db
  readonly clock: Clock
  readonly archive: Pick<Archive, 'find' | 'countsOfStudies'>
  readonly grants: Grants
  readonly naming: Naming
  readonly remote: Pick<Remote, 'studiesOfPatient' | 'transfers'>
}

/** For so long a PACS is believed; longer where it did not answer would be unkind, shorter a burden. */
const FRESH_MS = 5 * MINUTE_MS
const SILENT_MS = MINUTE_MS
const ANSWER_MS = 10 * SECOND_MS
const GLANCE_MS = SECOND_MS / 5
/** Of one person, on their way at the same time. */
export const COMING_MAX = 3
const PATIENTS_MAX = 1_000

interface Known {
  readonly studies: readonly RemoteExam[]
  readonly silent: number
  readonly askedAt: Instant
}

interface OfPatient {
  known: Known | null
  asking: Promise<void> | null
}

export function createElsewhere(options: ElsewhereOptions): Elsewhere {
  const { clock, grants, archive } = options
  const patients = new LRUCache<string, OfPatient>({ max: PATIENTS_MAX })
  /** Ids of transfers, by Study. */
  const transfers = new LRUCache<string, string>({ max: 10 * PATIENTS_MAX })

  function refresh(patient: PatientIdentity): OfPatient {
    const kept = patients.get(patient.patientId) ?? { known: null, asking: null }
    patients.set(patient.patientId, kept)
    if (kept.asking === null && !isFresh(kept.known, clock.now())) {
      kept.asking = ask(options, patient).then((known) => void (kept.known = known), () => undefined)
        .finally(() => void (kept.asking = null))
    }
    return kept
  }

  async function list(caller: AccountCaller): Promise<ElsewhereNow> {
    // An issuer is another house's numbers: our PACS would answer for another person.
    const own = (await grants.patients(caller, 'download')).filter(({ issuer }) => issuer === '')
    const kept = own.map(refresh)
    // Where nobody is to be asked, or the answer is quick, no page need say that it waits.
    await Promise.race([Promise.all(kept.flatMap(({ asking }) => asking ?? [])), sleep(GLANCE_MS)])
    const all = kept.flatMap(({ known }) => known?.studies ?? [])
    const here = await archive.countsOfStudies(all.map(({ studyUid }) => studyUid))
    const away = all.filter(({ studyUid }) => !here.has(studyUid))
    const names = await options.naming.of(away)
    return {
      exams: await Promise.all(away.map(async (exam) => ({ exam, called: names.get(exam) ?? exam.description, state: await stateOf(options, transfers.get(exam.studyUid)) }))),
      isAsking: kept.some(({ known, asking }) => known === null && asking !== null),
      maybeMore: kept.some(({ known }) => (known?.silent ?? 0) > 0),
    }
  }

  async function bring(caller: AccountCaller, studyUid: string): Promise<Brought> {
    const { exams } = await list(caller)
    const wanted = exams.find(({ exam }) => exam.studyUid === studyUid)
    if (wanted === undefined) return 'not-yours'
    if (wanted.state === 'coming') return 'coming'
    if (exams.filter(({ state }) => state === 'coming').length >= COMING_MAX) return 'too-many'
    const { deviceId } = wanted.exam
    const started = await options.remote.transfers.start(caller, { direction: 'retrieve', deviceId, studyUid })
    if (started.kind !== 'started') return 'not-yours'
    transfers.set(studyUid, started.transfer.id)
    await audit(options.db, { action: 'portal.exam-brought', actor: actorOf(caller), address: null, subject: studyUid, outcome: 'done', detail: { deviceId } })
    return 'coming'
  }

  return { list, bring }
}

function isFresh(known: Known | null, now: Instant): boolean {
  return known !== null && now < known.askedAt + (known.silent > 0 ? SILENT_MS : FRESH_MS)
}

async function ask({ archive, remote, clock }: ElsewhereOptions, { patientId, issuer }: PatientIdentity): Promise<Known> {
  const [born, { studies, failed }] = await Promise.all([
    birthDateOf(archive, { patientId, issuer }),
    remote.studiesOfPatient(patientId, { choose: mayDownload, withinMs: ANSWER_MS }),
  ])
  const theirs = studies.filter(({ birthDate }) => born === '' || birthDate === '' || birthDate === born)
  return { studies: theirs, silent: failed.length, askedAt: clock.now() }
}

/** As the images here tell it; empty where they do not. */
async function birthDateOf(archive: Pick<Archive, 'find'>, { patientId, issuer }: PatientIdentity): Promise<string> {
  const page = await archive.find({ level: 'patient', filter: { patientId: { kind: 'any-of', values: [patientId] } }, limit: 10 })
  const entries = page.kind === 'page' ? page.entries : []
  return entries.find(({ patient }) => patient.issuer === issuer && patient.birthDate !== '')?.patient.birthDate ?? ''
}

async function stateOf({ remote }: ElsewhereOptions, transferId: string | undefined): Promise<FoundElsewhere['state']> {
  const transfer = transferId === undefined ? undefined : await remote.transfers.one(transferId)
  if (transfer === undefined || transfer.state === 'cancelled') return 'there'
  return transfer.state === 'queued' || transfer.state === 'running' || transfer.state === 'done' ? 'coming' : 'failed'
}
