import { encodeDataSet } from './encode.ts'
import { Tags } from './dictionary.ts'
import { joined } from './growing-bytes.ts'
import { TransferSyntaxes } from './transfer-syntax.ts'

/** Who wrote the file: this library. PS3.10 Table 7.1-1, PS3.7 §D.3.3.2. */
export const IMPLEMENTATION_CLASS_UID = '2.25.190146791043182537444806132342625375407'
export const IMPLEMENTATION_VERSION_NAME = 'FILMJACKET_0.1'

export interface FileMeta {
  readonly sopClassUid: string
  readonly sopInstanceUid: string
  readonly transferSyntaxUid: string
  readonly sourceAeTitle?: string
}

const PREAMBLE_BYTES = 128
const PREFIX = 'DICM'

/** What is before the data set in a Part 10 file: preamble, prefix and File Meta Information. PS3.10 §7.1. */
export function encodeFileMeta(meta: FileMeta): Uint8Array {
  const { explicitVrLittleEndian } = TransferSyntaxes
  const elements = encodeDataSet({
    [Tags.FileMetaInformationVersion]: Uint8Array.of(0, 1),
    [Tags.MediaStorageSOPClassUID]: meta.sopClassUid,
    [Tags.MediaStorageSOPInstanceUID]: meta.sopInstanceUid,
    [Tags.TransferSyntaxUID]: meta.transferSyntaxUid,
    [Tags.ImplementationClassUID]: IMPLEMENTATION_CLASS_UID,
    [Tags.ImplementationVersionName]: IMPLEMENTATION_VERSION_NAME,
    ...(meta.sourceAeTitle === undefined ? {} : { [Tags.SourceApplicationEntityTitle]: meta.sourceAeTitle }),
  }, explicitVrLittleEndian)
  const groupLength = encodeDataSet(
    { [Tags.FileMetaInformationGroupLength]: elements.length }, explicitVrLittleEndian,
  )
  return joined([new Uint8Array(PREAMBLE_BYTES), Buffer.from(PREFIX), groupLength, elements])
}
