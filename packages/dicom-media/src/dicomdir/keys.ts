/**
 * The keys of each Directory Record, and what fills a gap. PS3.3 §F.5; types 1 to 3 as there.
 *
 * A medium is made from what is there, and a record that lacks a key of type 1 is the most usual ground on which
 * discs are refused. So a missing value is taken from its nearest relative, else filled with one that claims least.
 *
 * @module
 */
import { Tags, type DataSet, type ElementMap, type Tag } from '@filmjacket/dicom-data'
import { copied, elementsOf, fieldOf, sequenceField, textField, type Field } from './fields.ts'
import type { LeafType } from './record-type.ts'

export interface Key {
  readonly tag: Tag
  /** The value; undefined if there is none. */
  readonly from: (dataSet: DataSet) => Field | undefined
  /** What stands in for it. None: the key is left out. */
  readonly fill?: (place: Place) => Field
}

/** Where a record stands, for values that are missing. */
export interface Place {
  /** Counts the records of one kind below one parent, from 1. */
  readonly ordinal: number
  /** Of the study or series. */
  readonly uid: string
}

/** Type 1: the value, else that of `instead`, else `fill`. */
function required(tag: Tag, fill: string | ((place: Place) => string), instead: readonly Tag[] = []): Key {
  const from = (dataSet: DataSet): Field | undefined => {
    const own = copied(dataSet, tag)
    if (own !== undefined) return own
    const other = instead.find((each) => copied(dataSet, each) !== undefined)
    const field = other === undefined ? undefined : copied(dataSet, other)
    return field?.kind === 'value' ? { ...field, tag } : undefined
  }
  return { tag, from, fill: (place) => textField(tag, typeof fill === 'string' ? fill : fill(place)) }
}

/** Type 2: the value, else none, but the element is there. */
const orEmpty = (tag: Tag): Key => ({
  tag, from: (dataSet) => copied(dataSet, tag), fill: () => textField(tag, ''),
})

/** Types 3 and 1C. */
const ifPresent = (tag: Tag): Key => ({ tag, from: (dataSet) => copied(dataSet, tag) })

/** Before any image was taken: readers take it for a date, people for none. */
const NO_DATE = '19000101'
const NO_TIME = '000000'

const dates = [Tags.ContentDate, Tags.AcquisitionDate, Tags.SeriesDate, Tags.StudyDate, Tags.InstanceCreationDate]
const times = [Tags.ContentTime, Tags.AcquisitionTime, Tags.SeriesTime, Tags.StudyTime, Tags.InstanceCreationTime]

const instanceNumber = required(Tags.InstanceNumber, ({ ordinal }) => String(ordinal))
const contentMoment = [
  required(Tags.ContentDate, NO_DATE, dates),
  required(Tags.ContentTime, NO_TIME, times),
]
/** Content Identification Macro. PS3.3 Table 10-12. */
const contentIdentification = [
  instanceNumber,
  required(Tags.ContentLabel, 'UNNAMED'),
  orEmpty(Tags.ContentDescription),
  orEmpty(Tags.ContentCreatorName),
]
const content = [...contentIdentification, ...contentMoment]

/** A document's title, `items` where there is none. */
function titled(items: readonly ElementMap[]): Key {
  const tag = Tags.ConceptNameCodeSequence
  return { ...ifPresent(tag), fill: () => fieldOf(tag, { vr: 'SQ', value: items }) }
}

/** A title that every document has. PS3.16 Annex D. */
function title(code: string, meaning: string): Key {
  const item = { [Tags.CodeValue]: code, [Tags.CodingSchemeDesignator]: 'DCM', [Tags.CodeMeaning]: meaning }
  return titled([item])
}

/** Only the items that modify the title. PS3.3 §F.5 of SR Document and Key Object Document. */
const titleModifiers: Key = {
  tag: Tags.ContentSequence,
  from: (dataSet) => sequenceField(Tags.ContentSequence, dataSet.items(Tags.ContentSequence)
    .filter((item) => item.text(Tags.RelationshipType) === 'HAS CONCEPT MOD')
    .map((item) => elementsOf(item))),
}

/** The latest of all verifications. */
const verifiedAt: Key = {
  tag: Tags.VerificationDateTime,
  from: (dataSet) => {
    const latest = dataSet.items(Tags.VerifyingObserverSequence)
      .map((item) => ({ moment: item.text(Tags.VerificationDateTime) ?? '', item }))
      .sort((a, b) => (a.moment < b.moment ? -1 : 1))
      .at(-1)
    return latest === undefined ? undefined : copied(latest.item, Tags.VerificationDateTime)
  },
}

const blended: Key = {
  tag: Tags.BlendingSequence,
  from: (dataSet) => sequenceField(Tags.BlendingSequence, dataSet.items(Tags.BlendingSequence)
    .map((item) => elementsOf(item, [Tags.StudyInstanceUID, Tags.ReferencedSeriesSequence]))),
}

function sixDigits(ordinal: number): string {
  return String(ordinal).padStart(6, '0')
}

const patient: readonly Key[] = [
  orEmpty(Tags.PatientName),
  required(Tags.PatientID, ({ ordinal }) => `NO_ID_${sixDigits(ordinal)}`),
  ifPresent(Tags.IssuerOfPatientID),
  orEmpty(Tags.PatientBirthDate),
  orEmpty(Tags.PatientSex),
]

