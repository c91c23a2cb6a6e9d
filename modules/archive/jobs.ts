import Type from 'typebox'
import { job } from '../../platform/server/jobs.ts'
import { REPORT_COMMITMENT, type Commitments } from './commitment.ts'
import { SETTLE_STUDY, type Settling } from './settle.ts'

/** Draw a Study's previews and tell that it is settled. Doing it twice changes nothing. */
const settleStudy = job({
  ...SETTLE_STUDY,
  payload: Type.Object({ studyId: Type.String() }),
  run: (settling: Settling, { studyId }) => settling.settle(studyId),
})

/** Studies whose wait was cut short by a restart. */
const settleForgotten = job({
  kind: 'archive.settle-forgotten',
  payload: Type.Object({}),
  attempts: 1,
  every: '* * * * *',
  run: (settling: Settling) => settling.sweep(),
})

export const jobs = [settleStudy, settleForgotten]

/** Tell an asker what we keep. It looks first whether that was told, so that twice tells it once. */
const reportCommitment = job({
  ...REPORT_COMMITMENT,
  payload: Type.Object({ aeTitle: Type.String(), transactionUid: Type.String() }),
  run: (commitments: Commitments, asked, { signal }) => commitments.tell(asked, signal),
})

export const commitmentJobs = [reportCommitment]
