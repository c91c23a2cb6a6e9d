/**
 * What crosses the border of the archive, besides DICOM and DICOMweb: uploads from a browser.
 *
 * @module
 */
import Type, { type Static } from 'typebox'

const orNull = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()])

const Text = Type.String()
const Time = Type.String({ format: 'date-time' })
const Count = Type.Integer({ minimum: 0 })

// Uploads: files, folders, ZIP files and disc images from a browser, or from a program (ING-30, ING-31, ING-40).

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
  Type.Literal('conflict'), Type.Literal('mismatch'), Type.Literal('unreadable'), Type.Literal('held'), FoundReason,
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

// Quarantine: what was kept and is not in the archive, or may be a wrong patient's (ING-39).

/** Why something waits for a person. */
export const Why = Type.Union([
  /** It cannot be read as DICOM to its end. */
  Type.Literal('unreadable'),
  /** A UID that it is found by is missing, or is none. */
  Type.Literal('no-identity'),
  /** An image of the same UID is here with other content. */
  Type.Literal('same-uid'),
  /** Its Study is here as another Patient's; its Series as another Study's. */
  Type.Literal('study-of-other-patient'), Type.Literal('series-of-other-study'),
  /** Its Accession Number is here as another Patient's. */
  Type.Literal('accession-of-other-patient'),
  /** Its Patient ID is here with another birth date, sex or name. */
  Type.Literal('patient-birth-date'), Type.Literal('patient-sex'), Type.Literal('patient-name'),
  /** A person sent it here. */
  Type.Literal('isolated'),
])
export type Why = Static<typeof Why>

/** `noted`: it is in the archive, and somebody should look at it. `replaced`: another took its place. */
export const HeldState = Type.Union([
  Type.Literal('open'), Type.Literal('noted'), Type.Literal('in-work'),
  Type.Literal('accepted'), Type.Literal('repaired'), Type.Literal('replaced'), Type.Literal('discarded'),
])
export type HeldState = Static<typeof HeldState>

export const HeldIdentity = Type.Object({
  patientId: Text, issuer: Text, patientName: Text, birthDate: Text, sex: Text, accessionNumber: Text,
})
export type HeldIdentity = Static<typeof HeldIdentity>

export const HeldAction = Type.Union([
  Type.Literal('accept'), Type.Literal('repair'), Type.Literal('requeue'), Type.Literal('isolate'), Type.Literal('discard'),
])
export type HeldAction = Static<typeof HeldAction>

export const HeldCase = Type.Object({
  id: Text,
  why: Why, detail: Text, state: HeldState,
  came: HeldIdentity,
  /** Who is here already, where the two contradict each other. */
  here: orNull(HeldIdentity),
  studyUid: Text, modality: Text, studyDate: Text, studyDescription: Text,
  instances: Count, bytes: Count,
  /** Where it came from: an AE title, or what brought it. */
  from: Text,
  receivedAt: Time,
  decidedAt: orNull(Time),
  /** What a person may do about it now. */
  actions: Type.Array(HeldAction),
})
export type HeldCase = Static<typeof HeldCase>

export const HeldPage = Type.Object({
  is: Type.Optional(Type.Union([Type.Literal('waiting'), Type.Literal('decided')])),
  after: Type.Optional(Type.String({ maxLength: 128 })),
})
export type HeldPage = Static<typeof HeldPage>

export const HeldList = Type.Object({ cases: Type.Array(HeldCase), next: orNull(Text) })
export type HeldList = Static<typeof HeldList>

export const HeldInstance = Type.Object({ id: Text, instanceUid: Text, bytes: Count, arrivals: Count, state: HeldState, detail: Text })
export type HeldInstance = Static<typeof HeldInstance>

/** Of a case with many images the first. */
export const HeldDetail = Type.Object({ held: HeldCase, images: Type.Array(HeldInstance) })
export type HeldDetail = Static<typeof HeldDetail>

export const HeaderLine = Type.Object({ tag: Text, name: Text, vr: Text, value: Text, depth: Count })
export type HeaderLine = Static<typeof HeaderLine>

/** What came, line by line; and what is here under the same UID. Null where it cannot be read. */
export const HeldHeader = Type.Object({ came: orNull(Type.Array(HeaderLine)), here: orNull(Type.Array(HeaderLine)) })
export type HeldHeader = Static<typeof HeldHeader>

/** New UIDs: for none but those that are wrong, for each image, or for Study, Series and images. */
export const NewUids = Type.Union([Type.Literal('wrong'), Type.Literal('images'), Type.Literal('all')])
export type NewUids = Static<typeof NewUids>

const Short = Type.String({ maxLength: 64, pattern: '^[^\\\\\\x00-\\x1f]*$' })

export const Repair = Type.Object({
  patientId: Short, issuer: Short, accessionNumber: Type.String({ maxLength: 16, pattern: '^[^\\\\\\x00-\\x1f]*$' }),
  patientName: Type.String({ maxLength: 194, pattern: '^[^\\\\\\x00-\\x1f]*$' }),
  birthDate: Type.String({ pattern: '^(\\d{8})?$' }),
  sex: Type.Union([Type.Literal(''), Type.Literal('F'), Type.Literal('M'), Type.Literal('O')]),
  newUids: NewUids,
}, { additionalProperties: false })
export type Repair = Static<typeof Repair>

export const Decision = Type.Union([
  Type.Object({ action: Type.Union([
    Type.Literal('accept'), Type.Literal('requeue'), Type.Literal('isolate'), Type.Literal('discard'),
  ]) }, { additionalProperties: false }),
  Type.Object({ action: Type.Literal('repair'), repair: Repair }, { additionalProperties: false }),
])
export type Decision = Static<typeof Decision>

// A study as a card: whose it is, what was corrected, where it came from; how long it is kept, and whether it is still sound.

