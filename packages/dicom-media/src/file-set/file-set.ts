/**
 * A DICOM File-set: files under File IDs, and the DICOMDIR that leads to them. PS3.10 §8.
 *
 * @module
 */
import { literal } from '@filmjacket/bytes'
import type { DataSet } from '@filmjacket/dicom-data'
import { DicomdirWriter } from '../dicomdir/dicomdir.ts'
import type { ReferencedFile } from '../dicomdir/record.ts'
import type { MediaFile } from '../media-file.ts'
import { dCharacters } from '../names.ts'
import { DEFAULT_FILE_NAMES, FileNamer } from './file-names.ts'
import { groupInstances, type SeriesGroup, type StudyGroup } from './groups.ts'
import type { FileSetInstance } from './instance.ts'

export interface FileSetOptions {
  /** File-set ID: made A-Z 0-9 _, at most 16 characters. May be empty. PS3.10 §8.5. */
  readonly fileSetId: string
  /** How files are called: a rule as `readNameRule` reads it. */
  readonly fileNames?: string
}

export interface FileSet {
  /** The DICOMDIR, then the files. */
  readonly files: readonly MediaFile[]
  /** What the files are, in their order. */
  readonly studies: readonly PlacedStudy[]
}

export interface PlacedStudy {
  readonly uid: string
  /** The first of its data sets speaks for the study and for its patient. */
  readonly first: DataSet
  readonly series: readonly PlacedSeries[]
}

export interface PlacedSeries {
  readonly uid: string
  readonly first: DataSet
  readonly files: readonly PlacedFile[]
}

export interface PlacedFile {
  readonly instance: FileSetInstance
  /** Components of its File ID. */
  readonly path: readonly string[]
}

/** @see fileSetOf */
export function layOutFileSet(instances: readonly FileSetInstance[], options: FileSetOptions): readonly MediaFile[] {
  return fileSetOf(instances, options).files
}

/**
 * The DICOMDIR, then the files, as `IMAGES/ST000001/SE000001/IM000001` or as `fileNames` has it.
 *
 * Studies are counted through the whole set, series within their study, images within their series; in order of
 * date and number. The order in which instances are given does not matter, and one given twice is there once.
 *
 * @throws RangeError if a level has more than 999,999 entries, or `fileNames` is no rule.
 */
export function fileSetOf(instances: readonly FileSetInstance[], options: FileSetOptions): FileSet {
  const namer = new FileNamer(options.fileNames ?? DEFAULT_FILE_NAMES)
  const studies: PlacedStudy[] = []
  const directory = new DicomdirWriter()
  groupInstances(instances).forEach((patient, n) => {
    directory.begin('PATIENT', firstOf(patient.studies[0]?.series[0]), { ordinal: n + 1, uid: '' })
    for (const study of patient.studies) {
      const placed = placeStudy(study, studies.length + 1, namer)
      studies.push(placed)
      listStudy(directory, placed, studies.length)
    }
    directory.end()
  })
  const fileSetId = dCharacters(options.fileSetId).slice(0, 16)
  const files = studies.flatMap(({ series }) => series.flatMap((each) => each.files.map(({ path, instance: { content } }) => ({ path, content }))))
  return { files: [{ path: ['DICOMDIR'], content: [literal(directory.finish(fileSetId))] }, ...files], studies }
}

function placeStudy({ uid, series }: StudyGroup, ordinal: number, namer: FileNamer): PlacedStudy {
  const placed = series.map((group, n) => ({
    uid: group.uid,
    first: firstOf(group),
    files: group.instances.map((instance, m) =>
      ({ instance, path: namer.nameOf(instance.dataSet, { study: ordinal, series: n + 1, image: m + 1 }) })),
  }))
  return { uid, first: firstOf(series[0]), series: placed }
}

function listStudy(directory: DicomdirWriter, { uid, first, series }: PlacedStudy, ordinal: number): void {
  directory.begin('STUDY', first, { ordinal, uid })
  series.forEach((each, n) => {
    directory.begin('SERIES', each.first, { ordinal: n + 1, uid: each.uid })
    each.files.forEach((file, m) => { directory.file(referenceTo(file), m + 1) })
    directory.end()
  })
  directory.end()
}

function referenceTo({ instance, path }: PlacedFile): ReferencedFile {
  const { dataSet, sopClassUid, sopInstanceUid, transferSyntaxUid } = instance
  return { dataSet, sopClassUid, sopInstanceUid, transferSyntaxUid, fileId: path }
}

/** A group is never empty. */
function firstOf(series: SeriesGroup | undefined): DataSet {
  const first = series?.instances[0]
  if (first === undefined) throw new RangeError('an empty series')
  return first.dataSet
}
