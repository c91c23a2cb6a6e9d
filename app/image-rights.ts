/** Who may see which images by DICOMweb: staff all of them, everybody else what a grant opens. */
import type { ImageAction, ImageRights } from '../modules/archive/index.ts'
import type { Grants } from '../modules/grants/index.ts'
import type { AccountCaller, Caller, CallerRole } from '../platform/server/auth/caller.ts'
import type { Live } from '../platform/server/live.ts'

/** They work with all that the house has. A doctor is somebody from outside, to whom exams are granted. */
const STAFF: readonly CallerRole[] = ['admin', 'clerk']

export function imageRights(grants: Grants, live: Pick<Live, 'follow'>): ImageRights {
  async function may(caller: Caller, action: ImageAction, studyId: string): Promise<boolean> {
    if (caller.kind === 'anonymous' || !isWithinToken(caller, studyId)) return false
    return STAFF.includes(caller.role) || (await grants.open(accountBehind(caller), action, studyId)) !== undefined
  }

  async function studies(caller: Caller): Promise<readonly string[] | null> {
    if (caller.kind === 'anonymous') return []
    if (STAFF.includes(caller.role)) return caller.kind === 'token' ? caller.studies : null
    const opened = await grants.studies(accountBehind(caller), 'view')
    return opened.map(({ study }) => study.id).filter((id) => isWithinToken(caller, id))
  }

  async function untilEnded(caller: Caller, studyId: string, over: AbortSignal): Promise<AbortSignal | undefined> {
    if (caller.kind === 'anonymous' || STAFF.includes(caller.role)) return undefined
    const opened = await grants.open(accountBehind(caller), 'download', studyId)
    if (opened === undefined) return undefined
    const ended = new AbortController()
    const watch = async (): Promise<void> => {
      for await (const { name } of live.follow(caller.accountId, over))
        if ((name === 'exams' || name === 'heartbeat') && (await grants.wasEnded(opened.grant.id))) ended.abort()
    }
    // A database that is away cuts no answer off.
    void watch().catch(() => undefined)
    return ended.signal
  }

  return { may, studies, untilEnded }
}

function isWithinToken(caller: Exclude<Caller, { kind: 'anonymous' }>, studyId: string): boolean {
  return caller.kind === 'account' || caller.studies === null || caller.studies.includes(studyId)
}

/** A token opens no more than its account does. */
function accountBehind(caller: Exclude<Caller, { kind: 'anonymous' }>): AccountCaller {
  if (caller.kind === 'account') return caller
  const { accountId, role, tokenId } = caller
  return { kind: 'account', accountId, role, sessionId: tokenId }
}
