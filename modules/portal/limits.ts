import { HOUR_MS } from '../../platform/server/clock.ts'

/** Requests of one account that may wait at the same time. POR-15. */
export const QUEUE_LIMIT = 3
/** Files of one account that may be kept ready. POR-16. */
export const DOWNLOAD_LIMIT = 10
/** How long a file is kept ready. POR-17. */
export const LIFETIME_MS = 72 * HOUR_MS
