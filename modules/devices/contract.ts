/**
 * What crosses the border of devices: the register of Application Entities that we know, and what is done with them.
 *
 * Administrators: `/api/devices` (GET DeviceList, POST NewDevice), `/api/devices/:id` (PATCH DeviceChange, DELETE),
 * `/api/devices/:id/echo` (POST, CheckView), `/api/devices/:id/checks` (GET CheckList), `/api/devices/export` (GET
 * DeviceFile), `/api/devices/import` (POST DeviceImport, ImportReport), `/api/devices/alerts` (PUT AlertAddress).
 * Clerks too: `/api/remote/devices` (GET RemoteDeviceList), `/api/remote/studies` (POST StudySearch, RemoteStudyList),
 * `/api/remote/worklist` (POST WorklistSearch, WorklistEntryList), `/api/transfers` (GET TransferPage, TransferList; POST
 * NewTransfer, TransferView), `/api/transfers/:id` (GET TransferDetail; DELETE cancels), `/api/devices/events`.
 * What is asked for goes in bodies: a name in an address would be in every log on the way.
 *
 * @module
 */
import Type, { type Static, type TSchema } from 'typebox'

export * from './transfer/contract.ts'

const orNull = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])

const Time = Type.String({ format: 'date-time' })
const Id = Type.String({ maxLength: 64 })
const Text = Type.String()

/** PS3.5 §6.2: at most 16 characters, no backslash or control; no space at the ends. */
export const AeTitle = Type.String({ minLength: 1, maxLength: 16, pattern: '^[!-\\[\\]-~]([ -\\[\\]-~]*[!-\\[\\]-~])?$' })

/** A name or an IP address, as it is dialled; no scheme, port or path. */
export const Host = Type.String({ minLength: 1, maxLength: 253, pattern: '^[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?$|^[0-9A-Fa-f:.]+$' })
export const Port = Type.Integer({ minimum: 1, maximum: 65_535 })

/** What a device does for us. `dicomweb` replaces DIMSE for storing, finding and retrieving. */
export const DeviceRole = Type.Enum(['store', 'query', 'worklist', 'dicomweb'])
export type DeviceRole = Static<typeof DeviceRole>

/** Specific Character Set (0008,0005) of queries to a device, PS3.3 §C.12.1.1.2; empty is the default repertoire. */
export const characterSets = [
  '', 'ISO_IR 192', 'ISO_IR 100', 'ISO_IR 101', 'ISO_IR 109', 'ISO_IR 110', 'ISO_IR 144', 'ISO_IR 127', 'ISO_IR 126',
  'ISO_IR 138', 'ISO_IR 148', 'ISO_IR 13', 'ISO_IR 166', 'GB18030', 'GBK',
] as const
export const CharacterSet = Type.Enum(characterSets)
export type CharacterSet = (typeof characterSets)[number]

/** The information model that a device is asked in. PS3.4 §C.6. */
export const QueryModel = Type.Enum(['study-root', 'patient-root'])
/** How images come from a device: it sends them to us, or over the association on which they are asked for. */
export const RetrieveBy = Type.Enum(['move', 'get'])
/** In which a worklist device is asked: archives too know who is to be examined (NET-04), and so do systems that order by FHIR (NET-05). */
export const worklistModels = ['worklist', 'study-root', 'patient-root', 'patient-study-only', 'fhir'] as const
export const WorklistModel = Type.Enum(worklistModels)
export type WorklistModel = (typeof worklistModels)[number]
/** At which level, where the model is none of worklists. */
export const WorklistLevel = Type.Enum(['patient', 'study'])
export type WorklistLevel = Static<typeof WorklistLevel>

/** How it must call us: by any door, by the one with TLS, or there with a certificate of its own (NET-24). */
export const callerProofs = ['none', 'tls', 'certificate'] as const
export const CallerProof = Type.Enum(callerProofs)
export type CallerProof = (typeof callerProofs)[number]

/** What of our worklist it is told when it asks: nothing, what is planned on it, or all (NET-21). */
export const worklistAccesses = ['none', 'own', 'all'] as const
export const WorklistAccess = Type.Enum(worklistAccesses)
export type WorklistAccess = (typeof worklistAccesses)[number]

/** Why a device that we know was turned away; `other-title`: it called itself `name`, which nobody is known by. */
export const refusals = ['may-not-call', 'no-tls', 'no-certificate', 'other-name', 'other-title'] as const
export const Refusal = Type.Enum(refusals)
export type Refusal = (typeof refusals)[number]

