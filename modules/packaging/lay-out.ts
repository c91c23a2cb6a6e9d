/**
 * Studies as one file: a DICOM file-set (PS3.10 §8) with what IHE PDI puts beside it, in a ZIP or on an ISO 9660 volume.
 * MED-01, MED-02, MED-20.
 *
 * @module
 */
import { literal, parseBlobId, range, type ExtentList } from '@filmjacket/bytes'
import { SopClasses, Tags, TransferSyntaxes } from '@filmjacket/dicom-data'
import {
  fileSetOf, layOutIso, layOutPdi, layOutZip,
  type FileSet, type FileSetInstance, type Label, type MediaFile, type MediaTime, type Pdi, type WebItem,
} from '@filmjacket/dicom-media'
import { headerOf, type SeriesPreview, type StoredInstance } from '../archive/index.ts'
import type { Instant } from '../../platform/server/clock.ts'
import type { Format } from './contract.ts'
import { studiesScript, type Disc } from './disc.ts'
import { explicitContentOf, mediaContentOf } from './media-content.ts'
import { plainRecipe, type Recipe } from './recipe.ts'

/** File-set ID and volume label: a disc must not tell whose it is from the outside. */
const LABEL = 'FILMJACKET'
export const PRODUCT = 'Filmjacket'

/** What rows say of a package's Studies, and what this version of the product adds. */
export interface Content {
  readonly instances: readonly StoredInstance[]
  readonly previews?: readonly SeriesPreview[]
  readonly disc?: Disc | undefined
  readonly version?: string
}

export interface LaidOut {
  readonly files: readonly MediaFile[]
  /** By the content of a file, the id of its Instance. Ids rise in the order in which Instances came. */
  readonly ids: ReadonlyMap<ExtentList, string>
  readonly label: Label
}

/** Pure: the same content, recipe and time give the same bytes. No blob is opened. */
export function layOut(content: Content, format: Format, madeAt: Instant, recipe: Recipe = plainRecipe): ExtentList {
  return wrap(layOutFiles(content, madeAt, recipe), format, madeAt)
}

export function wrap({ files, ids }: Pick<LaidOut, 'files' | 'ids'>, format: Format, madeAt: Instant): ExtentList {
  const modified = mediaTime(madeAt)
  switch (format) {
    case 'zip': return layOutZip(asTheyCame(files, ids), modified)
    case 'iso': return layOutIso(files, { volumeId: LABEL, modified, application: PRODUCT.toUpperCase() })
  }
}

/**
 * As they came images lie in the store: what is read for a ZIP is then read in one go. A disc is burned, and looked at series by
 * series from a drive that seeks slowly: there they stay in the order in which people look.
 */
function asTheyCame(files: readonly MediaFile[], ids: LaidOut['ids']): readonly MediaFile[] {
  const told = files.map((file) => ({ file, id: ids.get(file.content) ?? '' }))
  return told.sort((a, b) => (a.id === b.id ? 0 : a.id < b.id ? -1 : 1)).map(({ file }) => file)
}

export function layOutFiles(content: Content, madeAt: Instant, recipe: Recipe): LaidOut {
  const { instances, version = '' } = content
  const { language, institution, contact, profile, fileNames } = recipe
  const members = instances.map((instance) => fileSetInstance(instance, recipe))
  const ids = new Map(instances.map(({ id }, n) => [members[n]?.content ?? [], id]))
  const fileSet = fileSetOf(members, { fileSetId: LABEL, fileNames })
  const made = mediaTime(madeAt)
  const disc = recipe.viewer ? content.disc : undefined
  const pdi = layOutPdi(fileSet.studies, {
    text: { institution, contact, product: PRODUCT, version, made, language }, profile, web: webOf(fileSet, content, recipe), reports: recipe.previews,
    ...(disc === undefined ? {} : { viewerPage: disc.page }),
  })
  const viewer = disc === undefined ? [] : [studiesScript(fileSet, { institution, made: made.date, web: pdi.web }), ...disc.files]
  return { files: inOrder(fileSet, pdi, viewer), ids, label: pdi.label }
}

