/**
 * How often somebody may guess. ADM-18, NIST SP 800-63B §3.2.2.
 *
 * Rules: from one place five wrong tries are free, then each next one waits twice as long. Over all places that never got in,
 * twenty are free, then the same. A place from which the account's owner came in lately has its own count only: strangers who
 * guess, from wherever, do not keep the owner out. Nothing locks an account for good.
 *
 * @module
 */
import { DAY_MS, MINUTE_MS, SECOND_MS, type Clock, type Instant } from '../../platform/server/clock.ts'
import type { Db } from './store.ts'
import * as store from './store/tries.ts'

/** From one address: a person does not type faster, and a ward behind one address still gets in. */
export const TRIES_PER_MINUTE = 60

export const FREE_TRIES = 5
export const FREE_TRIES_OF_STRANGERS = 20
const LONGEST_WAIT_MS = 15 * MINUTE_MS
const KNOWN_FOR_MS = 90 * DAY_MS

/** How long after the last wrong try the next one is judged. */
export function waitAfter(wrong: number, free = FREE_TRIES): number {
  return wrong < free ? 0 : Math.min(2 ** (wrong - free) * SECOND_MS, LONGEST_WAIT_MS)
}

/** Where somebody is, as far as guessing goes: who has one IPv6 address has a network of them. */
export function placeOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped !== undefined) return mapped
  if (!address.includes(':')) return address
  const [head = '', tail] = address.split('::')
  const groups = head === '' ? [] : head.split(':')
  const behind = tail === undefined || tail === '' ? [] : tail.split(':')
  while (tail !== undefined && groups.length + behind.length < 8) groups.push('0')
  return `${[...groups, ...behind].slice(0, 4).join(':')}::`
}

export interface Tries {
  /** Counts a try as wrong before it is judged. @returns false if none is due yet. */
  take(accountId: string, address: string): Promise<boolean>
  /** What was taken decided nothing. */
  giveBack(accountId: string, address: string): Promise<void>
  /** Somebody came in. */
  forgive(accountId: string, address: string): Promise<void>
}

export function createTries(db: Db, clock: Clock): Tries {
  return {
    async take(accountId, address) {
      const now = clock.now()
      return store.takeTry(db, { accountId, place: placeOf(address), now }, (standing) => isDue(standing, now))
    },
    giveBack: (accountId, address) => store.giveBack(db, accountId, placeOf(address)),
    async forgive(accountId, address) {
      const now = clock.now()
      await store.forgive(db, { accountId, place: placeOf(address), now })
      await store.forgetTries(db, now - KNOWN_FOR_MS)
    },
  }
}

export function isDue({ wrong, wrongAt, here }: store.Standing, now: Instant): boolean {
  const isKnown = here.rightAt !== null && now < here.rightAt + KNOWN_FOR_MS
  const dueHere = here.wrongAt === null || now >= here.wrongAt + waitAfter(here.wrong)
  const dueInAll = isKnown || wrongAt === null || now >= wrongAt + waitAfter(wrong, FREE_TRIES_OF_STRANGERS)
  return dueHere && dueInAll
}
