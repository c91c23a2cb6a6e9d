/**
 * An entry of the worklist: a Scheduled Procedure Step with its order, as the rules see it.
 *
 * @module
 */
import type { Instant } from '../../platform/server/clock.ts'
import type { StepState } from './contract.ts'

export interface Entry {
  /** Of the step. */
  readonly id: string
  readonly orderId: string
  /** Of the order. */
  readonly version: number
  readonly state: StepState
  readonly reason: string
  readonly patientId: string
  readonly issuer: string
  readonly patientName: string
  readonly birthDate: string
  readonly sex: string
  readonly accessionNumber: string
  readonly placerNumber: string
  readonly fillerNumber: string
  readonly studyUid: string
  readonly procedureId: string
  /** Of the procedure. */
  readonly description: string
  readonly referringPhysician: string
  readonly notes: string
  readonly stepId: string
  readonly stepDescription: string
  readonly modality: string
  readonly stationAeTitle: string
  readonly date: string
  readonly time: string
  readonly performingPhysician: string
  readonly createdAt: Instant
  readonly changedAt: Instant
}

/** What a modality is still told of. */
export function isOpen({ state }: Pick<Entry, 'state'>): boolean {
  return state === 'scheduled' || state === 'in-progress'
}

/**
 * What a step is in, by what was performed of it: some of it under way is under way, and one that was completed makes up for
 * others that were given up. Pure. Null: nothing was performed.
 */
export function stateBy(performed: readonly ('in-progress' | 'completed' | 'discontinued')[]): StepState | null {
  return (['in-progress', 'completed', 'discontinued'] as const).find((state) => performed.includes(state)) ?? null
}
