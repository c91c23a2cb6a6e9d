/**
 * What a number means: good, worth a look, or bad. Pure. ADM-19.
 *
 * Bad is what loses images or refuses them, or nobody works on; what waits for a person, and is safe while it does, is worth a look.
 *
 * @module
 */
import { isoTimeOrNull, MINUTE_MS, SECOND_MS, type Instant } from '../../platform/server/clock.ts'
import type { KindOfJob } from '../../platform/server/job-queue.ts'
import type { StorageView } from '../archive/contract.ts'
import type { StorageStanding } from '../archive/index.ts'
import { healths, type Health, type OverviewView } from './contract.ts'

/** A database on the same machine answers in a millisecond, one that is far away or busy in ten. */
const SLOW_MS = SECOND_MS / 2
/** The queue is looked at every few seconds. */
const LATE_MS = 10 * MINUTE_MS
const MESSAGE_JOBS: readonly string[] = ['notify.send-mail', 'notify.send-sms']

type Part<Name extends keyof OverviewView> = NonNullable<OverviewView[Name]>

export function worstOf(parts: readonly Health[]): Health {
  return healths[Math.max(0, ...parts.map((part) => healths.indexOf(part)))] ?? 'bad'
}

export function databaseJudged(ms: number): Part<'database'> {
  return { health: ms < SLOW_MS ? 'good' : 'attention', ms }
}

export function diskJudged(disk: StorageView['disk']): Part<'disk'> {
  if (disk === null) return { health: 'attention', freeBytes: null, totalBytes: null }
  const { level, freeBytes, totalBytes } = disk
  return { health: ({ enough: 'good', low: 'attention', critical: 'bad' } as const)[level], freeBytes, totalBytes }
}

export function storeJudged(store: StorageView['store']): OverviewView['store'] {
  if (store === null) return null
  const isAway = store.away !== null || store.elsewhere.length > 0
  return { health: isAway ? 'bad' : 'good', isAway }
}

export function filesJudged({ check, damaged }: Pick<StorageStanding, 'check' | 'damaged'>): Part<'files'> {
  const isChecked = check.megabytesPerSecond > 0
  return { health: damaged > 0 ? 'bad' : isChecked ? 'good' : 'attention', damaged, lastWholeAt: check.lastWholeAt, isChecked }
}

export function quarantineJudged({ instances, level }: { readonly instances: number; readonly level: 'enough' | 'low' | 'full' }): Part<'quarantine'> {
  const isFull = level === 'full'
  return { health: isFull ? 'bad' : instances > 0 ? 'attention' : 'good', images: instances, isFull }
}

export function jobsJudged(kinds: readonly KindOfJob[], now: Instant): Part<'jobs'> {
  const sum = (of: 'waiting' | 'planned' | 'running' | 'failing' | 'givenUp') => kinds.reduce((all, kind) => all + kind[of], 0)
  const due = Math.min(...kinds.map(({ dueSince }) => dueSince ?? Infinity))
  const [running, failing, givenUp] = [sum('running'), sum('failing'), sum('givenUp')]
  const isLate = now - due > LATE_MS
  return {
    health: isLate && running === 0 ? 'bad' : isLate || failing + givenUp > 0 ? 'attention' : 'good', isLate,
    waiting: sum('waiting'), planned: sum('planned'), running, failing, givenUp,
    dueSince: isoTimeOrNull(due === Infinity ? null : due),
  }
}

export function messagesJudged(kinds: readonly KindOfJob[], isOn: boolean): Part<'messages'> {
  const messages = kinds.filter(({ kind }) => MESSAGE_JOBS.includes(kind))
  const failing = messages.reduce((all, each) => all + each.failing + each.givenUp, 0)
  const waiting = messages.reduce((all, each) => all + each.waiting + each.planned + each.running, 0)
  return { health: failing > 0 ? 'attention' : 'good', isOn, waiting, failing }
}

export function transfersJudged({ open, failed }: { readonly open: number; readonly failed: number }): Part<'transfers'> {
  return { health: failed > 0 ? 'attention' : 'good', open, failed }
}

export function devicesJudged({ known, unanswering, quiet }: Omit<Part<'devices'>, 'health'>): Part<'devices'> {
  return { health: unanswering + quiet > 0 ? 'attention' : 'good', known, unanswering, quiet }
}

export function logJudged(errors: number): Part<'log'> {
  return { health: errors > 0 ? 'attention' : 'good', errors }
}
