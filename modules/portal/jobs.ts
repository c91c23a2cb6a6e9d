import Type from 'typebox'
import { job } from '../../platform/server/jobs.ts'
import { FETCH_REQUEST, PREPARE_REQUEST, type Preparing } from './prepare.ts'
import type { Upkeep } from './upkeep.ts'

const OfRequest = Type.Object({ requestId: Type.String() })

/** Lay the package out and mark the request ready. A request that is not waiting any more is left alone. */
const prepareRequest = job({
  ...PREPARE_REQUEST,
  payload: OfRequest,
  run: (preparing: Preparing, { requestId }, context) => preparing.prepare(requestId, context),
})

/** Bring home what a PACS has and we have not, then the same. What came in an earlier try is not asked for again. */
const fetchRequest = job({
  ...FETCH_REQUEST,
  payload: OfRequest,
  run: (preparing: Preparing, { requestId }, context) => preparing.fetch(requestId, context),
})

/** Routes look at the clock themselves; this only tidies up. */
const expireRequests = job({
  kind: 'portal.expire-requests',
  payload: Type.Object({}),
  attempts: 1,
  every: '0 * * * *',
  run: (upkeep: Upkeep) => upkeep.expire(),
})

/** Takes up what a crash cut off; a request that is being worked on is left alone. */
const resumeRequests = job({
  kind: 'portal.resume-requests',
  payload: Type.Object({}),
  attempts: 1,
  every: '* * * * *',
  run: (upkeep: Upkeep) => upkeep.resume(),
})

export const jobs = [prepareRequest, fetchRequest]
export const upkeepJobs = [expireRequests, resumeRequests]
