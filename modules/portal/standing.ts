/**
 * How many requests and files a person has, and whether they may ask for another. POR-15, POR-16, POR-22, POR-28.
 *
 * @module
 */
import type { Instant } from '../../platform/server/clock.ts'
import { hasSms } from '../../platform/server/notify/sms.ts'
import type { Settings } from '../../platform/server/settings/index.ts'
import type { Door, PortalView } from './contract.ts'
import { DOWNLOAD_LIMIT, DOWNLOADS_ON, KEPT_HOURS, QUEUE_LIMIT } from './settings.ts'
import { countHeld, type Db, type Held } from './store/requests.ts'

export type Standing = PortalView

export async function standingOf(db: Db, settings: Settings, accountId: string, now: Instant): Promise<Standing> {
  const held = await countHeld(db, accountId, now)
  const limits = { queueLimit: settings.value(QUEUE_LIMIT), downloadLimit: settings.value(DOWNLOAD_LIMIT) }
  const isOn = settings.value(DOWNLOADS_ON)
  return { ...held, ...limits, door: isOn ? doorFor(held, limits) : 'off', keptHours: settings.value(KEPT_HOURS), sms: hasSms(settings) }
}

/** What waits will be kept: it counts among the files. */
export function doorFor({ waiting, ready }: Held, limits: Pick<Standing, 'queueLimit' | 'downloadLimit'>): Door {
  if (waiting >= limits.queueLimit) return 'queue-full'
  return waiting + ready >= limits.downloadLimit ? 'download-limit' : 'open'
}
