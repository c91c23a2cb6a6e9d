import Type from 'typebox'
import { job } from '../../platform/server/jobs.ts'
import type { Arrivals } from './arrivals.ts'
import { TELL_AVAILABLE, type Availability } from './availability.ts'
import type { Workitems } from './workitems/workitems.ts'

export interface OrdersWork {
  readonly arrivals: Arrivals
  readonly availability: Availability
  readonly workitems: Workitems
}

const Nothing = Type.Object({})

/** Tell a device that a Study is here. Telling it twice does no harm. */
const tellAvailable = job({
  ...TELL_AVAILABLE,
  payload: Type.Object({ deviceId: Type.String(), studyId: Type.String() }),
  run: ({ availability }: OrdersWork, notice, context) => availability.tell(notice, context),
})

const completeQuiet = job({
  kind: 'orders.complete-quiet',
  payload: Nothing,
  attempts: 1,
  every: '*/10 * * * *',
  run: ({ arrivals }: OrdersWork) => arrivals.completeQuiet(),
})

const forgetOld = job({
  kind: 'orders.forget-old',
  payload: Nothing,
  attempts: 3,
  every: '40 2 * * *',
  async run({ arrivals, workitems }: OrdersWork) {
    await arrivals.forgetOld()
    await workitems.forgetOld()
  },
})

export const jobs = [tellAvailable, completeQuiet, forgetOld]
