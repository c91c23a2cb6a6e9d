/**
 * The Information Models of query and retrieve, and the Modality Worklist and workitems, which are found in the same way.
 * PS3.4 §C.3, §C.6, Annexes K and CC.
 *
 * @module
 */
import { SopClasses } from '@filmjacket/dicom-data'
import { workitemModels, type WorkitemModel } from './workitem-classes.ts'

/** Query/Retrieve Level (0008,0052). PS3.4 §C.3. */
export type QueryLevel = 'PATIENT' | 'STUDY' | 'SERIES' | 'IMAGE'

export interface InformationModel {
  readonly levels: readonly QueryLevel[]
  readonly find: string
  readonly move: string
  readonly get: string
}

/** Patient/Study Only is retired; old archives speak it. */
export const informationModels = {
  'patient-root': {
    levels: ['PATIENT', 'STUDY', 'SERIES', 'IMAGE'],
    find: SopClasses.patientRootFind, move: SopClasses.patientRootMove, get: SopClasses.patientRootGet,
  },
  'study-root': {
    levels: ['STUDY', 'SERIES', 'IMAGE'],
    find: SopClasses.studyRootFind, move: SopClasses.studyRootMove, get: SopClasses.studyRootGet,
  },
  'patient-study-only': {
    levels: ['PATIENT', 'STUDY'],
    find: '1.2.840.10008.5.1.4.1.2.3.1', move: '1.2.840.10008.5.1.4.1.2.3.2', get: '1.2.840.10008.5.1.4.1.2.3.3',
  },
} as const satisfies { readonly [model: string]: InformationModel }
export type QueryModel = keyof typeof informationModels

export type Retrieval = 'move' | 'get'

export const MODALITY_WORKLIST = SopClasses.modalityWorklistFind

const byClass: ReadonlyMap<string, { readonly model: QueryModel; readonly operation: 'find' | Retrieval }> = new Map(
  (Object.keys(informationModels) as QueryModel[]).flatMap((model) =>
    (['find', 'move', 'get'] as const).map((operation) =>
      [informationModels[model][operation], { model, operation }] as const)),
)

/** What a SOP Class asks for, and of which model; undefined if it is of neither. */
export function queryRetrieveOf(
  sopClassUid: string,
): { readonly model: QueryModel; readonly operation: 'find' | Retrieval } | undefined {
  return byClass.get(sopClassUid)
}

/** What a C-FIND may be of. */
export type FoundModel = QueryModel | 'worklist' | WorkitemModel

export function findClassOf(model: FoundModel): string {
  if (model === 'worklist') return MODALITY_WORKLIST
  return isOfWorkitems(model) ? workitemModels[model] : informationModels[model].find
}

function isOfWorkitems(model: FoundModel): model is WorkitemModel {
  return model in workitemModels
}

export function isLevelOf(model: QueryModel, level: string | undefined): level is QueryLevel {
  return (informationModels[model].levels as readonly string[]).includes(level ?? '')
}
