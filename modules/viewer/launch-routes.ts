/** The viewer opened from another program, over HTTP. Translates, decides nothing. */
import { anyone, asRoleOrToken } from '../../platform/server/auth/caller.ts'
import { isoTime } from '../../platform/server/clock.ts'
import { Problem } from '../../platform/server/http/problem.ts'
import { route } from '../../platform/server/http/route.ts'
import { LaunchAddress, LaunchedStudy, LaunchToken, NewLaunch } from './contract.ts'
import type { Launches } from './launches.ts'

export interface LaunchService {
  readonly launches: Launches
  readonly publicUrl: string
}

/** A person opens one now and then; a program that guesses is one address among others. */
const TRIES_PER_MINUTE = 30

const makeLaunch = route({
  method: 'POST', url: '/api/viewer/launches', summary: 'An address that opens one exam in the viewer, once, within a minute',
  allow: asRoleOrToken('read', 'admin', 'clerk'), body: NewLaunch, answer: LaunchAddress,
  async handle({ launches, publicUrl }: LaunchService, { caller, body }) {
    const made = caller.kind === 'anonymous' ? noExam() : await launches.make(caller, body)
    if (made.kind === 'no-exam') return noExam()
    const address = new URL('/launch', publicUrl)
    // A fragment is never sent to a server: the token is in no log on the way.
    address.hash = made.token
    return { address: address.href, until: isoTime(made.until) }
  },
})

const redeemLaunch = route({
  method: 'POST', url: '/api/viewer/launches/redeem', summary: 'Comes in by such an address', allow: anyone, callsPerMinute: TRIES_PER_MINUTE,
  body: LaunchToken, answer: LaunchedStudy,
  async handle({ launches }: LaunchService, { body, address, agent, startSession }) {
    const outcome = await launches.redeem(body.token, { address, agent })
    if (outcome.kind === 'over') throw new Problem('launch-over', 410, 'This address was used, or is too old. Open the exam again where you came from.')
    startSession(outcome.session)
    return { studyId: outcome.studyId }
  },
})

function noExam(): never {
  throw new Problem('exam-not-found', 404, 'There is no such exam.')
}

export const launchRoutes = [makeLaunch, redeemLaunch]