/** `server`: the device shows a certificate; `mutual`: so do we. */
export const TlsMode = Type.Enum(['off', 'server', 'mutual'])
export type TlsMode = Static<typeof TlsMode>

const Pem = Type.String({ maxLength: 16_384, pattern: '^\\s*-----BEGIN [A-Z ]+-----[\\s\\S]*-----END [A-Z ]+-----\\s*$' })

const tlsFields = {
  mode: TlsMode,
  /** PEM: whose certificates of the device are trusted; null: those that the system trusts. */
  authority: orNull(Pem),
  /** The name that the device's certificate must bear: null its host, empty any that the authority gave. */
  expectedName: orNull(Type.String({ maxLength: 253 })),
  /** PEM: our certificate for this device, for `mutual`. */
  certificate: orNull(Pem),
}
/** `hasKey`: the private key itself is never told. */
export const TlsView = Type.Object({ ...tlsFields, hasKey: Type.Boolean() })
export type TlsView = Static<typeof TlsView>
/** Without `key` the one that is there stays. */
export const TlsChange = Type.Object(
  { ...Type.Partial(Type.Object(tlsFields)).properties, mode: TlsMode, key: Type.Optional(orNull(Pem)) },
  { additionalProperties: false },
)
export type TlsChange = Static<typeof TlsChange>

const deviceFields = {
  description: Type.String({ minLength: 1, maxLength: 128 }),
  aeTitle: AeTitle,
  /** Null: a device that calls us, and that we do not call. */
  host: orNull(Host), port: orNull(Port),
  roles: Type.Array(DeviceRole, { uniqueItems: true, maxItems: 4 }),
  /** Preselected where a device is to be chosen; at most one is. */
  isDefault: Type.Boolean(),
  characterSet: CharacterSet,
  /** What is sent to it is decompressed, whatever it would take. */
  decompress: Type.Boolean(),
  queryModel: QueryModel,
  retrieveBy: RetrieveBy,
  /** What a worklist query to it is narrowed to; null: everything. */
  worklistModality: orNull(Type.String({ minLength: 1, maxLength: 16, pattern: '^[A-Z0-9_ ]+$' })),
  worklistAeTitle: orNull(AeTitle),
  worklistModel: WorklistModel,
  worklistLevel: WorklistLevel,
  /** Base address, for the role `dicomweb`; or that of the FHIR server, for the worklist model `fhir`. */
  dicomwebUrl: orNull(Type.String({ maxLength: 512, pattern: '^https?://[^\\s/?#@]+(/[^\\s?#]*)?$' })),
  /** Patients may fetch their exams from it through the portal. */
  patientsMayDownload: Type.Boolean(),
  /** Earlier studies of a patient may be fetched from it by themselves (NET-30). */
  givesPriors: Type.Boolean(),
  /** It may open associations with us. */
  mayCall: Type.Boolean(),
  callerProof: CallerProof,
  /** The common name that its certificate must bear; null: any that the authority of our door gave. */
  callerName: orNull(Type.String({ minLength: 1, maxLength: 128 })),
  /** It may also query and retrieve what we hold. */
  mayQuery: Type.Boolean(),
  /** It may ask our worklist, and tell us what it performs of it. */
  worklistAccess: WorklistAccess,
  /** It is told when a study is here: Instance Availability Notification (NET-23). */
  hearsAvailability: Type.Boolean(),
  /** When it was sent a study it is asked whether it keeps it: Storage Commitment (NET-22). */
  asksCommitment: Type.Boolean(),
  /** It is called every five minutes; administrators are told when that fails, and when it works again. */
  isWatched: Type.Boolean(),
  /** Told too when it has not called us for so many hours, or when a study takes more minutes to leave for it (NET-31). */
  quietHours: orNull(Type.Integer({ minimum: 1, maximum: 8_760 })),
  slowMinutes: orNull(Type.Integer({ minimum: 1, maximum: 1_440 })),
}

/** What is told to us and to nobody again; without it what is there stays. */
const secretFields = {
  tls: Type.Optional(TlsChange),
  /** The whole Authorization header for DICOMweb: `Bearer ...`, `Basic ...`. */
  dicomwebAuthorization: Type.Optional(orNull(Type.String({ minLength: 1, maxLength: 4_096, pattern: '^[!-~]+( [!-~]+)*$' }))),
}

/** What is left out: nobody that we call, may call us, does nothing for us, no TLS. */
export const NewDevice = Type.Object({
  ...Type.Partial(Type.Object(deviceFields)).properties,
  description: deviceFields.description,
  aeTitle: deviceFields.aeTitle,
  ...secretFields,
})
export type NewDevice = Static<typeof NewDevice>

