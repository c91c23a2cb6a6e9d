/**
 * What a workitem must tell, and what may be told of it later. PS3.4 Table CC.2.5-3. Attributes of type 2 that are left out count as
 * empty; conditions of the table are left to whoever tells.
 *
 * @module
 */
import { isDateTime, isUid, SopClasses, Tags, type DataSet, type DicomJson, type Tag } from '@filmjacket/dicom-data'
import { isoTime, type Instant } from '../../../platform/server/clock.ts'
import { dataSetIn, digitsOf, hasValue, jsonOf } from './json.ts'
import { workitemStates, type WorkitemState } from './state.ts'

export const WORKITEM_CLASS = SopClasses.unifiedProcedureStepPush

/** Enumerated values, and those that are always there. */
const TERMS: ReadonlyMap<Tag, readonly string[]> = new Map([
  [Tags.ScheduledProcedureStepPriority, ['HIGH', 'MEDIUM', 'LOW']],
  [Tags.InputReadinessState, ['READY', 'UNAVAILABLE', 'INCOMPLETE']],
])
const NEVER_EMPTY: readonly Tag[] = [
  Tags.ScheduledProcedureStepPriority, Tags.ProcedureStepLabel, Tags.ScheduledProcedureStepStartDateTime, Tags.InputReadinessState,
]

/** What only its performer tells, or only we. */
const NOT_AT_FIRST: readonly Tag[] = [
  Tags.TransactionUID, Tags.ProcedureStepProgressInformationSequence, Tags.UnifiedProcedureStepPerformedProcedureSequence,
]

/** Whose it is, and what it was made for, stays. */
const NEVER_LATER: readonly Tag[] = [
  Tags.TransactionUID, Tags.SOPClassUID, Tags.SOPInstanceUID, Tags.ProcedureStepState, Tags.ScheduledProcedureStepModificationDateTime,
  Tags.PatientName, Tags.PatientID, Tags.IssuerOfPatientID, Tags.IssuerOfPatientIDQualifiersSequence, Tags.OtherPatientIDsSequence,
  Tags.PatientBirthDate, Tags.PatientSex, Tags.ReferencedRequestSequence, Tags.AdmissionID, Tags.IssuerOfAdmissionIDSequence,
  Tags.AdmittingDiagnosesDescription, Tags.AdmittingDiagnosesCodeSequence, Tags.ReplacedProcedureStepSequence,
]

/** Tags of a new one that are not as they must be. */
export function flawsOfNew(given: DataSet, uid: string): readonly Tag[] {
  const isOr = (tag: Tag, only: string) => !hasValue(given, tag) || given.text(tag) === only
  return [
    ...NEVER_EMPTY.filter((tag) => !hasValue(given, tag)), ...wrongTerms(given), ...NOT_AT_FIRST.filter((tag) => hasValue(given, tag)),
    ...(given.text(Tags.ProcedureStepState) === 'SCHEDULED' ? [] : [Tags.ProcedureStepState]),
    ...(isOr(Tags.SOPClassUID, WORKITEM_CLASS) ? [] : [Tags.SOPClassUID]),
    ...(isUid(uid) && isOr(Tags.SOPInstanceUID, uid) ? [] : [Tags.SOPInstanceUID]),
  ]
}

/** Tags of a change that may not be changed, or not so. */
export function flawsOfChange(given: DataSet): readonly Tag[] {
  return [...NEVER_LATER.filter((tag) => given.has(tag)), ...NEVER_EMPTY.filter((tag) => given.has(tag) && !hasValue(given, tag)), ...wrongTerms(given)]
}

function wrongTerms(given: DataSet): readonly Tag[] {
  const start = given.text(Tags.ScheduledProcedureStepStartDateTime) ?? ''
  return [
    ...[...TERMS].filter(([tag, terms]) => hasValue(given, tag) && !terms.includes(given.text(tag) ?? '')).map(([tag]) => tag),
    ...(start === '' || isDateTime(start) ? [] : [Tags.ScheduledProcedureStepStartDateTime]),
  ]
}

/** The state that a request for another asks for. */
export function stateIn(given: DataSet): WorkitemState | undefined {
  return workitemStates.find((state) => state === given.text(Tags.ProcedureStepState))
}

const OF_PERFORMED: readonly Tag[] = [
  Tags.PerformedStationNameCodeSequence, Tags.PerformedProcedureStepStartDateTime, Tags.PerformedWorkitemCodeSequence,
  Tags.PerformedProcedureStepEndDateTime,
]

/** What is missing before it can be completed: final state P. There may have been no output. */
export function lacksToComplete(attributes: DicomJson): readonly Tag[] {
  const performed = dataSetIn(attributes).items(Tags.UnifiedProcedureStepPerformedProcedureSequence)
  if (performed.length === 0) return [Tags.UnifiedProcedureStepPerformedProcedureSequence]
  return performed.flatMap((item) => [
    ...OF_PERFORMED.filter((tag) => !hasValue(item, tag)),
    ...(item.has(Tags.OutputInformationSequence) ? [] : [Tags.OutputInformationSequence]),
  ])
}

/** DT. */
export function dateTimeOf(now: Instant): string {
  return isoTime(now).replace(/[-:TZ]/g, '') + '+0000'
}

const UNSPECIFIED = jsonOf({
  [Tags.CodeValue]: '110513', [Tags.CodingSchemeDesignator]: 'DCM', [Tags.CodeMeaning]: 'Discontinued for unspecified reason',
})

/** What a canceled one must tell, final state X, as far as nobody told it. */
export function withCancellation(attributes: DicomJson, told: DicomJson, now: Instant): DicomJson {
  const sequence = digitsOf(Tags.ProcedureStepProgressInformationSequence)
  const before = attributes[sequence]?.Value?.[0] as DicomJson | undefined
  const known = Object.fromEntries(Object.entries({ ...before, ...told }).filter(([, { Value = [] }]) => Value.length > 0))
  const progress = {
    ...jsonOf({ [Tags.ProcedureStepCancellationDateTime]: dateTimeOf(now), [Tags.ProcedureStepDiscontinuationReasonCodeSequence]: UNSPECIFIED }),
    ...known,
  }
  return { ...attributes, [sequence]: { vr: 'SQ', Value: [progress] } }
}
