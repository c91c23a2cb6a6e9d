/**
 * What a person is told about a medium: on its label, in README.TXT and in INDEX.HTM. MED-20, IHE RAD TF-2 §4.47.
 *
 * @module
 */
import { spokenName, Tags, type DataSet } from '@filmjacket/dicom-data'
import type { PlacedStudy } from '../file-set/file-set.ts'
import type { MediaTime } from '../media-file.ts'
import type { Language } from './words.ts'

export interface DiscText {
  /** Who made the medium, as its finder knows them; empty where nobody said. */
  readonly institution: string
  /** Whom to ask: a telephone number, an address. */
  readonly contact?: string
  readonly product: string
  readonly version: string
  readonly made: MediaTime
  /** Its own words are first; English always follows. */
  readonly language: Language
}

/** A label tells what is printed on the medium. IHE RAD TF-2 §4.47.4.1.2.3. */
export interface Label {
  readonly patients: readonly string[]
  /** `YYYY-MM-DD`. */
  readonly made: string
  readonly institution: string
  readonly content: 'DICOM ONLY' | 'DICOM PLUS WEB'
  /** Of PS3.11; null where the content fits none. */
  readonly profile: string | null
}

/** The lines to print, the most telling first. */
export function labelLines({ patients, made, institution, content, profile }: Label): readonly string[] {
  return [...patients, made, institution, profile === null ? content : `${content} - ${profile}`].filter((line) => line !== '')
}

/** `Jane Doe`, from `Doe^Jane`. */
export function readableName(dataSet: DataSet): string {
  return spokenName(dataSet.text(Tags.PatientName) ?? '')
}

export function patientsOf(studies: readonly PlacedStudy[]): readonly string[] {
  return [...new Set(studies.map(({ first }) => readableName(first)).filter((name) => name !== ''))]
}

/** `2026-01-31`; what is no such date is left as it came. */
export function readableDate(date: string): string {
  return date.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3')
}