/** What is left out stays. */
export const DeviceChange = Type.Object(
  { ...Type.Partial(Type.Object(deviceFields)).properties, ...secretFields },
  { additionalProperties: false, minProperties: 1 },
)
export type DeviceChange = Static<typeof DeviceChange>

/** What was really found when a device was called. */
export const checkOutcomes = [
  'answered', /** It answered the C-ECHO with a status that is no success: `status`. */ 'failure-status',
  'wrong-called-ae', 'wrong-calling-ae', /** For another reason: `detail`. */ 'rejected',
  /** It takes associations, but not for Verification. */ 'no-verification',
  'aborted', 'timeout', 'unknown-host', 'connection-refused', 'unreachable', 'connection-lost',
  /** `detail` tells what of TLS: certificate, name, version. */ 'tls-failed', 'http-failed',
] as const
export const CheckOutcome = Type.Enum(checkOutcomes)
export type CheckOutcome = (typeof checkOutcomes)[number]

export const CheckView = Type.Object({
  checkedAt: Time,
  outcome: CheckOutcome,
  /** Until the answer, or until it was given up. */
  ms: Type.Integer(),
  /** DIMSE or HTTP status, where there was one. */
  status: orNull(Type.Integer()),
  /** In English, for a person who knows networks; empty where `outcome` says it all. */
  detail: Text,
  /** By the clock, and not by a person. */
  isScheduled: Type.Boolean(),
})
export type CheckView = Static<typeof CheckView>

/** Newest first. */
export const CheckList = Type.Object({ checks: Type.Array(CheckView) })
export type CheckList = Static<typeof CheckList>

export const DeviceView = Type.Object({
  id: Text,
  ...deviceFields,
  tls: TlsView,
  hasDicomwebAuthorization: Type.Boolean(),
  /** It has not called for as long as somebody wants to be told of (NET-31). */
  isQuiet: Type.Boolean(),
  /** When it last called us. */
  lastContactAt: orNull(Time),
  /** Address of the last contact. */
  lastAddress: orNull(Text),
  /** When it was last turned away; null where it was let in since. */
  lastRefusal: orNull(Type.Object({ refusedAt: Time, address: Text, why: Refusal, /** That it showed instead. */ name: orNull(Text) })),
  /** When we last called it. */
  lastCheck: orNull(CheckView),
})
export type DeviceView = Static<typeof DeviceView>

/** Somebody called whom we do not know: the administrator may want to add them. */
export const RefusedCaller = Type.Object({ aeTitle: Text, address: Text, refusedAt: Time, times: Type.Integer() })
export type RefusedCaller = Static<typeof RefusedCaller>

export const DeviceList = Type.Object({
  /** Where devices reach us; `tlsPort` is null where there is no door with TLS. */
  own: Type.Object({ aeTitle: Text, port: Type.Integer(), tlsPort: orNull(Type.Integer()) }),
  devices: Type.Array(DeviceView),
  refused: Type.Array(RefusedCaller),
  /** Who is told by mail of a watched device that fails; null: nobody. */
  alertAddress: orNull(Text),
})
export type DeviceList = Static<typeof DeviceList>

export const AlertAddress = Type.Object({
  alertAddress: orNull(Type.String({ maxLength: 254, pattern: '^[^\\s@<>,;]+@[^\\s@<>,;]+$' })),
})
export type AlertAddress = Static<typeof AlertAddress>

// The list as a file.

/** One line of an exported list. Keys and credentials are not exported; a line of an import may bring them. */
export const DeviceLine = Type.Object({ ...NewDevice.properties }, { additionalProperties: false })
export type DeviceLine = Static<typeof DeviceLine>

const fileHead = { format: Type.Literal('filmjacket-devices'), version: Type.Literal(1) }
const LINES_MAX = { maxItems: 1_000 }

export const DeviceFile = Type.Object({ ...fileHead, devices: Type.Array(DeviceLine, LINES_MAX) })
export type DeviceFile = Static<typeof DeviceFile>

/** Each line is looked at by itself, so that one that is wrong does not hold up the others. */
export const DeviceImport = Type.Object(
  { ...fileHead, devices: Type.Array(Type.Unknown(), LINES_MAX) }, { additionalProperties: false },
)
export type DeviceImport = Static<typeof DeviceImport>

export const ImportedLine = Type.Object({
  /** From 1. */
  line: Type.Integer(),
  /** Null where the line has none that could be one. */
  aeTitle: orNull(Text),
  /** A device with the AE title of an existing one changes it. */
  outcome: Type.Enum(['added', 'changed', 'unchanged', 'repeated', 'invalid']),
  /** Which fields are wrong, for `invalid`. */
  fields: Type.Array(Text),
})
export type ImportedLine = Static<typeof ImportedLine>

