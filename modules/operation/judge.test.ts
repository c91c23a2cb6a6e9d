import { describe, expect, it } from 'vitest'
import type { KindOfJob } from '../../platform/server/job-queue.ts'
import * as judge from './judge.ts'

const NOW = Date.UTC(2026, 10, 22, 12)
const kind = (changes: Partial<KindOfJob> = {}): KindOfJob =>
  ({ kind: 'portal.prepare-request', waiting: 0, planned: 0, running: 0, failing: 0, givenUp: 0, dueSince: null, ...changes })
const check = { lastWholeAt: null, megabytesPerSecond: 10 }

describe('is well', () => {
  const well = {
    'a database that answers': judge.databaseJudged(2),
    'a disk with room': judge.diskJudged({ freeBytes: 9, totalBytes: 10, level: 'enough' }),
    'a check that found nothing': judge.filesJudged({ check, damaged: 0 }),
    'an empty quarantine': judge.quarantineJudged({ instances: 0, level: 'enough' }),
    'a queue that is worked on': judge.jobsJudged([kind({ waiting: 900, running: 4, dueSince: NOW - 60_000 })], NOW),
    'a queue with nothing in it': judge.jobsJudged([], NOW),
    'mail that waits its turn': judge.messagesJudged([kind({ kind: 'notify.send-mail', waiting: 3 })], true),
    'a site without mail': judge.messagesJudged([], false),
    'transfers under way': judge.transfersJudged({ open: 4, failed: 0 }),
    'devices that answer': judge.devicesJudged({ known: 4, unanswering: 0, quiet: 0 }),
    'a log without errors': judge.logJudged(0),
  }
  for (const [what, { health }] of Object.entries(well)) it(what, () => expect(health).toBe('good'))
})

describe('wants a look', () => {
  const wanting = {
    'a database that is slow': judge.databaseJudged(900),
    'a disk of which nobody knows': judge.diskJudged(null),
    'a disk that gets full': judge.diskJudged({ freeBytes: 1, totalBytes: 10, level: 'low' }),
    'a check that is off': judge.filesJudged({ check: { ...check, megabytesPerSecond: 0 }, damaged: 0 }),
    'what waits for a person': judge.quarantineJudged({ instances: 1, level: 'enough' }),
    'a job that fails': judge.jobsJudged([kind({ failing: 1 })], NOW),
    'a queue that is too long for those who work on it': judge.jobsJudged([kind({ waiting: 1, running: 4, dueSince: NOW - 11 * 60_000 })], NOW),
    'a job that was given up': judge.jobsJudged([kind({ givenUp: 1 })], NOW),
    'a mail that was given up': judge.messagesJudged([kind({ kind: 'notify.send-mail', givenUp: 1 })], true),
    'a transfer that failed': judge.transfersJudged({ open: 0, failed: 1 }),
    'a device that does not answer': judge.devicesJudged({ known: 4, unanswering: 1, quiet: 0 }),
    'a device that has gone quiet': judge.devicesJudged({ known: 4, unanswering: 0, quiet: 1 }),
    'an error in the log': judge.logJudged(1),
  }
  for (const [what, { health }] of Object.entries(wanting)) it(what, () => expect(health).toBe('attention'))
})

describe('is wrong', () => {
  const away = { name: 's3', here: { segments: 0, bytes: 0 }, there: { segments: 1, bytes: 1 }, elsewhere: [], afterDays: 30, belowPercent: 20, away: null }
  const wrong = {
    'a disk that is nearly full': judge.diskJudged({ freeBytes: 0, totalBytes: 10, level: 'critical' }),
    'a file that is damaged': judge.filesJudged({ check, damaged: 1 }),
    'a quarantine that refuses': judge.quarantineJudged({ instances: 50, level: 'full' }),
    'a queue that nobody works on': judge.jobsJudged([kind({ waiting: 1, dueSince: NOW - 11 * 60_000 })], NOW),
    'a second store that is away': judge.storeJudged({ ...away, away: { reason: 'refused', words: '', since: '' } }),
    'what lies in a store that the server was not started with': judge.storeJudged({ ...away, elsewhere: [{ name: 'old', segments: 1, bytes: 1 }] }),
  }
  for (const [what, judged] of Object.entries(wrong)) it(what, () => expect(judged?.health).toBe('bad'))
})

describe('the whole', () => {
  it('is as its worst part', () => {
    expect(judge.worstOf(['good', 'good'])).toBe('good')
    expect(judge.worstOf(['good', 'attention'])).toBe('attention')
    expect(judge.worstOf(['bad', 'attention', 'good'])).toBe('bad')
  })
})
