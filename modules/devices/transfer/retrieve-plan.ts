/**
 * What to ask for, so that nothing is sent twice: the whole Study where nothing of it is here, whole Series, or single
 * Instances. PS3.4 §C.4.2.1. Pure.
 *
 * @module
 */
import { Tags, type ElementMap } from '@filmjacket/dicom-data'
import type { QueryLevel } from '@filmjacket/dicom-net'
import type { FoundStudy, RemoteInstance } from '../peer/remote-archive.ts'

export interface RetrieveStep {
  readonly level: QueryLevel
  readonly keys: ElementMap
  /** How many Instances it asks for. */
  readonly instances: number
}

export interface Wanted {
  readonly study: FoundStudy
  /** In Patient Root each level names the Patient, too. */
  readonly isPatientRoot: boolean
  readonly all: readonly RemoteInstance[]
  readonly held: ReadonlySet<string>
  /** Instances of one request; one alone for archives that do not take lists. */
  readonly listMax: number
}

export function stepsFor({ study, isPatientRoot, all, held, listMax }: Wanted): readonly RetrieveStep[] {
  const ofStudy = {
    ...(isPatientRoot && { [Tags.PatientID]: study.patientId }), [Tags.StudyInstanceUID]: study.studyUid,
  }
  const missing = all.filter(({ instanceUid }) => !held.has(instanceUid))
  if (missing.length === 0) return []
  if (missing.length === all.length && listMax > 1) return [{ level: 'STUDY', keys: ofStudy, instances: all.length }]
  return [...bySeries(missing)].flatMap(([seriesUid, instances]): RetrieveStep[] => {
    const ofSeries = { ...ofStudy, [Tags.SeriesInstanceUID]: seriesUid }
    const isWhole = all.filter((one) => one.seriesUid === seriesUid).length === instances.length
    if (isWhole && listMax > 1) return [{ level: 'SERIES', keys: ofSeries, instances: instances.length }]
    return inLists(instances, listMax).map((list) => ({
      level: 'IMAGE', instances: list.length,
      keys: { ...ofSeries, [Tags.SOPInstanceUID]: list.map(({ instanceUid }) => instanceUid) },
    }))
  })
}

function bySeries(instances: readonly RemoteInstance[]): ReadonlyMap<string, readonly RemoteInstance[]> {
  const series = new Map<string, RemoteInstance[]>()
  for (const instance of instances) {
    const others = series.get(instance.seriesUid)
    if (others === undefined) series.set(instance.seriesUid, [instance])
    else others.push(instance)
  }
  return series
}

function inLists<T>(items: readonly T[], length: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / length) }, (_, n) => items.slice(n * length, (n + 1) * length))
}
