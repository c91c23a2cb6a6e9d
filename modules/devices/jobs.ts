import Type from 'typebox'
import { job } from '../../platform/server/jobs.ts'
import type { Checks } from './check.ts'
import type { Thresholds } from './thresholds.ts'
import { ASK_COMMITMENT, type Commitments } from './transfer/commitment.ts'
import { RUN_TRANSFERS, type Transfers } from './transfer/transfers.ts'

export interface DevicesWork {
  readonly checks: Checks
  readonly transfers: Transfers
  readonly thresholds: Thresholds
  readonly commitments: Commitments
}

const Nothing = Type.Object({})

/** Takes the next transfer from the table, so twice works on two, and on none where there is none. */
const runTransfers = job({
  ...RUN_TRANSFERS,
  payload: Nothing,
  run: ({ transfers }: DevicesWork, _payload, { signal }) => transfers.runNext(signal),
})

const sweepTransfers = job({
  kind: 'devices.sweep-transfers',
  payload: Nothing,
  attempts: 1,
  every: '* * * * *',
  async run({ transfers, commitments }: DevicesWork) {
    await transfers.sweep()
    await commitments.sweep()
  },
})

/** Once asked it is not due any more, so twice asks once. */
const askCommitment = job({
  ...ASK_COMMITMENT,
  payload: Type.Object({ transferId: Type.String() }),
  run: ({ commitments }: DevicesWork, { transferId }, { signal }) => commitments.ask(transferId, signal),
})

/** A check that is missed is made five minutes later. */
const watchDevices = job({
  kind: 'devices.watch',
  payload: Nothing,
  attempts: 1,
  every: '*/5 * * * *',
  run: ({ checks }: DevicesWork) => checks.watch(),
})

const watchThresholds = job({
  kind: 'devices.watch-thresholds',
  payload: Nothing,
  attempts: 1,
  every: '*/5 * * * *',
  run: ({ thresholds }: DevicesWork) => thresholds.watch(),
})

export const jobs = [runTransfers, sweepTransfers, watchDevices, watchThresholds, askCommitment]
