import { tell } from '../../platform/server/live.ts'
import { waiting, type Db } from './store/requests.ts'

/** More would be a flood; who is so far back asks again anyway. */
const TOLD_MAX = 50

/** One in front of them is gone: everybody who waits has moved up. */
export async function tellWaiting(tx: Db): Promise<void> {
  for (const { id, account_id } of (await waiting(tx)).slice(0, TOLD_MAX)) await tell(tx, account_id, 'request', { id })
}
