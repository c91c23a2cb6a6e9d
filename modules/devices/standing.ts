/**
 * How devices and transfers stand, in numbers: for the page that says whether all is well. ADM-19.
 *
 * @module
 */
import type { Clock } from '../../platform/server/clock.ts'
import { DAY_MS } from '../../platform/server/clock.ts'
import { isWell, type Check } from './checked.ts'
import type { Device } from './device.ts'
import { latestChecks } from './store/checks.ts'
import { allDevices, type Db } from './store/devices.ts'
import { countTransfers, type TransferCounts } from './store/standing.ts'

export interface DevicesStanding {
  readonly known: number
  /** Watched, and without an answer when they were last called. */
  readonly unanswering: number
  /** Have not called for as long as somebody wants to be told of. */
  readonly quiet: number
  /** Under way now, and without success in the last day. */
  readonly transfers: TransferCounts
}

export interface StandingOptions {
  readonly db: Db
  readonly clock: Clock
}

export async function standingOf({ db, clock }: StandingOptions): Promise<DevicesStanding> {
  const [devices, latest, transfers] = await Promise.all([allDevices(db), latestChecks(db), countTransfers(db, clock.now() - DAY_MS)])
  return {
    known: devices.length, quiet: devices.filter(({ isQuiet }) => isQuiet).length, transfers,
    unanswering: devices.filter((device) => isUnanswering(device, latest.get(device.id))).length,
  }
}

function isUnanswering({ isWatched }: Device, check: Check | undefined): boolean {
  return isWatched && check !== undefined && !isWell(check)
}
