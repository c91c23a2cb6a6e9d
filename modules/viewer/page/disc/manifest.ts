/**
 * What a disc says about itself in `STUDIES.JS`, before any file of it was read. The disc may come from anybody: what is
 * not of this form is left out, and a path leads nowhere but into the disc.
 *
 * @module
 */

export interface DiscSeries {
  readonly uid: string
  readonly modality: string
  readonly description: string
  readonly number: number | null
  /** A picture of it, by its path on the disc. */
  readonly preview: string | null
  /** Reports and letters of it that any browser shows. */
  readonly documents: readonly DiscDocument[]
  /** Paths on the disc. */
  readonly files: readonly string[]
}

export interface DiscDocument {
  /** May be empty. */
  readonly title: string
  /** By its path on the disc. */
  readonly file: string
}

export interface DiscStudy {
  readonly uid: string
  /** PN, as it was received. */
  readonly patient: string
  readonly description: string
  /** DA, or empty. */
  readonly date: string
  readonly series: readonly DiscSeries[]
}

export interface Manifest {
  /** PN, as it was received; empty where its Studies are several people's. */
  readonly patient: string
  /** When the disc was made: DA, or empty. */
  readonly made: string
  readonly institution: string
  readonly studies: readonly DiscStudy[]
}

/** Null if nothing of it is to be used. */
export function manifestOf(given: unknown): Manifest | null {
  if (!isRecord(given)) return null
  const { patient } = given
  const name = textOf(isRecord(patient) ? patient['name'] : patient)
  const studies = listOf(given['studies']).flatMap((study) => studyOf(study, name))
  if (studies.length === 0) return null
  const isOfOne = studies.every((study) => study.patient === name)
  return { patient: isOfOne ? name : '', made: dayOf(given['made']), institution: textOf(given['institution']), studies }
}

/** @param patient - whose it is, where it does not say so itself. */
function studyOf(given: unknown, patient: string): readonly DiscStudy[] {
  if (!isRecord(given)) return []
  const series = listOf(given['series']).flatMap(seriesOf)
  const uid = textOf(given['uid'])
  return uid === '' ? [] : [{ uid, patient: textOf(given['patient']) || patient, description: textOf(given['description']), date: dayOf(given['date']), series }]
}

function seriesOf(given: unknown): readonly DiscSeries[] {
  if (!isRecord(given)) return []
  const uid = textOf(given['uid'])
  const files = listOf(given['instances']).flatMap((each) => pathOf(isRecord(each) ? each['file'] : each) ?? [])
  if (uid === '' || files.length === 0) return []
  const number = Number(given['number'] ?? NaN)
  return [{
    uid, files, modality: textOf(given['modality']), description: textOf(given['description']),
    number: Number.isInteger(number) ? number : null, preview: pathOf(given['preview']),
    documents: listOf(given['documents']).flatMap(documentOf),
  }]
}

function documentOf(given: unknown): readonly DiscDocument[] {
  const file = isRecord(given) ? pathOf(given['file']) : null
  return file === null || !isRecord(given) ? [] : [{ title: textOf(given['title']), file }]
}

const PATH = /^[A-Za-z0-9_]+(\/[A-Za-z0-9_]+)*(\.[A-Za-z0-9]{1,4})?$/

/** Of letters, digits and `_` alone: nothing in it leads to another place, or to another scheme. */
function pathOf(given: unknown): string | null {
  return typeof given === 'string' && given.length <= 255 && PATH.test(given) ? given : null
}

/** A day, of a date with or without separators, or of a moment. */
function dayOf(given: unknown): string {
  return /^(\d{4})-?(\d{2})-?(\d{2})/.exec(textOf(given))?.slice(1).join('') ?? ''
}

function textOf(given: unknown): string {
  return typeof given === 'string' ? given.slice(0, 400) : ''
}

function listOf(given: unknown): readonly unknown[] {
  return Array.isArray(given) ? given : []
}

function isRecord(given: unknown): given is Readonly<Record<string, unknown>> {
  return typeof given === 'object' && given !== null && !Array.isArray(given)
}
