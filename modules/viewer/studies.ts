/**
 * An exam as its viewer needs it: only for those who may see its images.
 *
 * @module
 */
import type { AccountCaller } from '../../platform/server/auth/caller.ts'
import type { Archive, Found, ImageRights, SeriesOverview, StudyOverview } from '../archive/index.ts'

export interface ViewedSeries extends SeriesOverview {
  readonly uid: string
}

export interface ViewedStudy {
  /** Any entry of it: all name the same Study and Patient. */
  readonly found: Found
  readonly series: readonly ViewedSeries[]
  readonly others: readonly StudyOverview[]
  /** Who may take it home has a page of it. */
  readonly mayTakeHome: boolean
}

export interface Picture {
  readonly mediaType: string
  readonly bytes: Uint8Array
}

export interface Studies {
  /** Undefined if it is not there, or not for this caller: both look alike. */
  one(caller: AccountCaller, studyId: string): Promise<ViewedStudy | undefined>
  thumbnail(caller: AccountCaller, studyId: string, seriesId: string): Promise<Picture | undefined>
}

/** PS3.3 sets no limit. More Series than this are no exam that a person looks through. */
const MOST_SERIES = 2_000

export function createStudies(archive: Archive, rights: ImageRights): Studies {
  async function one(caller: AccountCaller, studyId: string): Promise<ViewedStudy | undefined> {
    if (!(await rights.may(caller, 'view', studyId))) return undefined
    const page = await archive.find({ level: 'series', filter: {}, within: [studyId], limit: MOST_SERIES })
    const entries = page.kind === 'page' ? page.entries : []
    const [found] = entries
    if (found === undefined) return undefined
    const uids = new Map(entries.flatMap(({ series }) => (series === null ? [] : [[series.id, series.uid] as const])))
    const series = (await archive.seriesOf(studyId)).flatMap((each) => {
      const uid = uids.get(each.id)
      return uid === undefined ? [] : [{ ...each, uid }]
    })
    return { found, series, others: await othersOf(caller, found), mayTakeHome: await rights.may(caller, 'download', studyId) }
  }

  async function othersOf(caller: AccountCaller, { patient, study }: Found): Promise<readonly StudyOverview[]> {
    const all = await archive.studiesOfPatient({ patientId: patient.patientId, issuer: patient.issuer })
    const open = await rights.studies(caller)
    return all.filter(({ id }) => id !== study.id && (open === null || open.includes(id)))
  }

  async function thumbnail(caller: AccountCaller, studyId: string, seriesId: string): Promise<Picture | undefined> {
    if (!(await rights.may(caller, 'view', studyId))) return undefined
    const preview = await archive.previewOf(studyId, seriesId)
    return preview && { mediaType: preview.media_type, bytes: preview.bytes }
  }

  return { one, thumbnail }
}
