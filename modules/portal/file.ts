/**
 * The file of a request, as long as there is one.
 *
 * @module
 */
import { audit } from '../../platform/server/audit.ts'
import type { AccountCaller } from '../../platform/server/auth/caller.ts'
import type { Clock, Instant } from '../../platform/server/clock.ts'
import type { Served } from '../../platform/server/http/serve-extents.ts'
import { tell, type Live } from '../../platform/server/live.ts'
import type { NoteLook } from '../../platform/server/looks.ts'
import type { Grants } from '../grants/index.ts'
import type { Packages } from '../packaging/index.ts'
import type { RequestState } from './contract.ts'
import { noteDownload, type Db } from './store/requests.ts'
import type { RequestRow } from './tables.ts'

export type File =
  | { readonly kind: 'file'; readonly served: Served }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'not-ready'; readonly state: RequestState }
  /** Its time is over, or it was removed. */
  | { readonly kind: 'gone' }
  /** Images of it were taken from the server: it can no longer be made. POR-20. */
  | { readonly kind: 'missing' }

interface FileOptions {
  readonly db: Db
  readonly clock: Clock
  readonly grants: Grants
  readonly packages: Packages
  readonly live: Pick<Live, 'follow'>
  readonly looks: NoteLook
}

/** Who fetches it, from where, for as long as `over` has not aborted: however the answer ended. */
export interface Fetching {
  readonly caller: AccountCaller
  readonly address: string
  readonly over: AbortSignal
}

export async function fileOf(options: FileOptions, row: RequestRow | undefined, { caller, address, over }: Fetching): Promise<File> {
  const { db, clock, grants, packages } = options
  if (row === undefined) return { kind: 'not-found' }
  if (row.state === 'expired' || row.state === 'removed') return { kind: 'gone' }
  if (row.state !== 'ready') return { kind: 'not-ready', state: row.state }
  if (!(await grants.stillOpens(row.grant_id, 'download', row.study_id))) return { kind: 'not-found' }
  const laidOut = row.package_id === null ? undefined : await packages.serve(row.package_id)
  if (laidOut === undefined) return { kind: 'missing' }
  // Who hangs up before the end has had most of it.
  await options.looks({ caller, address }, { action: 'portal.download-began', subject: row.study_id })
  const delivered = () => noteDelivered(db, row, address, clock.now())
  const until = whileGranted(options, row, over)
  return { kind: 'file', served: { ...laidOut, fileName: row.file_name ?? `images.${row.format}`, delivered, until } }
}

/** Aborts as soon as somebody ends the grant, in whatever process. That its time is over lets the answer come to its end. */
function whileGranted({ grants, live }: FileOptions, { account_id, grant_id }: RequestRow, over: AbortSignal): AbortSignal {
  const ended = new AbortController()
  const watch = async (): Promise<void> => {
    for await (const { name } of live.follow(account_id, over))
      if ((name === 'exams' || name === 'heartbeat') && (await grants.wasEnded(grant_id))) ended.abort()
  }
  // A database that is away cuts no download off.
  void watch().catch(() => undefined)
  return ended.signal
}

/** The last byte has left: it is the person's to keep. */
async function noteDelivered(db: Db, row: RequestRow, address: string, now: Instant): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await noteDownload(tx, row.id, now)
    await audit(tx, {
      action: 'portal.downloaded', actor: row.account_id, address, subject: row.study_id, outcome: 'done',
      detail: { request: row.id, format: row.format, bytes: row.size_bytes ?? 0 },
    })
    await tell(tx, row.account_id, 'request', { id: row.id })
  })
}
