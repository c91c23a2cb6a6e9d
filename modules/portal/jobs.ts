import Type from 'typebox'
import { job } from '../../platform/server/jobs.ts'
import { PREPARE_REQUEST, type Preparing } from './prepare.ts'

/** Lay the package out and mark the request ready. A request that is not waiting any more is left alone. */
const prepareRequest = job({
  ...PREPARE_REQUEST,
  payload: Type.Object({ requestId: Type.String() }),
  run: async (preparing: Preparing, { requestId }, { isLastTry }) => {
    try {
      await preparing.prepare(requestId)
    } catch (error) {
      if (isLastTry) await preparing.giveUp(requestId)
      throw error
    }
  },
})

/** Routes look at the clock themselves; this only tidies up. */
const expireRequests = job({
  kind: 'portal.expire-requests',
  payload: Type.Object({}),
  attempts: 1,
  every: '0 * * * *',
  run: (preparing: Preparing) => preparing.expire(),
})

export const jobs = [prepareRequest, expireRequests]
