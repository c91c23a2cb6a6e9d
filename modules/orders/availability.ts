/**
 * Devices that wait for images are told when a Study is here: Instance Availability Notification (NET-23). PS3.4 Annex R.
 *
 * A notice is a job of the Study's being quiet, so that a device that is away is told later; what comes to the Study
 * afterwards is a notice of its own.
 *
 * @module
 */
import { newUid, Tags, type ElementMap } from '@filmjacket/dicom-data'
import { associate, availabilityContexts, INSTANCE_AVAILABILITY, isDoneStatus, PERFORMED_STEP } from '@filmjacket/dicom-net'
import { audit } from '../../platform/server/audit.ts'
import { enqueue } from '../../platform/server/jobs.ts'
import type { Archive } from '../archive/index.ts'
import { addressOf, type Devices } from '../devices/index.ts'
import type { Db } from './store/entries.ts'
import { performedOfStudy } from './store/performed.ts'

export const TELL_AVAILABLE = { kind: 'orders.tell-available', attempts: 12 }

export interface Notice {
  readonly deviceId: string
  readonly studyId: string
}

export interface Availability {
  /** A Study is quiet. */
  settled(studyId: string): Promise<void>
  /** @throws what keeps the device from being told: it is tried again. */
  tell(notice: Notice, context: { readonly signal: AbortSignal; readonly isLastTry: boolean }): Promise<void>
}

export interface AvailabilityOptions {
  readonly db: Db
  readonly archive: Pick<Archive, 'findAll'>
  readonly devices: Pick<Devices, 'all' | 'one'>
  /** What we call ourselves. */
  readonly aeTitle: () => string
}

export function createAvailability(options: AvailabilityOptions): Availability {
  const { db, devices } = options
  return {
    async settled(studyId) {
      for (const device of await devices.all()) {
        if (!device.hearsAvailability || addressOf(device) === null) continue
        await enqueue(db, TELL_AVAILABLE, { deviceId: device.id, studyId }, { key: `available:${device.id}:${studyId}` })
      }
    },
    async tell(notice, { signal, isLastTry }) {
      try {
        await tell(options, notice, signal)
      } catch (error) {
        if (isLastTry) await note(db, 'availability-given-up', notice, {})
        throw error
      }
    },
  }
}

async function tell(options: AvailabilityOptions, notice: Notice, signal: AbortSignal): Promise<void> {
  const { db, devices, aeTitle } = options
  const device = await devices.one(notice.deviceId)
  const address = device?.hearsAvailability === true ? addressOf(device) : null
  const told = address === null ? null : await noticeOf(options, notice.studyId)
  // It is not to be told any more, or the Study has gone.
  if (address === null || told === null) return
  const association = await associate({ ...address, callingAe: aeTitle(), contexts: availabilityContexts(), signal })
  try {
    const { status } = await association.create({ sopClassUid: INSTANCE_AVAILABILITY, sopInstanceUid: newUid(), attributes: told.attributes })
    if (!isDoneStatus(status)) throw new Error(`the device answered ${status.toString(16)} to the notice`)
    await note(db, 'availability-told', notice, { instances: told.instances })
  } finally {
    await association.release().catch(() => association.abort())
  }
}

/** PS3.4 Table R.3.2-1. Null where nothing of it is here. */
async function noticeOf({ db, archive, aeTitle }: AvailabilityOptions, studyId: string): Promise<{ attributes: ElementMap; instances: number } | null> {
  const series = new Map<string, ElementMap[]>()
  let studyUid = ''
  let instances = 0
  for await (const found of archive.findAll({ level: 'instance', filter: {}, within: [studyId] })) {
    if (found.series === null || found.instance === null) continue
    studyUid = found.study.uid
    instances++
    const references = series.get(found.series.uid) ?? []
    series.set(found.series.uid, references)
    references.push({
      [Tags.RetrieveAETitle]: aeTitle(), [Tags.InstanceAvailability]: 'ONLINE',
      [Tags.ReferencedSOPClassUID]: found.instance.sopClassUid, [Tags.ReferencedSOPInstanceUID]: found.instance.uid,
    })
  }
  if (instances === 0) return null
  const performed = await performedOfStudy(db, studyUid)
  return {
    instances,
    attributes: {
      [Tags.ReferencedPerformedProcedureStepSequence]: { vr: 'SQ', value: performed.map((uid) => ({
        [Tags.ReferencedSOPClassUID]: PERFORMED_STEP, [Tags.ReferencedSOPInstanceUID]: uid, [Tags.PerformedWorkitemCodeSequence]: null,
      })) },
      [Tags.ReferencedSeriesSequence]: [...series].map(([uid, references]) => ({
        [Tags.SeriesInstanceUID]: uid, [Tags.ReferencedSOPSequence]: references,
      })),
      [Tags.StudyInstanceUID]: studyUid,
    },
  }
}

function note(db: Db, what: string, { deviceId, studyId }: Notice, detail: Readonly<Record<string, number>>): Promise<void> {
  return audit(db, { action: `orders.${what}`, actor: null, address: null, subject: studyId, outcome: 'done', detail: { deviceId, ...detail } })
}
