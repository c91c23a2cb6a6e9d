/**
 * All measures of the installation, as a monitor reads them. ADM-21. Names and units follow Prometheus: base units, `_total` for what only grows.
 *
 * @module
 */
import { SECOND_MS, type Instant } from '../../platform/server/clock.ts'
import type { KindOfJob } from '../../platform/server/job-queue.ts'
import type { LogBook } from '../../platform/server/log-book.ts'
import type { Metric, Sample } from '../../platform/server/prometheus.ts'
import { healths, type OverviewView } from './contract.ts'

export interface Measured {
  readonly overview: OverviewView
  readonly kinds: readonly KindOfJob[]
  readonly logged: ReturnType<LogBook['counts']>
  /** Counted at the doors. */
  readonly counted: readonly Metric[]
}

export function metricsOf({ overview, kinds, logged, counted }: Measured): readonly Metric[] {
  const { version, disk, store, files, quarantine, transfers, devices } = overview
  return [
    gauge('filmjacket_info', 'The version that runs.', { labels: { version }, value: 1 }),
    gauge('filmjacket_health', 'Of each part: 0 good, 1 worth a look, 2 bad.', ...healthsOf(overview)),
    gauge('filmjacket_disk_free_bytes', 'Free on the disk where images are kept.', ...known(disk.freeBytes)),
    gauge('filmjacket_disk_size_bytes', 'Size of that disk.', ...known(disk.totalBytes)),
    ...(store === null ? [] : [gauge('filmjacket_store_away', '1: the second store cannot be used.', { value: Number(store.isAway) })]),
    gauge('filmjacket_damaged_files', 'Stored files that are not what they were.', { value: files.damaged }),
    gauge('filmjacket_quarantine_images', 'Images that wait for a person.', { value: quarantine.images }),
    gauge('filmjacket_jobs', 'Jobs that are not done, by kind and state.', ...kinds.flatMap(jobsOf)),
    gauge('filmjacket_transfers_open', 'Studies on their way to or from devices.', { value: transfers.open }),
    gauge('filmjacket_transfers_failed_lately', 'Transfers that failed in the last day.', { value: transfers.failed }),
    gauge('filmjacket_devices_unanswering', 'Watched devices that did not answer when they were last called.', { value: devices.unanswering }),
    gauge('filmjacket_devices_quiet', 'Devices that have not called for too long.', { value: devices.quiet }),
    { ...gauge('filmjacket_log_lines_total', 'Lines of the log since the start.', ...Object.entries(logged).map(([level, value]) => ({ labels: { level }, value }))), type: 'counter' },
    ...counted,
    ...processMetrics(Date.parse(overview.startedAt)),
  ]
}

function gauge(name: string, help: string, ...samples: readonly Sample[]): Metric {
  return { name, help, type: 'gauge', samples }
}

function known(value: number | null): readonly Sample[] {
  return value === null ? [] : [{ value }]
}

function healthsOf(overview: OverviewView): readonly Sample[] {
  return Object.entries(overview).flatMap(([part, judged]) =>
    (typeof judged === 'object' && judged !== null ? [{ labels: { part }, value: healths.indexOf(judged.health) }] : []))
}

function jobsOf({ kind, waiting, planned, running, failing, givenUp }: KindOfJob): readonly Sample[] {
  const states = { waiting, planned, running, failing, 'given-up': givenUp }
  return Object.entries(states).map(([state, value]) => ({ labels: { kind, state }, value }))
}

/** As Prometheus' own clients name them. */
function processMetrics(startedAt: Instant): readonly Metric[] {
  const { user, system } = process.cpuUsage()
  const { rss, heapUsed } = process.memoryUsage()
  return [
    gauge('process_start_time_seconds', 'When the process started, since 1970.', { value: startedAt / SECOND_MS }),
    { ...gauge('process_cpu_seconds_total', 'Time of processors that it used.', { value: (user + system) / 1e6 }), type: 'counter' },
    gauge('process_resident_memory_bytes', 'Memory that it holds.', { value: rss }),
    gauge('nodejs_heap_size_used_bytes', 'Of it, objects.', { value: heapUsed }),
    gauge('nodejs_eventloop_utilization', 'Share of the time since the start in which it was busy.', { value: performance.eventLoopUtilization().utilization }),
  ]
}
