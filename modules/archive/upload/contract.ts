/**
 * Uploads: files, folders, ZIP files and disc images from a browser, or from a program. ING-30, ING-31, ING-40.
 *
 * @module
 */
import Type, { type Static } from 'typebox'

const orNull = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()])

const Text = Type.String()
const Time = Type.String({ format: 'date-time' })
const Count = Type.Integer({ minimum: 0 })

/** In characters of UTF-16: what an index of the database still holds, whatever the script. */
export const UPLOAD_PATH_MAX = 500
/** Files in one offer. */
export const OFFER_MAX = 500

/** What became of a file. */
export const FileOutcome = Type.Union([
  /** It is in the archive by this upload. */
  Type.Literal('taken'),
  /** The same bytes were here before. */
  Type.Literal('duplicate'),
  /** It is kept apart until a person has looked at it. */
  Type.Literal('held'),
  /** An image that could not be taken. */
  Type.Literal('refused'),
  /** No image: nothing is missing for it. */
  Type.Literal('skipped'),
])
export type FileOutcome = Static<typeof FileOutcome>

/** Reasons that a page finds out for itself, before anything is sent. */
export const FoundReason = Type.Union([
  Type.Literal('directory'), Type.Literal('program'), Type.Literal('not-dicom'), Type.Literal('cannot-read'), Type.Literal('too-large'),
  Type.Literal('archive-broken'), Type.Literal('archive-encrypted'), Type.Literal('archive-too-much'), Type.Literal('archive-nested'),
])
export type FoundReason = Static<typeof FoundReason>

/** Why a file was not simply taken. */
export const FileReason = Type.Union([
  Type.Literal('conflict'), Type.Literal('mismatch'), Type.Literal('unreadable'), Type.Literal('held'), Type.Literal('no-room'),
  FoundReason,
])
export type FileReason = Static<typeof FileReason>

/** `open` until its person ends it. */
export const UploadState = Type.Union([Type.Literal('open'), Type.Literal('done'), Type.Literal('cancelled')])
export type UploadState = Static<typeof UploadState>

/** What a person chose: a name of it for the list, and how much it is. */
export const NewUpload = Type.Object({
  label: Type.String({ maxLength: 200 }),
  files: Type.Integer({ minimum: 0, maximum: 10_000_000 }),
  bytes: Type.Integer({ minimum: 0 }),
}, { additionalProperties: false })
export type NewUpload = Static<typeof NewUpload>

/** More was chosen, or it is over. */
export const UploadChange = Type.Object({
  files: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000_000 })),
  bytes: Type.Optional(Type.Integer({ minimum: 0 })),
  state: Type.Optional(Type.Union([Type.Literal('done'), Type.Literal('cancelled')])),
}, { additionalProperties: false })
export type UploadChange = Static<typeof UploadChange>

export const UploadView = Type.Object({
  id: Text,
  /** Display name of who uploads; empty if the account is gone. */
  by: Text,
  isOwn: Type.Boolean(),
  label: Text,
  state: UploadState,
  startedAt: Time, changedAt: Time, endedAt: orNull(Time),
  /** As chosen. */
  files: Count, bytes: Count,
  /** Files with this outcome so far. */
  taken: Count, duplicate: Count, held: Count, refused: Count, skipped: Count,
  takenBytes: Count,
})
export type UploadView = Static<typeof UploadView>

export const UploadPage = Type.Object({
  /** The `next` of the page before. */
  before: Type.Optional(Type.String({ maxLength: 64 })),
})
export type UploadPage = Static<typeof UploadPage>

export const UploadList = Type.Object({
  uploads: Type.Array(UploadView),
  next: orNull(Text),
  /** Whether the caller may begin one, and the longest file. */
  mayUpload: Type.Boolean(),
  fileBytesMax: Count,
})
export type UploadList = Static<typeof UploadList>