const study: readonly Key[] = [
  required(Tags.StudyDate, NO_DATE, [Tags.SeriesDate, Tags.AcquisitionDate, Tags.ContentDate]),
  required(Tags.StudyTime, NO_TIME, [Tags.SeriesTime, Tags.AcquisitionTime, Tags.ContentTime]),
  orEmpty(Tags.AccessionNumber),
  orEmpty(Tags.StudyDescription),
  required(Tags.StudyInstanceUID, ({ uid }) => uid),
  required(Tags.StudyID, ({ ordinal }) => `ST${sixDigits(ordinal)}`),
  ifPresent(Tags.ReferringPhysicianName),
]

const series: readonly Key[] = [
  required(Tags.Modality, 'OT'),
  required(Tags.SeriesInstanceUID, ({ uid }) => uid),
  required(Tags.SeriesNumber, ({ ordinal }) => String(ordinal)),
  ifPresent(Tags.SeriesDate),
  ifPresent(Tags.SeriesTime),
  ifPresent(Tags.SeriesDescription),
  ifPresent(Tags.BodyPartExamined),
  ifPresent(Tags.Laterality),
  ifPresent(Tags.InstitutionName),
]

/** Besides its number, what lets a viewer order and place images: keys of the CT and MR profiles. PS3.11 §E. */
const image: readonly Key[] = [
  instanceNumber,
  ...[
    Tags.ImageType, Tags.NumberOfFrames, Tags.Rows, Tags.Columns, Tags.PixelSpacing, Tags.FrameOfReferenceUID,
    Tags.ImagePositionPatient, Tags.ImageOrientationPatient,
  ].map(ifPresent),
]

const encapsulated: readonly Key[] = [
  orEmpty(Tags.ContentDate),
  orEmpty(Tags.ContentTime),
  instanceNumber,
  orEmpty(Tags.DocumentTitle),
  ifPresent(Tags.HL7InstanceIdentifier),
  titled([]),
  required(Tags.MIMETypeOfEncapsulatedDocument, 'application/octet-stream'),
]

const radiotherapy: readonly Key[] = [
  instanceNumber,
  ifPresent(Tags.UserContentLabel),
  ifPresent(Tags.UserContentLongLabel),
  orEmpty(Tags.ContentDescription),
  orEmpty(Tags.ContentCreatorName),
]

const spectroscopy: readonly Key[] = [
  ...contentMoment,
  instanceNumber,
  required(Tags.ImageType, 'ORIGINAL\\PRIMARY'),
  ifPresent(Tags.ReferencedImageEvidenceSequence),
  ifPresent(Tags.NumberOfFrames),
  ifPresent(Tags.Rows),
  ifPresent(Tags.Columns),
  ifPresent(Tags.DataPointRows),
  ifPresent(Tags.DataPointColumns),
]

const leaves: Readonly<Record<LeafType, readonly Key[]>> = {
  'IMAGE': image,
  'RT DOSE': [instanceNumber, required(Tags.DoseSummationType, 'UNKNOWN'), ifPresent(Tags.DoseComment)],
  'RT STRUCTURE SET': [
    instanceNumber, required(Tags.StructureSetLabel, 'UNNAMED'),
    orEmpty(Tags.StructureSetDate), orEmpty(Tags.StructureSetTime),
  ],
  'RT PLAN': [
    instanceNumber, required(Tags.RTPlanLabel, 'UNNAMED'), orEmpty(Tags.RTPlanDate), orEmpty(Tags.RTPlanTime),
  ],
  'RT TREAT RECORD': [instanceNumber, orEmpty(Tags.TreatmentDate), orEmpty(Tags.TreatmentTime)],
  'PRESENTATION': [
    required(Tags.PresentationCreationDate, NO_DATE, dates),
    required(Tags.PresentationCreationTime, NO_TIME, times),
    ...contentIdentification, ifPresent(Tags.ReferencedSeriesSequence), blended,
  ],
  'WAVEFORM': [instanceNumber, ...contentMoment],
  'SR DOCUMENT': [
    instanceNumber, ...contentMoment,
    required(Tags.CompletionFlag, 'PARTIAL'), required(Tags.VerificationFlag, 'UNVERIFIED'), verifiedAt,
    title('121144', 'Document Title'), titleModifiers,
  ],
  'KEY OBJECT DOC': [instanceNumber, ...contentMoment, title('113000', 'Of Interest'), titleModifiers],
  'SPECTROSCOPY': spectroscopy,
  'RAW DATA': [instanceNumber, ...contentMoment],
  'REGISTRATION': content,
  'FIDUCIAL': content,
  'ENCAP DOC': encapsulated,
  'VALUE MAP': content,
  'STEREOMETRIC': [instanceNumber],
  'PLAN': [instanceNumber],
  'MEASUREMENT': content,
  'SURFACE': content,
  'SURFACE SCAN': [instanceNumber, ...contentMoment],
  'TRACT': content,
  'ASSESSMENT': [
    instanceNumber, required(Tags.InstanceCreationDate, NO_DATE, dates), orEmpty(Tags.InstanceCreationTime),
  ],
  'RADIOTHERAPY': radiotherapy,
  'ANNOTATION': content,
  'PRIVATE': [instanceNumber],
}

export type RecordType = 'PATIENT' | 'STUDY' | 'SERIES' | LeafType

/**
 * The keys of each type in the order of their tags, all behind group 0004. The character set is part of every
 * record, so that each reads by itself (PS3.3 §F.3.2.2).
 */
export const keysOf: ReadonlyMap<RecordType, readonly Key[]> = new Map(
  Object.entries({ PATIENT: patient, STUDY: study, SERIES: series, ...leaves }).map(([type, keys]) => [
    type as RecordType, [ifPresent(Tags.SpecificCharacterSet), ...keys].sort((a, b) => a.tag - b.tag),
  ]),
)