/** What opens the medium is in front: a download that is cut short can be looked into. */
function inOrder(fileSet: FileSet, pdi: Pdi, viewer: readonly MediaFile[]): readonly MediaFile[] {
  const [directory, ...images] = fileSet.files
  return [...(directory === undefined ? [] : [directory]), ...pdi.files, ...viewer, ...images]
}

/** Previews, pictures and documents, in this order; pages of reports are made where the medium is laid out. */
function webOf({ studies }: FileSet, { instances, previews = [] }: Content, { previews: isWanted, pictures = [] }: Recipe): readonly WebItem[] {
  if (!isWanted) return []
  const byId = new Map(instances.map((instance) => [instance.id, instance]))
  return [
    ...previews.filter(({ mediaType }) => mediaType === 'image/jpeg')
      .map(({ seriesUid, bytes }): WebItem => ({ seriesUid, kind: 'preview', content: [literal(bytes)] })),
    ...pictures.map(({ instanceId, seriesUid, frame, digest, sizeBytes, crc32 }): WebItem => ({
      seriesUid, kind: 'picture', image: { sopInstanceUid: byId.get(instanceId)?.instanceUid ?? '', frame },
      content: [range(parseBlobId(digest), 0, sizeBytes, crc32)],
    })),
    ...documentsOf(studies, instances),
  ]
}

/** PDF alone: browsers show it, and nothing in it refers to other files. PS3.3 §A.45.1. */
const PDF = 'application/pdf'

function documentsOf(studies: FileSet['studies'], instances: readonly StoredInstance[]): readonly WebItem[] {
  const documents = new Map(instances.flatMap(({ instanceUid, sopClassUid, blobId, bulkStart, bulkEnd, crc32 }) =>
    sopClassUid !== SopClasses.encapsulatedPdf || bulkStart === null || bulkEnd === null
      ? [] : [[instanceUid, [range(blobId, bulkStart, bulkEnd - bulkStart, crc32.within)]] as const]))
  if (documents.size === 0) return []
  return studies.flatMap(({ series }) => series.flatMap(({ uid: seriesUid, files }) => files.flatMap(({ instance: { dataSet, sopInstanceUid } }): readonly WebItem[] => {
    const content = dataSet.text(Tags.MIMETypeOfEncapsulatedDocument)?.toLowerCase() === PDF ? documents.get(sopInstanceUid) : undefined
    const title = dataSet.text(Tags.DocumentTitle) ?? dataSet.text(Tags.SeriesDescription)
    return content === undefined ? [] : [{ seriesUid, kind: 'document', content, ...(title === undefined ? {} : { title }) }]
  })))
}

function fileSetInstance(instance: StoredInstance, recipe: Recipe): FileSetInstance {
  const changed = changedContentOf(instance, recipe)
  return {
    dataSet: headerOf(instance),
    sopClassUid: instance.sopClassUid,
    sopInstanceUid: instance.instanceUid,
    transferSyntaxUid: changed === null ? instance.transferSyntaxUid : TransferSyntaxes.explicitVrLittleEndian.uid,
    content: changed ?? mediaContentOf(instance),
  }
}

/** Null for what goes as it is, because it fits or because it cannot be brought to fit. */
function changedContentOf(instance: StoredInstance, { changes, derived }: Recipe): ExtentList | null {
  const change = changes[instance.transferSyntaxUid]
  if (change === undefined) return null
  const file = derived[instance.id]
  if (file !== undefined) return [range(parseBlobId(file.digest), 0, file.sizeBytes, file.crc32)]
  return change === 'rewrite' ? explicitContentOf(instance) : null
}

/** UTC: a medium has no zone to say. */
function mediaTime(instant: Instant): MediaTime {
  const [date = '', time = ''] = new Date(instant).toISOString().split('T')
  return { date: date.replaceAll('-', ''), time: time.slice(0, 8).replaceAll(':', '') }
}