/** One file before it is sent: by the SHA-256 of its bytes, or with the reason why it is not sent. */
export const OfferedFile = Type.Object({
  path: Type.String({ minLength: 1, maxLength: UPLOAD_PATH_MAX }),
  bytes: Count,
  digest: Type.Optional(Type.String({ pattern: '^[0-9a-f]{64}$' })),
  reason: Type.Optional(FoundReason),
}, { additionalProperties: false })
export type OfferedFile = Static<typeof OfferedFile>

export const Offer = Type.Object({ files: Type.Array(OfferedFile, { minItems: 1, maxItems: OFFER_MAX }) }, { additionalProperties: false })
export type Offer = Static<typeof Offer>

/** `send`: it is not here. `full`: it was sent, and there is no room; nothing is noted, send it again later. */
export const FileAnswer = Type.Object({
  path: Text,
  outcome: Type.Union([FileOutcome, Type.Literal('send'), Type.Literal('full')]),
  reason: orNull(FileReason),
})
export type FileAnswer = Static<typeof FileAnswer>

/** In the order of the question. */
export const Answers = Type.Object({ files: Type.Array(FileAnswer) })
export type Answers = Static<typeof Answers>

export const ReportPage = Type.Object({
  outcome: Type.Optional(FileOutcome),
  after: Type.Optional(Type.String({ maxLength: 4 * UPLOAD_PATH_MAX + 400 })),
})
export type ReportPage = Static<typeof ReportPage>

export const ReportedFile = Type.Object({
  path: Text, bytes: Count, outcome: FileOutcome, reason: orNull(FileReason),
  /** In English, for technicians: what exactly could not be read. */
  detail: Text,
})
export type ReportedFile = Static<typeof ReportedFile>

export const Report = Type.Object({ files: Type.Array(ReportedFile), next: orNull(Text) })
export type Report = Static<typeof Report>

export const UploadedStudy = Type.Object({
  id: Text, studyUid: Text, date: Text, description: Text, accessionNumber: Text, modalities: Type.Array(Text),
  /** Images of this upload, and in all. */
  uploaded: Count, instances: Count,
  mayView: Type.Boolean(),
})
export type UploadedStudy = Static<typeof UploadedStudy>

export const UploadedPatient = Type.Object({
  /** PN as received. */
  name: Text, patientId: Text, birthDate: Text, sex: Text,
  studies: Type.Array(UploadedStudy),
})
export type UploadedPatient = Static<typeof UploadedPatient>

export const UploadedPatients = Type.Object({
  patients: Type.Array(UploadedPatient),
  /** There are more studies than are told. */
  isMore: Type.Boolean(),
})
export type UploadedPatients = Static<typeof UploadedPatients>

/** So many bytes from the start say what a file is. */
export const HEAD_BYTES = 132

/** What a file is by its name and first bytes: an image, or what is on discs beside images. PS3.10 §7.1. */
export function kindOfFile(path: string, head: Uint8Array): 'dicom' | 'directory' | 'program' | 'not-dicom' {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase()
  if (/^dicomdir(\.|;|$)/.test(name)) return 'directory'
  if (isText(head, 128, 'DICM') || isBareDataSet(head)) return 'dicom'
  return PROGRAM.test(name) || isText(head, 0, 'MZ') || isText(head, 0, '\x7fELF') ? 'program' : 'not-dicom'
}

const PROGRAM = /\.(exe|dll|sys|ocx|msi|cab|inf|ini|bat|cmd|com|app|dmg|pkg|jar|class|so|dylib|sh|js|css|html?|xml|xsl|chm|hlp|ico|cfg|config|dat|db|lnk|manifest|properties|plist|nib|ttf)$/

function isText(head: Uint8Array, at: number, text: string): boolean {
  return new TextDecoder('latin1').decode(head.subarray(at, at + text.length)) === text
}

/** Without preamble: it begins with an element of group 2 or 8, little endian. */
function isBareDataSet(head: Uint8Array): boolean {
  const [group, high, element, elementHigh] = head
  return (group === 2 || group === 8) && high === 0 && element !== undefined && elementHigh === 0 && head.length >= 12
}
