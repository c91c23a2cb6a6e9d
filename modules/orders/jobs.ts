import Type from 'typebox'
import { job } from '../../platform/server/jobs.ts'
import type { Arrivals } from './arrivals.ts'
import { TELL_AVAILABLE, type Availability } from './availability.ts'
import { TELL_EVENTS, type WorkitemNews } from './workitems/news.ts'
import type { Workitems } from './workitems/workitems.ts'

export interface OrdersWork {
  readonly arrivals: Arrivals
  readonly availability: Availability
  readonly workitems: Workitems
  readonly news: WorkitemNews
}

const Nothing = Type.Object({})

/** Tell a device that a Study is here. Telling it twice does no harm. */
const tellAvailable = job({
  ...TELL_AVAILABLE,
  payload: Type.Object({ deviceId: Type.String(), studyId: Type.String() }),
  run: ({ availability }: OrdersWork, notice, context) => availability.tell(notice, context),
})

/** Tell a device what became of workitems. Telling it twice does no harm. */
const tellEvents = job({
  ...TELL_EVENTS,
  payload: Type.Object({ aeTitle: Type.String(), events: Type.Array(Type.String()) }),
  run: ({ news }: OrdersWork, notice, context) => news.carry(notice, context),
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
  async run({ arrivals, workitems, news }: OrdersWork) {
    await arrivals.forgetOld()
    await workitems.forgetOld()
    await news.forgetOld()
  },
})

export const jobs = [tellAvailable, tellEvents, completeQuiet, forgetOld]
