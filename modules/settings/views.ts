import { isoTime } from '../../platform/server/clock.ts'
import type { ChangeRow, Language, Paragraph, Setting, SettingRow, Settings } from '../../platform/server/settings/index.ts'
import type { ChangeList, SettingView, TextView } from './contract.ts'

/** Names of the accounts that made changes. */
export type NameOf = (accountId: string) => string | null

export function settingView(settings: Settings, setting: Setting, nameOf: NameOf): SettingView {
  return {
    key: setting.key, aliases: [...(setting.aliases ?? [])], kind: setting.kind, purpose: setting.purpose,
    unit: setting.kind === 'integer' ? setting.unit : null,
    min: setting.kind === 'integer' ? setting.min : null,
    max: setting.kind === 'integer' ? setting.max : null,
    maxLength: setting.kind === 'text' ? setting.maxLength : null,
    choices: setting.kind === 'choice' ? Object.entries(setting.choices).map(([value, meaning]) => ({ value, meaning })) : null,
    default: setting.default, value: settings.value(setting), changed: changedOf(settings.row(setting.key), nameOf),
  }
}

export function textView(settings: Settings, paragraph: Paragraph, nameOf: NameOf): TextView {
  const version = (language: Language) => ({
    words: settings.words(paragraph, language), changed: changedOf(settings.row(paragraph.key, language), nameOf),
  })
  return {
    code: paragraph.key, aliases: [...(paragraph.aliases ?? [])], kind: paragraph.kind, purpose: paragraph.purpose,
    places: paragraph.places.map(({ meaning, sample }) => ({ meaning, sample })), default: paragraph.default,
    current: { en: version('en'), nl: version('nl'), fr: version('fr') },
  }
}

export function changeView(row: ChangeRow, nameOf: NameOf): ChangeList['changes'][number] {
  const { changed_at, changed_by, language, value } = row
  return {
    at: isoTime(changed_at), by: changed_by === null ? null : nameOf(changed_by), language: language === '' ? null : language, value,
  }
}

function changedOf(row: SettingRow | undefined, nameOf: NameOf): SettingView['changed'] {
  if (row === undefined) return null
  return { at: isoTime(row.changed_at), by: row.changed_by === null ? null : nameOf(row.changed_by) }
}
