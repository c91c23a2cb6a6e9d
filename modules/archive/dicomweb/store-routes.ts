/**
 * STOW-RS. Translates, decides nothing. PS3.18 §10.5.
 *
 * @module
 */
import { etagOf, literal } from '@filmjacket/bytes'
import { encodeDataSet, readDataSet, toDicomJson, toNativeXml, TransferSyntaxes } from '@filmjacket/dicom-data'
import { choose, MultipartError, storeAnswer, storeStatus, type StoreOutcome } from '@filmjacket/dicom-web'
import { actorOf } from '../../../platform/server/audit.ts'
import { asRoleOrToken, type Caller } from '../../../platform/server/auth/caller.ts'
import { SECOND_MS } from '../../../platform/server/clock.ts'
import { mediaRoute, type MediaInput } from '../../../platform/server/http/route.ts'
import type { Served } from '../../../platform/server/http/serve-extents.ts'
import { studyByUid } from '../store/dicomweb.ts'
import { DICOM_JSON } from './metadata.ts'
import { InStudy } from './params.ts'
import { notAcceptable, wishNotUnderstood } from './problems.ts'
import { receive } from './receive.ts'
import { baseOf, ROOT, wishesIn, type DicomWebService, type PlaceParams } from './service.ts'
import { filesIn } from './store-body.ts'

const senders = asRoleOrToken('store', 'admin', 'clerk')
const BODY_IDLE_MS = 60 * SECOND_MS

const FORMS = [
  { media: DICOM_JSON, isMultipart: false }, { media: 'application/json', isMultipart: false },
  { media: 'application/dicom+xml', isMultipart: false },
] as const

export const storeRoutes = [{ path: '/studies' }, { path: '/studies/:study', params: InStudy }].map(({ path, ...more }) => mediaRoute({
  method: 'POST', url: `${ROOT}${path}`, summary: 'Store instances', allow: senders, bodyIdleMs: BODY_IDLE_MS, ...more,
  async handle(service: DicomWebService, input: MediaInput<Partial<PlaceParams>>) {
    const { media } = choose(wishesIn(input), FORMS) ?? notAcceptable()
    const { caller, params, headers, body } = input
    const outcome = await receive({
      ingest: service.ingest, base: baseOf(input), studyUid: params.study,
      origin: { kind: 'dicom-web', accountId: actorOf(caller) ?? '', peer: input.address },
      mayStore: (studyUid) => mayStore(service, caller, studyUid),
    }, filesIn(headers.contentType, body)).catch(tellBroken)
    return answerOf(outcome, media)
  },
}))

/** A token that reaches certain Studies adds to these alone. */
async function mayStore({ db }: DicomWebService, caller: Caller, studyUid: string): Promise<boolean> {
  if (caller.kind !== 'token' || caller.studies === null) return true
  const study = await studyByUid(db, studyUid)
  return study !== undefined && caller.studies.includes(study.id)
}

/** What came before the break is stored. */
function tellBroken(error: unknown): never {
  if (error instanceof MultipartError) return wishNotUnderstood(error)
  throw error
}

function answerOf(outcome: StoreOutcome, media: string): Served {
  const syntax = TransferSyntaxes.explicitVrLittleEndian
  const dataSet = readDataSet(encodeDataSet(storeAnswer(outcome), syntax), syntax)
  const text = media === 'application/dicom+xml' ? toNativeXml(dataSet) : JSON.stringify(toDicomJson(dataSet))
  const list = [literal(Buffer.from(text))]
  return { list, etag: etagOf(list), mediaType: media, status: storeStatus(outcome) }
}
