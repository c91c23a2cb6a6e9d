/** The identifier of a request, or why the request is refused for it. */
import { DicomError, LimitError, Tags, type DataSet } from '@filmjacket/dicom-data'
import { readIdentifier } from '../identifier.ts'
import type { Message } from '../message.ts'
import { priorityOf } from '../messages/store.ts'
import { isLevelOf, type QueryLevel, type QueryModel } from '../query-retrieve.ts'
import type { Refusal } from '../services.ts'
import { Status } from '../status.ts'
import type { Work } from './work.ts'

/** @throws DataSetInterruptedError if the association breaks. */
export async function identifierOf(message: Message): Promise<DataSet | Refusal> {
  try {
    return await readIdentifier(message)
  } catch (error) {
    if (error instanceof LimitError) return refused(Status.outOfResources, 'identifier too long')
    if (error instanceof DicomError) return refused(Status.unableToProcess, 'identifier cannot be read')
    throw error
  }
}

/** The level that is asked for, if the model has it. */
export function levelOf(identifier: DataSet, model: QueryModel): QueryLevel | Refusal {
  const level = identifier.text(Tags.QueryRetrieveLevel)
  if (isLevelOf(model, level)) return level
  return {
    ...refused(Status.identifierDoesNotMatch, 'no such Query/Retrieve Level in this model'),
    offendingElements: [Tags.QueryRetrieveLevel],
  }
}

export function refused(status: number, comment?: string): Refusal {
  return comment === undefined ? { kind: 'refused', status } : { kind: 'refused', status, comment }
}

export function isRefusal(value: object | string): value is Refusal {
  return typeof value === 'object' && 'kind' in value && value.kind === 'refused'
}

/** What every query tells its service. */
export function queryOf(work: Work, identifier: DataSet) {
  const { message: { command }, signal } = work
  const options = work.queryOptionsFor(command.AffectedSOPClassUID ?? '')
  return { identifier, priority: priorityOf(command.Priority), options, signal }
}
