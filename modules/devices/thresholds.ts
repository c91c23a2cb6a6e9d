/**
 * Telling of devices that have gone quiet, and of studies that leave too slowly (NET-31). Each is told once, and a device
 * that calls again is told of too.
 *
 * @module
 */
import { audit } from '../../platform/server/audit.ts'
import type { Clock } from '../../platform/server/clock.ts'
import { mailLater } from '../../platform/server/notify/mail.ts'
import { newsMail } from './alert-mail.ts'
import { tellStaff } from './news.ts'
import { alertAddress } from './store/checks.ts'
import type { Db } from './store/devices.ts'
import { turnQuiet, turnSlow, type Passed } from './store/thresholds.ts'

export interface ThresholdsOptions {
  readonly db: Db
  readonly clock: Clock
  /** Whether a mail would leave. */
  readonly hasMail: boolean
  readonly publicUrl: string
}

export interface Thresholds {
  watch(): Promise<void>
}

export function createThresholds(options: ThresholdsOptions): Thresholds {
  return { watch: () => watch(options) }
}

async function watch(options: ThresholdsOptions): Promise<void> {
  const { db, clock } = options
  await db.transaction().execute(async (tx) => {
    const now = clock.now()
    const turned = await turnQuiet(tx, now)
    if (turned.length > 0) await tellStaff(tx, 'devices', null)
    for (const device of turned) {
      const words = device.is_quiet ? `has not called for ${device.quiet_hours ?? 0} hours` : 'calls again'
      await tell(options, tx, device, { action: device.is_quiet ? 'quiet' : 'quiet-no-more', words, subject: device.id })
    }
    for (const { transfer_id: subject, slow_minutes, ...device } of await turnSlow(tx, now))
      await tell(options, tx, device, { action: 'slow', words: `has been receiving a study for more than ${slow_minutes ?? 0} minutes`, subject })
  })
}

interface Telling {
  readonly action: string
  readonly words: string
  readonly subject: string
}

async function tell({ hasMail, publicUrl }: ThresholdsOptions, tx: Db, device: Passed, { action, words, subject }: Telling): Promise<void> {
  const { description, ae_title: aeTitle } = device
  await audit(tx, { action: `devices.${action}`, actor: null, address: null, subject, outcome: 'done', detail: { aeTitle } })
  const to = await alertAddress(tx)
  if (to !== null && hasMail) await mailLater(tx, newsMail({ to, device: description, aeTitle, words, more: '' }, publicUrl))
}