export const ImportReport = Type.Object({ lines: Type.Array(ImportedLine) })
export type ImportReport = Static<typeof ImportReport>

// Asking devices for what they hold.

/** A device as somebody sees it who may use, but not manage it. */
export const RemoteDevice = Type.Object({
  id: Text, description: Text, aeTitle: Text, roles: Type.Array(DeviceRole), isDefault: Type.Boolean(), lastCheck: orNull(CheckView),
  /** To what its worklist is narrowed, unless another modality is asked for. */
  worklistModality: orNull(Text),
})
export type RemoteDevice = Static<typeof RemoteDevice>

/** Those that we can call, the default first, then by description. */
export const RemoteDeviceList = Type.Object({ devices: Type.Array(RemoteDevice) })
export type RemoteDeviceList = Static<typeof RemoteDeviceList>

const Day = Type.String({ format: 'date' })
const Modality = Type.String({ minLength: 1, maxLength: 16, pattern: '^[A-Z0-9_]+$' })
/** `*` and `?` stand for what is not known. No control characters, no backslash. */
const matchText = (maxLength: number) => Type.Optional(Type.String({ maxLength, pattern: '^[^\\u0000-\\u001f\\u007f\\\\]*$' }))

/** What is empty or left out is not asked for. */
const searchFields = {
  deviceId: Id,
  /** Family name first; a prefix will do. */
  patientName: matchText(64),
  patientId: matchText(64),
  accessionNumber: matchText(16),
  dateFrom: Type.Optional(Day),
  dateTo: Type.Optional(Day),
}

export const StudySearch = Type.Object(
  { ...searchFields, modalities: Type.Optional(Type.Array(Modality, { maxItems: 16 })) }, { additionalProperties: false },
)
export type StudySearch = Static<typeof StudySearch>

/** As the device answered, in Unicode. Dates are DA, times TM, names PN; empty where it told nothing. */
export const RemoteStudy = Type.Object({
  studyUid: Text, accessionNumber: Text, date: Text, time: Text, description: Text, modalities: Type.Array(Text),
  patientId: Text, patientName: Text, birthDate: Text, sex: Text,
  /** Null where it does not tell. */
  series: orNull(Type.Integer()),
  instances: orNull(Type.Integer()),
  /** How many instances of it we hold; 0: none. */
  here: Type.Integer(),
  /** Ours, to open it; null where nothing of it is here. */
  studyId: orNull(Text),
})
export type RemoteStudy = Static<typeof RemoteStudy>

/** Newest first. */
export const RemoteStudyList = Type.Object({
  studies: Type.Array(RemoteStudy),
  /** There are more than are shown: ask for something narrower. */
  isCut: Type.Boolean(),
})
export type RemoteStudyList = Static<typeof RemoteStudyList>

/** `modality`: instead of what the device is set to; empty: all. `isBroad`: what is typed may stand anywhere (NET-06). */
export const WorklistSearch = Type.Object(
  { ...searchFields, modality: Type.Optional(Type.Union([Modality, Type.Literal('')])), isBroad: Type.Optional(Type.Boolean()) },
  { additionalProperties: false },
)
export type WorklistSearch = Static<typeof WorklistSearch>

/** A Scheduled Procedure Step; of an archive, a patient or a study. PS3.4 §K.6.1.2. Date is DA, time TM. */
export const WorklistEntry = Type.Object({
  patientId: Text, issuer: Text, patientName: Text, birthDate: Text, sex: Text,
  accessionNumber: Text, referringPhysician: Text, studyUid: Text, requestedProcedureId: Text, requestedProcedureDescription: Text,
  stepId: Text, stepDescription: Text, date: Text, time: Text, modality: Text, stationAeTitle: Text,
})
export type WorklistEntry = Static<typeof WorklistEntry>

export const WorklistEntryList = Type.Object({ entries: Type.Array(WorklistEntry), isCut: Type.Boolean() })
export type WorklistEntryList = Static<typeof WorklistEntryList>

/*
 * Events of `GET /api/devices/events`, for administrators and clerks:
 *   transfer   TransferView, whenever one moves
 *   device     { id, lastCheck: CheckView }, when a device was called
 *   devices    null: the list changed
 */
export const DeviceChecked = Type.Object({ id: Text, lastCheck: CheckView })
export type DeviceChecked = Static<typeof DeviceChecked>