const Line = (maxLength: number) => Type.String({ maxLength, pattern: '^[^\\\\\\x00-\\x1f]*$' })

export const PatientIdentity = Type.Object({
  patientId: Line(64), issuer: Line(64), patientName: Line(194), birthDate: Type.String({ pattern: '^([0-9]{8})?$' }),
  sex: Line(16), accessionNumber: Line(16),
}, { additionalProperties: false })
export type PatientIdentity = Static<typeof PatientIdentity>

export const CorrectionReason = Type.Union([Type.Literal('correct'), Type.Literal('coerce')])
export type CorrectionReason = Static<typeof CorrectionReason>

export const NewCorrection = Type.Object({
  identity: PatientIdentity,
  reason: CorrectionReason,
  note: Type.String({ maxLength: 500 }),
  /** It is the Patient who has this Patient ID already. */
  joins: Type.Boolean(),
}, { additionalProperties: false })
export type NewCorrection = Static<typeof NewCorrection>

/** `known-patient`: the Patient ID is `person`'s; nothing was changed. */
export const CorrectionAnswer = Type.Object({
  outcome: Type.Union([Type.Literal('corrected'), Type.Literal('unchanged'), Type.Literal('known-patient')]),
  person: orNull(Type.Object({ patientName: Text, birthDate: Text, sex: Text })),
})
export type CorrectionAnswer = Static<typeof CorrectionAnswer>

export const MadeCorrection = Type.Object({
  id: Text, at: Time,
  /** Display name; null if the account is gone. */
  by: orNull(Text),
  reason: CorrectionReason, note: Text,
  changed: Type.Partial(Type.Object({
    patientId: Text, issuer: Text, patientName: Text, birthDate: Text, sex: Text, accessionNumber: Text,
  })),
  /** For how many studies it holds. */
  studies: Count,
  undoneAt: orNull(Time), undoneBy: orNull(Text),
})
export type MadeCorrection = Static<typeof MadeCorrection>

export const StudyOrigin = Type.Object({
  /** `dimse`, `dicom-web`, `upload`, ... */
  kind: Text,
  /** AE title or address of who sent it; empty where nobody did. */
  from: Text,
  /** Display name of who brought it. */
  by: orNull(Text),
  instances: Count, firstAt: Time, lastAt: Time,
})
export type StudyOrigin = Static<typeof StudyOrigin>

export const StudyCard = Type.Object({
  id: Text, studyUid: Text, date: Text, description: Text, modalities: Type.Array(Text),
  series: Count, instances: Count, sizeBytes: Count, changedAt: Time,
  identity: PatientIdentity,
  /** As it came, where that is not as it is told now. */
  came: orNull(PatientIdentity),
  /** Other studies of the patient: a new name is theirs too. */
  others: Count,
  origins: Type.Array(StudyOrigin),
  /** Newest first. */
  corrections: Type.Array(MadeCorrection),
  /** A download or a share stands on it. */
  isHeld: Type.Boolean(),
})
export type StudyCard = Static<typeof StudyCard>

export const RetentionRule = Type.Object({
  /** AE title, or the kind of way, by which its first image came; empty: any. */
  source: Line(64),
  /** Any of its series has it; empty: any. */
  modality: Line(16),
  basis: Type.Union([Type.Literal('received'), Type.Literal('used'), Type.Literal('study-date')]),
  /** Null: for ever. */
  keepDays: orNull(Type.Integer({ minimum: 1, maximum: 36_500 })),
}, { additionalProperties: false })
export type RetentionRule = Static<typeof RetentionRule>

/** In order: the first that fits a study decides. What none fits is kept. */
export const RetentionRules = Type.Object({ rules: Type.Array(RetentionRule, { maxItems: 50 }) }, { additionalProperties: false })
export type RetentionRules = Static<typeof RetentionRules>

export const RetentionView = Type.Object({
  rules: Type.Array(RetentionRule),
  /** Newest first. */
  runs: Type.Array(Type.Object({ at: Time, studies: Count, instances: Count, sizeBytes: Count, held: Count })),
  /** From where studies came, to choose from. */
  sources: Type.Array(Text),
})
export type RetentionView = Static<typeof RetentionView>

/** What would go now, the oldest first; no more than are looked at in one night. */
export const RetentionDryRun = Type.Object({
  studies: Count, sizeBytes: Count,
  /** Of them, kept because something stands on them. */
  held: Count,
  /** There are more than one night takes. */
  isMore: Type.Boolean(),
  first: Type.Array(Type.Object({
    id: Text, patientName: Text, patientId: Text, date: Text, description: Text, sizeBytes: Count,
    /** Number of the rule, from 1. */
    rule: Count, isHeld: Type.Boolean(),
  })),
})
export type RetentionDryRun = Static<typeof RetentionDryRun>

export const StorageView = Type.Object({
  disk: orNull(Type.Object({
    freeBytes: Count, totalBytes: Count, level: Type.Union([Type.Literal('enough'), Type.Literal('low'), Type.Literal('critical')]),
  })),
  check: Type.Object({
    /** Null: never whole so far. */
    lastWholeAt: orNull(Time), lastBytes: Count,
    /** Of the round that is going on. */
    startedAt: orNull(Time), checkedFiles: Count, checkedBytes: Count, allFiles: Count, allBytes: Count,
    megabytesPerSecond: Count,
  }),
  damaged: Type.Array(Type.Object({
    id: Text, foundAt: Time, isMissing: Type.Boolean(),
    /** Where it is shown; null if no image stands on it. */
    studyId: orNull(Text), patientName: Text, studyDescription: Text, instanceUid: Text, sizeBytes: Count, cameFrom: Text,
  })),
})
export type StorageView = Static<typeof StorageView>
