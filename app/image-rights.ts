/** Who may see which images by DICOMweb: staff all of them, everybody else what a grant opens. */
import type { ImageAction, ImageRights } from '../modules/archive/index.ts'
import type { Grants } from '../modules/grants/index.ts'
import type { AccountCaller, Caller, CallerRole } from '../platform/server/auth/caller.ts'

/** They work with all that the house has. A doctor is somebody from outside, to whom exams are granted. */
const STAFF: readonly CallerRole[] = ['admin', 'clerk']

export function imageRights(grants: Grants): ImageRights {
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

  return { may, studies }
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
