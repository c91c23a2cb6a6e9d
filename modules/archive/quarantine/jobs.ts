import Type from 'typebox'
import { job } from '../../../platform/server/jobs.ts'
import { DECIDE_HELD, type Quarantine } from './cases.ts'

/** Do what a person decided about a case. Images that it has done are not in work any more: twice does them once. */
const decideHeld = job({
  ...DECIDE_HELD,
  payload: Type.Object({ caseId: Type.String() }),
  run: (quarantine: Quarantine, { caseId }, { signal }) => quarantine.work(caseId, signal),
})

/** What is gone is not too old any more: twice discards nothing twice. */
const discardAged = job({
  kind: 'archive.discard-aged', payload: Type.Object({}), attempts: 1, every: '45 1 * * *',
  run: (quarantine: Quarantine, _, { signal }) => quarantine.age(signal),
})

export const quarantineJobs = [decideHeld, discardAged]
