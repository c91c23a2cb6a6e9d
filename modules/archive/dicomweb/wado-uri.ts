/**
 * WADO-URI. Translates, decides nothing. PS3.18 §9.
 *
 * @module
 */
import { Tags } from '@filmjacket/dicom-data'
import { parseWadoUri, suits, WadoUriError, type WadoUri, type Wish } from '@filmjacket/dicom-web'
import { asRoleOrToken } from '../../../platform/server/auth/caller.ts'
import { mediaRoute, type MediaInput } from '../../../platform/server/http/route.ts'
import { wishNotUnderstood } from './problems.ts'
import { servePicture } from './render.ts'
import { DICOM, serveInstances } from './retrieve.ts'
import { baseOf, openFiles, openInstances, ROOT, wishesIn, type DicomWebService } from './service.ts'

export const wadoUri = mediaRoute({
  method: 'GET', url: `${ROOT}/wado`, summary: 'An instance or a picture of it, by WADO-URI',
  allow: asRoleOrToken('read', 'admin', 'clerk', 'doctor', 'patient', 'visitor'),
  async handle(service: DicomWebService, input) {
    const asked = understood(input)
    const place = { ...input, params: { study: asked.studyUid, series: asked.seriesUid, instance: asked.instanceUid } }
    const [instance] = await openInstances(service, place, 'view')
    const wishes = asked.contentTypes.length === 0 ? wishesIn(input)
      : asked.contentTypes.map((media): Wish => ({ media, isMultipart: false, transferSyntax: asked.transferSyntax }))
    if (!(await isFile(service, instance, wishes)))
      return servePicture(service.pixelsOf, instance, { wishes, rendering: asked.rendering, frame: asked.frame })
    const [file] = await openFiles(service, place)
    const dicom: Wish = { media: DICOM, isMultipart: false, transferSyntax: asked.transferSyntax }
    return serveInstances(service.blobs, [file], {
      wishes: [dicom], studyUid: asked.studyUid, base: baseOf(input), isOne: true,
    })
  },
})

type Instance = Awaited<ReturnType<typeof openInstances>>[0]

/** Who says nothing gets a picture of one frame, and the file of anything else. PS3.18 §9.1.2.1. */
async function isFile({ pixelsOf }: DicomWebService, instance: Instance, [first]: readonly Wish[]): Promise<boolean> {
  if (first === undefined || first.media === '*/*') {
    const { dataSet, bulk } = await pixelsOf(instance)
    return bulk === null || (dataSet.number(Tags.NumberOfFrames) ?? 1) > 1
  }
  return suits({ media: DICOM, isMultipart: false }, first)
}

function understood({ query }: MediaInput<unknown>): WadoUri {
  try {
    return parseWadoUri(new Map(query))
  } catch (error) {
    if (error instanceof WadoUriError) return wishNotUnderstood(error)
    throw error
  }
}
