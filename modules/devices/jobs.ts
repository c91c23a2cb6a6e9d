import Type from 'typebox'
import { job } from '../../platform/server/jobs.ts'
import type { Checks } from './check.ts'
import type { Thresholds } from './thresholds.ts'
import { RUN_TRANSFERS, type Transfers } from './transfer/transfers.ts'

export interface DevicesWork {
  readonly checks: Checks
  readonly transfers: Transfers
  readonly thresholds: Thresholds
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
  run: ({ transfers }: DevicesWork) => transfers.sweep(),
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

export const jobs = [runTransfers, sweepTransfers, watchDevices, watchThresholds]
