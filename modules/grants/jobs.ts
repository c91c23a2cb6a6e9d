import Type from 'typebox'
import { job } from '../../platform/server/jobs.ts'
import type { Codes } from './codes.ts'

/** Whoever looks at a code looks at the clock; this only tidies up. */
const tidyCodes = job({
  kind: 'grants.tidy-codes',
  payload: Type.Object({}),
  attempts: 1,
  every: '20 * * * *',
  run: (codes: Codes) => codes.tidy(),
})

export const jobs = [tidyCodes]
