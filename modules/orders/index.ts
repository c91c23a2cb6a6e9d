import type { Kysely } from 'kysely'
import type { Clock } from '../../platform/server/clock.ts'
import { mount } from '../../platform/server/http/route.ts'
import { mountJobs } from '../../platform/server/jobs.ts'
import type { Live } from '../../platform/server/live.ts'
import { moduleOf, type Module } from '../../platform/server/module.ts'
import type { Settings } from '../../platform/server/settings/index.ts'
import { STUDY_SETTLED, type Archive } from '../archive/index.ts'
import type { Devices } from '../devices/index.ts'
import { createArrivals } from './arrivals.ts'
import { createAvailability } from './availability.ts'
import { beginStepScp, changeStepScp, readStepScp, worklistScp, type OrderServices } from './dimse.ts'
import { jobs } from './jobs.ts'
import { migrations } from './migrations/index.ts'
import { createOrders, type Orders } from './orders.ts'
import { createPerformedSteps } from './performed.ts'
import { routes } from './routes.ts'
import { KEEP_DAYS, settings as declared } from './settings.ts'
import type { OrdersTables } from './tables.ts'
import { createWorkitemAccess } from './workitems/devices.ts'
import { workitemScp, type WorkitemServices } from './workitems/dimse.ts'
import { createNews, type WorkitemNews } from './workitems/news.ts'
import { workitemRoutes } from './workitems/routes.ts'
import { subscriptionRoutes } from './workitems/subscription-routes.ts'
import { createSubscriptions } from './workitems/subscriptions.ts'
import { createWorkitems } from './workitems/workitems.ts'
import { createWorklist } from './worklist.ts'

export type { OrderServices } from './dimse.ts'
export type { Entry } from './entry.ts'
export type { AddedEntry, ChangedEntry, Orders } from './orders.ts'
export type { OrdersTables } from './tables.ts'

interface OrdersModuleOptions {
  readonly db: Kysely<OrdersTables>
  readonly clock: Clock
  readonly archive: Archive
  readonly devices: Devices
  readonly settings: Settings
  readonly live: Live
  /** What we call ourselves. */
  readonly aeTitle: () => string
}

export interface OrdersParts {
  readonly module: Module
  readonly orders: Orders
  /** What is done for modalities. */
  readonly services: OrderServices & WorkitemServices
  /** We are back: devices that wait for events of workitems hear of it. */
  readonly restarted: WorkitemNews['restarted']
}

export function createOrdersModule(options: OrdersModuleOptions): OrdersParts {
  const orders = createOrders(options)
  const arrivals = createArrivals(options)
  const availability = createAvailability(options)
  const performed = createPerformedSteps(options)
  const news = createNews(options)
  const workitems = createWorkitems({ ...options, news, keepDays: () => options.settings.value(KEEP_DAYS) })
  const subscriptions = createSubscriptions({ ...options, news })
  const module = moduleOf({
    name: 'orders', migrations, settings: declared,
    routes: [mount({ orders, devices: options.devices }, routes), mount({ workitems }, workitemRoutes), mount({ subscriptions, news }, subscriptionRoutes)],
    jobs: [mountJobs({ arrivals, availability, workitems, news }, jobs)],
    watches: [
      { event: STUDY_SETTLED, run: (studyId) => arrivals.arrived(studyId) },
      { event: STUDY_SETTLED, run: (studyId) => availability.settled(studyId) },
    ],
  })
  return {
    module, orders, restarted: () => news.restarted(),
    services: {
      worklist: worklistScp(createWorklist(options)),
      beginStep: beginStepScp(performed), changeStep: changeStepScp(performed), readStep: readStepScp(performed),
      ...workitemScp({ db: options.db, access: createWorkitemAccess(options), workitems, subscriptions }),
    },
  }
}
