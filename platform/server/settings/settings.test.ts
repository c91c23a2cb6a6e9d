import { sql, type Kysely } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { auditMigrations } from '../audit.ts'
import type { Clock } from '../clock.ts'
import { freshDatabaseAt } from '../database/testing.ts'
import { Live } from '../live.ts'
import { createLog } from '../log.ts'
import {
  createSettings, named, same, settingsMigrations, type FixedSetting, type IntegerSetting, type Paragraph, type Settings, type TextSetting,
} from './index.ts'

const ADMIN = { kind: 'account', accountId: 'acc_1', role: 'admin', sessionId: 'ses_1' } as const
const ALL = [...auditMigrations, ...settingsMigrations]
const clock: Clock & { time: number } = { time: Date.UTC(2026, 0, 1), now() { return this.time } }
const log = createLog('silent')

const LIMIT: IntegerSetting = {
  kind: 'integer', key: 'Limit', aliases: ['TheLimit'], unit: same('pieces'), default: 3, min: 1, max: 10, purpose: same('limits'),
}
const NAME: TextSetting = { kind: 'text', key: 'Name', default: 'ours', maxLength: 5, purpose: same('names') }
const PLACE: FixedSetting = { kind: 'fixed', key: 'Place', default: 'nowhere', purpose: same('where') }
const HELLO: Paragraph = {
  key: 'Hello', kind: 'rich', purpose: same('greets'), places: [{ meaning: same('who'), sample: 'you' }],
  default: { en: 'Hello {0}', nl: 'Dag {0}', fr: 'Bonjour {0}' },
}

let db: Kysely<unknown>
let url: string
let settings: Settings

beforeEach(async () => {
  ({ db, url } = await freshDatabaseAt(ALL))
  settings = createSettings({ db, clock, log })
  await settings.load()
})

describe('a setting', () => {
  it('has its default until it is set, and again after it is reset', async () => {
    expect(settings.value(LIMIT)).toBe(3)
    expect(await settings.change(ADMIN, LIMIT, 7)).toBe(true)
    expect(settings.value(LIMIT)).toBe(7)
    expect(await settings.change(ADMIN, LIMIT, null)).toBe(true)
    expect([settings.value(LIMIT), settings.row('Limit')]).toEqual([3, undefined])
  })

  const misfits = { 'below its least': [LIMIT, 0], 'above its most': [LIMIT, 11], 'with a fraction': [LIMIT, 1.5], 'of another type': [LIMIT, '3'],
    'too long': [NAME, 'longer'], 'with a control character': [NAME, 'a\u0000'], 'told by the start': [PLACE, 'there'] } as const
  for (const [what, [setting, value]] of Object.entries(misfits)) {
    it(`takes no value ${what}`, async () => {
      expect(await settings.change(ADMIN, setting, value)).toBe(false)
      expect(settings.value(setting)).toBe(setting.default)
    })
  }

  it('from a time of other bounds does not break the bounds of today', async () => {
    await sql`insert into setting values ('Limit', '', '5000'::jsonb, now(), null)`.execute(db)
    await settings.load()
    expect(settings.value(LIMIT)).toBe(3)
  })

  it('is known by its other spellings, whatever the capitals', () => {
    expect([named([LIMIT], 'thelimit'), named([LIMIT], 'limit'), named([LIMIT], 'limits')]).toEqual([LIMIT, LIMIT, undefined])
  })

  it('that the start decided is shown as it was told', () => {
    settings.fix(PLACE, '/there')
    expect(settings.value(PLACE)).toBe('/there')
  })
})

describe('a text', () => {
  it('is the site\'s own in one language, and the default in the others', async () => {
    expect(await settings.changeWords(ADMIN, HELLO, 'nl', 'Hallo <b>{0}</b>')).toBe(true)
    expect([settings.words(HELLO, 'en'), settings.words(HELLO, 'nl')]).toEqual(['Hello {0}', 'Hallo <b>{0}</b>'])
    expect(settings.content(HELLO, 'nl')[0]?.spans).toEqual([{ text: 'Hallo ' }, { text: '{0}', strong: true }])
  })

  for (const words of ['', '  ', 'Hi {1}', '<script>x</script>', 'x'.repeat(9_000)]) {
    it(`is refused: ${words.slice(0, 20)}`, async () => {
      expect(await settings.changeWords(ADMIN, HELLO, 'en', words)).toBe(false)
      expect(settings.words(HELLO, 'en')).toBe('Hello {0}')
    })
  }
})

describe('a change', () => {
  it('is kept with who made it and when, resets too, and is audited', async () => {
    await settings.change(ADMIN, LIMIT, 7)
    clock.time += 1_000
    await settings.change(ADMIN, LIMIT, null)
    expect(await settings.history('Limit')).toEqual([
      { key: 'Limit', language: '', value: null, changed_at: clock.time, changed_by: 'acc_1' },
      { key: 'Limit', language: '', value: 7, changed_at: clock.time - 1_000, changed_by: 'acc_1' },
    ])
    const { rows } = await sql<{ action: string; detail: unknown }>`select action, detail from audit order by id`.execute(db)
    expect(rows).toEqual([{ action: 'settings.changed', detail: { value: 7 } }, { action: 'settings.reset', detail: {} }])
  })
})

describe('in several processes', () => {
  const over = new AbortController()
  const lives: Live[] = []
  afterEach(async () => {
    over.abort()
    for (const live of lives) await live.close()
  })

  it('a change holds in each, at once', async () => {
    const live = new Live(url, log)
    lives.push(live)
    await live.start()
    const other = createSettings({ db, clock, log })
    void other.follow(live, over.signal)
    await expect.poll(() => other.value(LIMIT)).toBe(3)
    await settings.change(ADMIN, LIMIT, 9)
    await expect.poll(() => other.value(LIMIT)).toBe(9)
  })
})
