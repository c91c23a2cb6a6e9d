/**
 * The values that are in force: read from memory, kept in rows, the same in every process.
 *
 * A change is written with its history and audit in one transaction and told by `live`; each process then reads the
 * rows again. A process that misses the news reads them at the next heartbeat.
 *
 * @module
 */
import type { Kysely } from 'kysely'
import { actorOf, audit } from '../audit.ts'
import type { AccountCaller } from '../auth/caller.ts'
import type { Clock } from '../clock.ts'
import { tell, type Live } from '../live.ts'
import { faultOf, type Log } from '../log.ts'
import { check, type Paragraph } from './paragraph.ts'
import type { RichText } from './rich-text.ts'
import { allRows, changesOf, writeRow, type ChangeRow, type RowLanguage, type SettingRow } from './rows.ts'
import { allows, type FixedSetting, type Setting, type SettingValue, type ValueOf } from './setting.ts'
import type { Language } from './words.ts'

/** In place of an account's id among those who are told news. */
const EVERY_PROCESS = '*settings'
const HISTORY = 100

export interface Settings {
  /** What is in force now. */
  value<S extends Setting>(setting: S): ValueOf<S>
  /** A site's own words where it has some, as they were typed. */
  words(paragraph: Paragraph, language: Language): string
  /** The same, ready to be shown. */
  content(paragraph: Paragraph, language: Language): RichText
  /** What stands in a row, with who put it there; undefined where the default is in force. */
  row(key: string, language?: Language): SettingRow | undefined
  /** Ids of the accounts whose changes are in force. */
  authors(): readonly string[]
  /** Tells what the start of this process decided. */
  fix(setting: FixedSetting, value: string): void
  /** Sets a value that fits; null takes back the default. @returns false, and does nothing, if it does not fit. */
  change(caller: AccountCaller, setting: Setting, value: SettingValue | null): Promise<boolean>
  changeWords(caller: AccountCaller, paragraph: Paragraph, language: Language, words: string | null): Promise<boolean>
  /** Newest first. */
  history(key: string): Promise<readonly ChangeRow[]>
  /** Reads the rows. Called once the tables are there. */
  load(): Promise<void>
  /** Keeps up with other processes until `signal` aborts. */
  follow(live: Live, signal: AbortSignal): Promise<void>
}

interface SettingsOptions {
  readonly db: Kysely<unknown>
  readonly clock: Clock
  readonly log: Log
}

export function createSettings(options: SettingsOptions): Settings {
  const { db } = options
  let rows: ReadonlyMap<string, SettingRow> = new Map()
  const fixed = new Map<string, string>()

  async function load(): Promise<void> {
    rows = new Map((await allRows(db)).map((row) => [nameOf(row.key, row.language), row]))
  }

  function value<S extends Setting>(setting: S): ValueOf<S> {
    const kept = setting.kind === 'fixed' ? fixed.get(setting.key) : rows.get(nameOf(setting.key, ''))?.value
    // A row from a time of other bounds must not break what the bounds protect.
    const holds = setting.kind === 'fixed' ? kept !== undefined : allows(setting, kept)
    return (holds ? kept : setting.default) as ValueOf<S>
  }

  function words(paragraph: Paragraph, language: Language): string {
    const kept = rows.get(nameOf(paragraph.key, language))?.value
    return typeof kept === 'string' ? kept : paragraph.default[language]
  }

  async function put(caller: AccountCaller, key: string, language: RowLanguage, kept: SettingValue | null): Promise<void> {
    await write(options, caller, { key, language, value: kept })
    await load()
  }

  return {
    value, words, load,
    content: (paragraph, language) => check(paragraph, words(paragraph, language)).content,
    row: (key, language) => rows.get(nameOf(key, language ?? '')),
    authors: () => [...rows.values()].flatMap(({ changed_by: id }) => id ?? []),
    fix: (setting, told) => void fixed.set(setting.key, told),
    async change(caller, setting, given) {
      if (given !== null && !allows(setting, given)) return false
      if (setting.kind === 'fixed') return false
      await put(caller, setting.key, '', given)
      return true
    },
    async changeWords(caller, paragraph, language, given) {
      if (given !== null && check(paragraph, given).findings.length > 0) return false
      await put(caller, paragraph.key, language, given)
      return true
    },
    history: (key) => changesOf(db, key, HISTORY),
    async follow(live, signal) {
      const news = live.follow(EVERY_PROCESS, signal)
      while ((await news.next()).done !== true)
        await load().catch((error: unknown) => options.log.warn(faultOf(error), 'settings could not be read again'))
    },
  }
}

function nameOf(key: string, language: RowLanguage): string {
  return `${key} ${language}`
}

async function write(
  { db, clock }: SettingsOptions, caller: AccountCaller, changed: Pick<ChangeRow, 'key' | 'language' | 'value'>,
): Promise<void> {
  const { key, language, value } = changed
  const what = { ...(language === '' ? {} : { language }), ...(typeof value === 'string' || value === null ? {} : { value }) }
  await db.transaction().execute(async (tx) => {
    await writeRow(tx, { ...changed, changed_at: clock.now(), changed_by: caller.accountId })
    await audit(tx, {
      action: value === null ? 'settings.reset' : 'settings.changed', actor: actorOf(caller), address: null, subject: key,
      outcome: 'done', detail: what,
    })
    await tell(tx, EVERY_PROCESS, 'changed', null)
  })
}
