/** The addresses of DICOMweb, as the product lists its routes. PS3.18 §10.1. */

/** Where an image lies in DICOMweb, by its UIDs. */
export interface Place {
  readonly study: string
  readonly series: string
  readonly instance: string
}

export const NOWHERE: Place = { study: '1.2.3', series: '1.2.3.4', instance: '1.2.3.4.5' }

export const IN_STUDY = '/dicom-web/studies/{study}'
export const IN_SERIES = `${IN_STUDY}/series/{series}`
export const AT_INSTANCE = `${IN_SERIES}/instances/{instance}`
const AT_FRAME = `${AT_INSTANCE}/frames/{frames}`

/** What DICOMweb reads below an exam: one address of each kind. */
export const imagePaths: readonly string[] = [
  IN_STUDY, IN_SERIES, AT_INSTANCE, `${IN_STUDY}/series`, `${IN_STUDY}/instances`, `${IN_SERIES}/instances`,
  ...[IN_STUDY, IN_SERIES, AT_INSTANCE].map((path) => `${path}/metadata`), AT_FRAME, `${AT_INSTANCE}/bulkdata/{*}`,
  ...[IN_STUDY, IN_SERIES, AT_INSTANCE, AT_FRAME].flatMap((path) => [`${path}/rendered`, `${path}/thumbnail`]),
]

export function imagePath(path: string, { study, series: ofStudy, instance }: Place): string {
  return path.replace('{study}', study).replace('{series}', ofStudy).replace('{instance}', instance)
    .replace('{frames}', '1').replace('{*}', '7FE00010')
}
