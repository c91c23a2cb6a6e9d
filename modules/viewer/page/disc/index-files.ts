/** Which files make up which Series: as the disc says, else as the files themselves say. */
import { numberOf, textOf } from '../core/elements.ts'
import { Tags } from '../core/tags.ts'
import type { ChosenFile } from './chosen-files.ts'
import type { FileBytes, ImageFile, OpenImageFile } from './image-file.ts'
import type { DiscDocument, Manifest } from './manifest.ts'

export interface OpenSeries {
  readonly uid: string
  readonly modality: string
  readonly description: string
  readonly number: number | null
  readonly preview: string | null
  readonly documents: readonly DiscDocument[]
  readonly files: readonly File[]
}

export interface OpenStudy {
  readonly uid: string
  readonly description: string
  readonly date: string
  readonly accessionNumber: string
  readonly patient: { readonly name: string; readonly id: string; readonly birthDate: string; readonly sex: string }
  readonly series: readonly OpenSeries[]
}

export function bytesOf(file: File): FileBytes {
  return {
    size: file.size,
    read: async (start, end) => new Uint8Array(await file.slice(start, Math.min(end, file.size)).arrayBuffer()),
  }
}

export interface IndexOptions {
  readonly open: OpenImageFile
  readonly onProgress: (done: number, count: number) => void
}

/** Without what the manifest names and nobody gave. */
export async function studiesIn(chosen: readonly ChosenFile[], manifest: Manifest | null, options: IndexOptions): Promise<readonly OpenStudy[]> {
  const named = manifest === null ? [] : await studiesOfManifest(chosen, manifest, options)
  return named.length > 0 ? named : await studiesOfFiles(chosen, options)
}

/** Paths of a medium have one case only; the folder that was given may be the disc, or one around or within it. */
function finder(chosen: readonly ChosenFile[]): (path: string) => File | undefined {
  const byPath = new Map(chosen.flatMap(({ path, file }) => endingsOf(path.toUpperCase()).map((ending) => [ending, file] as const)))
  return (path) => endingsOf(path.toUpperCase()).filter((ending) => ending.includes('/')).map((ending) => byPath.get(ending)).find((file) => file !== undefined)
}

/** `A/B/C`, `B/C`, `C`. */
function endingsOf(path: string): readonly string[] {
  const parts = path.split('/')
  return parts.map((_, n) => parts.slice(n).join('/'))
}

async function studiesOfManifest(chosen: readonly ChosenFile[], { studies }: Manifest, { open }: IndexOptions): Promise<readonly OpenStudy[]> {
  const find = finder(chosen)
  const found = await Promise.all(studies.map(async ({ uid, patient, description, date, series }) => {
    const there = series.map((each) => ({ ...each, files: each.files.flatMap((path) => find(path) ?? []) })).filter(({ files }) => files.length > 0)
    const first = there[0]?.files[0]
    const image = first === undefined ? null : await open(bytesOf(first), { addressOf: (path) => path }).catch(() => null)
    // All discs look alike: this may be another patient's.
    if (image === null || textOf(image.elements, Tags.StudyInstanceUID) !== uid) return []
    const { accessionNumber, patient: itself } = factsOf(image)
    return [{ uid, description, date, accessionNumber, patient: itself.name === '' ? { ...itself, name: patient } : itself, series: there }]
  }))
  return found.flat()
}

function factsOf({ elements }: ImageFile): Pick<OpenStudy, 'accessionNumber' | 'patient'> {
  const [name] = elements[Tags.PatientName]?.Value ?? []
  const alphabetic = typeof name === 'object' && name !== null ? (name as { readonly Alphabetic?: unknown }).Alphabetic : name
  return {
    accessionNumber: textOf(elements, Tags.AccessionNumber),
    patient: {
      name: typeof alphabetic === 'string' ? alphabetic : '', id: textOf(elements, Tags.PatientID),
      birthDate: textOf(elements, Tags.PatientBirthDate), sex: textOf(elements, Tags.PatientSex),
    },
  }
}

/** Files are read one after the other: a disc has one head. */
async function studiesOfFiles(chosen: readonly ChosenFile[], { open, onProgress }: IndexOptions): Promise<readonly OpenStudy[]> {
  const studies = new Map<string, OpenStudy & { readonly series: OpenSeries[] }>()
  for (const [n, { file }] of chosen.entries()) {
    onProgress(n, chosen.length)
    const image = await open(bytesOf(file), { addressOf: (path) => path }).catch(() => null)
    if (image !== null) take(studies, image, file)
  }
  return [...studies.values()].map((study) => ({ ...study, series: study.series.toSorted((a, b) => (a.number ?? 0) - (b.number ?? 0)) }))
}

function take(studies: Map<string, OpenStudy & { readonly series: OpenSeries[] }>, image: ImageFile, file: File): void {
  const { elements } = image
  const text = (tag: string): string => textOf(elements, tag)
  const [studyUid, seriesUid] = [text(Tags.StudyInstanceUID), text(Tags.SeriesInstanceUID)]
  const study = studies.get(studyUid) ?? {
    uid: studyUid, description: text(Tags.StudyDescription), date: text(Tags.StudyDate), ...factsOf(image), series: [],
  }
  studies.set(studyUid, study)
  const at = study.series.findIndex(({ uid }) => uid === seriesUid)
  const series = study.series[at]
  if (series !== undefined) {
    study.series[at] = { ...series, files: [...series.files, file] }
    return
  }
  study.series.push({
    uid: seriesUid, modality: text(Tags.Modality), description: text(Tags.SeriesDescription), number: numberOf(elements, Tags.SeriesNumber),
    preview: null, documents: [], files: [file],
  })
}
