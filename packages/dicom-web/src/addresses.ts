/**
 * Addresses of DICOMweb resources below a service's base. PS3.18 §10.1.1.
 *
 * @module
 */

/** From the Study down; what is not named is not part of the address. */
export interface Place {
  readonly study: string
  readonly series?: string
  readonly instance?: string
}

/** `https://pacs/dicom-web/studies/1.2/series/3.4` */
export function addressOf(base: string, { study, series, instance }: Place): string {
  const within = [['studies', study], ['series', series], ['instances', instance]] as const
  const steps = within.flatMap(([name, uid]) => (uid === undefined ? [] : [`/${name}/${encodeURIComponent(uid)}`]))
  return `${base.replace(/\/+$/, '')}${steps.join('')}`
}

export interface SearchParameters {
  /** By keyword or tag. */
  readonly keys?: Readonly<Record<string, string>>
  readonly includeFields?: readonly string[]
  readonly fuzzyMatching?: boolean
  readonly limit?: number
  readonly offset?: number
}

/** The address of a search for what is below `place`, or for Studies if there is none. */
export function searchAddress(base: string, below: Place | null, parameters: SearchParameters = {}): string {
  const { keys = {}, includeFields = [], fuzzyMatching, limit, offset } = parameters
  const above = below === null ? base.replace(/\/+$/, '') : addressOf(base, below)
  const what = below === null ? 'studies' : below.series === undefined ? 'series' : 'instances'
  const query = new URLSearchParams(keys)
  for (const field of includeFields) query.append('includefield', field)
  if (fuzzyMatching !== undefined) query.set('fuzzymatching', String(fuzzyMatching))
  if (limit !== undefined) query.set('limit', String(limit))
  if (offset !== undefined) query.set('offset', String(offset))
  const text = query.toString()
  return `${above}/${what}${text === '' ? '' : `?${text}`}`
}

/** Frames by number, from 1. */
export function framesAddress(base: string, place: Required<Place>, frames: readonly number[]): string {
  return `${addressOf(base, place)}/frames/${frames.join(',')}`
}

/** Numbers of a list of frames, from 1; null if it is none. */
export function parseFrameList(text: string): readonly number[] | null {
  const numbers = text.split(',').map((each) => (/^[1-9]\d{0,8}$/.test(each) ? Number(each) : 0))
  return numbers.includes(0) ? null : numbers
}
