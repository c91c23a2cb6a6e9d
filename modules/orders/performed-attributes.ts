/**
 * What of a Modality Performed Procedure Step is looked at. PS3.4 Table F.7.2-1. All of it is kept.
 *
 * @module
 */
import { Tags, type DataSet, type Tag } from '@filmjacket/dicom-data'
import type { Performed } from './store/performed.ts'

const STATES = { 'IN PROGRESS': 'in-progress', COMPLETED: 'completed', DISCONTINUED: 'discontinued' } as const

/** Undefined where it tells none, or none that there is. */
export function stateIn(attributes: DataSet): Performed['state'] | undefined {
  const text = attributes.text(Tags.PerformedProcedureStepStatus)
  return text !== undefined && Object.hasOwn(STATES, text) ? STATES[text as keyof typeof STATES] : undefined
}

export interface PlannedStep {
  readonly studyUid: string
  /** Empty: it was not planned, or is known by its Study alone. */
  readonly stepId: string
}

export function stepsIn(attributes: DataSet): readonly PlannedStep[] {
  return attributes.items(Tags.ScheduledStepAttributesSequence).map((item) => ({
    studyUid: item.text(Tags.StudyInstanceUID) ?? '', stepId: item.text(Tags.ScheduledProcedureStepID) ?? '',
  }))
}

type Facts = Pick<Performed, 'modality' | 'description' | 'patient_id' | 'patient_name' | 'start_date' | 'start_time' | 'end_date' | 'end_time' | 'reason'>

const FACTS: readonly (readonly [keyof Facts, Tag])[] = [
  ['modality', Tags.Modality], ['description', Tags.PerformedProcedureStepDescription], ['patient_id', Tags.PatientID],
  ['patient_name', Tags.PatientName], ['start_date', Tags.PerformedProcedureStepStartDate], ['start_time', Tags.PerformedProcedureStepStartTime],
  ['end_date', Tags.PerformedProcedureStepEndDate], ['end_time', Tags.PerformedProcedureStepEndTime],
]

/** As long as the longest value may be, and a little more. */
const LONGEST = 400

/** Those that it tells; what it does not name stays as it was. */
export function factsIn(attributes: DataSet): Partial<Facts> {
  const named = FACTS.filter(([, tag]) => attributes.has(tag)).map(([name, tag]) => [name, textIn(attributes, tag)] as const)
  const [why] = attributes.items(Tags.PerformedProcedureStepDiscontinuationReasonCodeSequence)
  return { ...Object.fromEntries(named), ...(why !== undefined && { reason: textIn(why, Tags.CodeMeaning) }) }
}

/** PostgreSQL takes any text but NUL and halves of surrogate pairs. */
function textIn(attributes: DataSet, tag: Tag): string {
  return (attributes.text(tag) ?? '').replaceAll('\0', '').toWellFormed().slice(0, LONGEST)
}

/** Series, and Instances of whatever kind in them. */
export function countsIn(attributes: DataSet): Partial<Pick<Performed, 'series' | 'images'>> {
  if (!attributes.has(Tags.PerformedSeriesSequence)) return {}
  const series = attributes.items(Tags.PerformedSeriesSequence)
  const counts = series.map((each) =>
    each.items(Tags.ReferencedImageSequence).length + each.items(Tags.ReferencedNonImageCompositeSOPInstanceSequence).length)
  return { series: series.length, images: counts.reduce((sum, count) => sum + count, 0) }
}
