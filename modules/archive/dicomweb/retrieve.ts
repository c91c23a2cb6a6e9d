/**
 * Whole Instances: a Study, a Series or one of them. PS3.18 §10.4.1.1.1.
 *
 * What is sent as it is stored, is an extent list: its length is known, and a broken download goes on where it ended.
 *
 * @module
 */
import { etagOf, open, type BlobReader } from '@filmjacket/bytes'
import { transferSyntaxOf, type TransferSyntax } from '@filmjacket/dicom-data'
import { transcode } from '@filmjacket/dicom-pixel'
import {
  addressOf, boundaryOf, choose, formatMediaType, layOutMultipart, multipartType, planInstance, streamMultipart,
  type Choice, type StreamedPart, type Wish,
} from '@filmjacket/dicom-web'
import type { Blobs } from '../../../platform/server/blobs/index.ts'
import type { Served } from '../../../platform/server/http/serve-extents.ts'
import type { Streamed } from '../../../platform/server/http/serve-stream.ts'
import { fileOf } from '../content.ts'
import type { InstancePlace } from '../store/dicomweb.ts'
import { notAcceptable } from './problems.ts'
import { scannedPixels } from './scanned-pixels.ts'
import { means } from './transcoding.ts'

export const DICOM = 'application/dicom'

const ONE = [{ media: DICOM, isMultipart: true }, { media: DICOM, isMultipart: false }] as const
const SEVERAL = [ONE[0]] as const

export interface RetrieveWish {
  readonly wishes: readonly Wish[]
  readonly studyUid: string
  readonly base: string
  /** One Instance was named, and not a group that happens to hold one. */
  readonly isOne: boolean
  /** Ends the answer in its middle: who asked may not have it any more. */
  readonly until?: AbortSignal | undefined
}

/** @throws Problem if nothing that can be sent is acceptable. */
export async function serveInstances(
  blobs: Blobs, instances: readonly InstancePlace[], wish: RetrieveWish,
): Promise<Served | Streamed> {
  const choice = choose(wish.wishes, wish.isOne ? ONE : SEVERAL) ?? notAcceptable()
  const planned = instances.map((instance) => plan(instance, choice))
  if (planned.every(({ isStored }) => isStored)) return extents(planned, choice, wish)
  const [only] = planned
  return wish.isOne && only !== undefined ? oneTranscoded(blobs, only, choice) : streamed(blobs, planned, wish.until)
}

interface Planned {
  readonly instance: InstancePlace
  readonly target: TransferSyntax
  readonly isStored: boolean
}

/** What cannot be had as is wished stays as it is, and says so: of a Study, nothing is silently left out. */
function plan(instance: InstancePlace, { transferSyntaxes }: Choice): Planned {
  const stored = transferSyntaxOf(instance.transferSyntaxUid)
  const target = planInstance(transferSyntaxes, stored, means) ?? stored
  return { instance, target, isStored: target.uid === stored.uid }
}

function extents(planned: readonly Planned[], { isMultipart }: Choice, { base, studyUid, until }: RetrieveWish): Served {
  const files = planned.map(({ instance, target }) => ({
    contentType: typeOf(target), content: fileOf(instance),
    location: addressOf(base, { study: studyUid, series: instance.seriesUid, instance: instance.instanceUid }),
  }))
  const [only] = files
  const { list, mediaType } = !isMultipart && only !== undefined
    ? { list: only.content, mediaType: only.contentType }
    : layOutMultipart(DICOM, files)
  return { list, etag: etagOf(list), mediaType, headers: VARY, ...(until !== undefined && { until }) }
}

const VARY = { vary: 'accept' } as const

async function oneTranscoded(blobs: Blobs, planned: Planned, choice: Choice): Promise<Served | Streamed> {
  const made = await transcoded(blobs, planned)
  if (made === null && choice.transferSyntaxes.length > 0 && !choice.transferSyntaxes.includes('*')) return notAcceptable()
  const part = made ?? asStored(blobs, planned.instance)
  if (!choice.isMultipart) return { bytes: part.content, mediaType: part.contentType, headers: VARY }
  return streamOf([planned], () => Promise.resolve(part))
}

function streamed(blobs: Blobs, planned: readonly Planned[], until: AbortSignal | undefined): Streamed {
  return streamOf(planned, async (each) => {
    until?.throwIfAborted()
    return (each.isStored ? null : await transcoded(blobs, each)) ?? asStored(blobs, each.instance)
  })
}

function streamOf(planned: readonly Planned[], partOf: (planned: Planned) => Promise<StreamedPart>): Streamed {
  async function* parts(): AsyncGenerator<StreamedPart> {
    for (const each of planned) yield await partOf(each)
  }
  const boundary = boundaryOf(planned.map(({ instance, target }) => `${instance.blobId} ${target.uid}`))
  return { bytes: streamMultipart(boundary, parts()), mediaType: multipartType(DICOM, boundary), headers: VARY }
}

function asStored(blobs: BlobReader, instance: InstancePlace): StreamedPart {
  const contentType = typeOf(transferSyntaxOf(instance.transferSyntaxUid))
  return { contentType, content: open(fileOf(instance), blobs) }
}

/** Null if it cannot be made: no picture, no decoder, a broken frame at its beginning. */
async function transcoded(blobs: Blobs, { instance, target }: Planned): Promise<StreamedPart | null> {
  const outcome = await transcode(await scannedPixels(blobs, instance), target)
  return outcome.kind === 'unsupported' ? null : { contentType: typeOf(target), content: outcome.bytes }
}

function typeOf({ uid }: TransferSyntax): string {
  return formatMediaType(DICOM, { 'transfer-syntax': uid })
}
