/** Settings and texts of a site, declared by modules as data (ADM-13, ADM-14). */
export { check, LONGEST_TEXT, type Checked, type Paragraph, type Place } from './paragraph.ts'
export { escaped, fillPlain, htmlOf, type Filling } from './render.ts'
export type { Block, Finding, RichText, Span } from './rich-text.ts'
export { settingsMigrations, type ChangeRow, type SettingRow } from './rows.ts'
export {
  allows, named, type ChoiceSetting, type FixedSetting, type IntegerSetting, type Setting, type SettingValue, type SwitchSetting, type TextSetting,
} from './setting.ts'
export { createSettings, type Settings } from './settings.ts'
export { HELP_DESK, SITE_NAME, siteSettings } from './site.ts'
export { isLanguage, LANGUAGES, same, type Language, type Words } from './words.ts'
