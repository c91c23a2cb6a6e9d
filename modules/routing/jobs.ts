import Type from 'typebox'
import { job } from '../../platform/server/jobs.ts'
import type { Forwarding } from './forwarding.ts'
import type { Priors } from './priors.ts'

export interface RoutingWork {
  readonly forwarding: Forwarding
  readonly priors: Priors
}

const Nothing = Type.Object({})

const runForwards = job({
  kind: 'routing.run-forwards',
  payload: Nothing,
  attempts: 1,
  every: '* * * * *',
  run: ({ forwarding }: RoutingWork) => forwarding.run(),
})

const lookAhead = job({
  kind: 'routing.look-ahead',
  payload: Nothing,
  attempts: 1,
  every: '*/15 * * * *',
  run: ({ priors }: RoutingWork, _payload, { signal }) => priors.lookAhead(signal),
})

export const jobs = [runForwards, lookAhead]
