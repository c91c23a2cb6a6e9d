/** What is not done with a workitem, and in which words of the standard that is told. PS3.18 §11.5 to §11.8. */
import { keywordOf, type Tag } from '@filmjacket/dicom-data'
import { Problem } from '../../../platform/server/http/problem.ts'
import type { Hindrance } from './state.ts'
import type { Absent } from './workitem.ts'

/** RFC 9111 §5.5. */
export function warning(text: string): { readonly warning: string } {
  return { warning: `299 filmjacket "${text}"` }
}

export function absent({ kind }: Absent): never {
  if (kind === 'gone') throw new Problem('workitem-gone', 410, 'This workitem was here, and was forgotten.')
  throw new Problem('workitem-not-found', 404, 'There is no such workitem.')
}

export function invalid(tags: readonly Tag[]): never {
  throw new Problem('workitem-invalid', 400, `These attributes are missing, or may not be told so: ${named(tags)}.`)
}

export function incomplete(tags: readonly Tag[]): never {
  throw new Problem('workitem-incomplete', 409, `It cannot be completed before these are told: ${named(tags)}.`, warning(INCONSISTENT))
}

function named(tags: readonly Tag[]): string {
  return [...new Set(tags)].map((tag) => keywordOf(tag)).join(', ')
}

const INCONSISTENT = 'The submitted request is inconsistent with the state of the UPS Instance.'
const OF_UPDATE = 'The submitted request is inconsistent with the current state of the Workitem.'

export function hindered(why: Hindrance): never {
  switch (why) {
    case 'no-transaction':
      throw new Problem('workitem-transaction-missing', 400, 'The Transaction UID of who performs it is missing.', warning('The Transaction UID is missing.'))
    case 'wrong-transaction':
      throw new Problem('workitem-transaction-wrong', 400, 'Somebody performs it, or did, with another Transaction UID.', warning('The Transaction UID is incorrect.'))
    case 'claimed': return notNow('Somebody performs it already.')
    case 'not-claimed': return notNow('Nobody performs it: claim it first.')
    case 'over': return notNow('It is completed or canceled, for good.')
    case 'never-scheduled': return notNow('A workitem is scheduled when it is made, and not again.')
  }
}

function notNow(detail: string): never {
  throw new Problem('workitem-not-now', 409, detail, warning(INCONSISTENT))
}

/** Changes have words of their own. PS3.18 §11.6.3. */
export function notUpdated(why: Hindrance): never {
  if (why === 'over') throw new Problem('workitem-over', 400, 'It is completed or canceled, and changes no more.', warning(OF_UPDATE))
  if (why !== 'not-claimed') return hindered(why)
  const claimed = 'The target URI did not reference a claimed Workitem.'
  throw new Problem('workitem-not-claimed', 409, 'A Transaction UID was given, and nobody performs it.', warning(claimed))
}

/** Who performs one would have to be asked, and nobody hears of it. PS3.18 §11.8.3. */
export function notCanceled(why: Hindrance): never {
  if (why !== 'claimed') return hindered(why)
  throw new Problem('workitem-not-canceled', 409, 'Somebody performs it, and cannot be asked from here.', warning('The performer cannot be contacted.'))
}
