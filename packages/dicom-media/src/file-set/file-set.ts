/**
 * A DICOM File-set: files under File IDs, and the DICOMDIR that leads to them. PS3.10 §8.
 *
 * @module
 */
import { literal } from '@filmjacket/bytes'
import type { DataSet } from '@filmjacket/dicom-data'
import { encodeDicomdir } from '../dicomdir/dicomdir.ts'
import { leafRecord, upperRecord, type DirectoryRecord } from '../dicomdir/record.ts'
import type { MediaFile } from '../media-file.ts'
import { dCharacters } from '../names.ts'
import { groupInstances, type SeriesGroup, type StudyGroup } from './groups.ts'
import type { FileSetInstance } from './instance.ts'

export interface FileSetOptions {
  /** File-set ID: made A-Z 0-9 _, at most 16 characters. May be empty. PS3.10 §8.5. */
  readonly fileSetId: string
}

/** What a File ID component can count to in six digits. */
const MAX_ORDINAL = 999_999

/**
 * The DICOMDIR, then the files, as `DICOM/ST000001/SE000001/IM000001`.
 *
 * Studies are counted through the whole set, series within their study, images within their series; in order of
 * date and number. The order in which instances are given does not matter, and one given twice is there once.
 *
 * @throws RangeError if a level has more than 999,999 entries.
 */
export function layOutFileSet(
  instances: readonly FileSetInstance[], options: FileSetOptions,
): readonly MediaFile[] {
  const files: MediaFile[] = []
  let studies = 0
  const roots = groupInstances(instances).map((patient, n) => {
    const below = patient.studies.map((study) => studyBranch(study, ++studies, files))
    return upperRecord('PATIENT', firstOf(patient.studies[0]?.series[0]), { ordinal: n + 1, uid: '' }, below)
  })
  const fileSetId = dCharacters(options.fileSetId).slice(0, 16)
  return [{ path: ['DICOMDIR'], content: [literal(encodeDicomdir(fileSetId, roots))] }, ...files]
}

function studyBranch({ uid, series }: StudyGroup, ordinal: number, files: MediaFile[]): DirectoryRecord {
  const folder = ['DICOM', component('ST', ordinal)]
  const below = series.map((each, n) => seriesBranch(each, n + 1, folder, files))
  return upperRecord('STUDY', firstOf(series[0]), { ordinal, uid }, below)
}

function seriesBranch(
  { uid, instances }: SeriesGroup, ordinal: number, above: readonly string[], files: MediaFile[],
): DirectoryRecord {
  const folder = [...above, component('SE', ordinal)]
  const below = instances.map((instance, n) => {
    const fileId = [...folder, component('IM', n + 1)]
    files.push({ path: fileId, content: instance.content })
    return leafRecord({ ...instance, fileId }, n + 1)
  })
  return upperRecord('SERIES', firstOf({ uid, instances }), { ordinal, uid }, below)
}

/** Eight characters, two letters and six digits. PS3.10 §8.5: A-Z 0-9 _, no extension. */
function component(letters: string, ordinal: number): string {
  if (ordinal > MAX_ORDINAL) throw new RangeError(`more than ${MAX_ORDINAL} entries of ${letters}`)
  return `${letters}${String(ordinal).padStart(6, '0')}`
}

/** A group is never empty. */
function firstOf(series: SeriesGroup | undefined): DataSet {
  const first = series?.instances[0]
  if (first === undefined) throw new RangeError('an empty series')
  return first.dataSet
}
