import type { Kysely } from 'kysely'
import { mount } from '../../platform/server/http/route.ts'
import { kindsOfJobs } from '../../platform/server/job-queue.ts'
import type { LogBook } from '../../platform/server/log-book.ts'
import { moduleOf, type Module } from '../../platform/server/module.ts'
import { exposition } from '../../platform/server/prometheus.ts'
import { createLogs } from './logs.ts'
import { createMeasures, type Measures } from './measures.ts'
import { metricsOf } from './metrics.ts'
import { overviewOf, type OverviewOptions } from './overview.ts'
import { createQueue } from './queue.ts'
import { routes, type Operation } from './routes.ts'

export type { Measures } from './measures.ts'

export interface OperationOptions extends Omit<OverviewOptions, 'db' | 'startedAt' | 'book'> {
  readonly db: Kysely<unknown>
  readonly book: LogBook
}

/** It has no tables: what it shows is the others'. */
export function createOperation(given: OperationOptions): { readonly module: Module; readonly measures: Measures } {
  const { db, clock, book } = given
  const options = { ...given, startedAt: clock.now() }
  const measures = createMeasures()
  const operation: Operation = {
    logs: createLogs({ db, clock, book }), queue: createQueue(db),
    overview: () => overviewOf(options),
    async metrics() {
      const [overview, kinds] = await Promise.all([overviewOf(options), kindsOfJobs(db)])
      return exposition(metricsOf({ overview, kinds, logged: book.counts(), counted: measures.metrics() }))
    },
  }
  return { module: moduleOf({ name: 'operation', routes: [mount(operation, routes)] }), measures }
}
