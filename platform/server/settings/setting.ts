/**
 * What an administrator may set while the product runs (ADM-14). A module declares its settings as data; the page,
 * docs/settings.md and the check of a value follow from the declaration.
 *
 * @module
 */
import type { Words } from './words.ts'

interface Head {
  /** As it is documented; never changes. */
  readonly key: string
  /** Other spellings under which it is known. */
  readonly aliases?: readonly string[]
  readonly purpose: Words
}

export interface IntegerSetting extends Head {
  readonly kind: 'integer'
  readonly unit: Words
  readonly default: number
  readonly min: number
  readonly max: number
}

export interface SwitchSetting extends Head {
  readonly kind: 'switch'
  readonly default: boolean
}

export interface TextSetting extends Head {
  readonly kind: 'text'
  readonly default: string
  readonly maxLength: number
}

/** One of a few words. */
export interface ChoiceSetting<Choice extends string = string> extends Head {
  readonly kind: 'choice'
  readonly default: Choice
  /** What each word means to a person, in the order in which they are offered. */
  readonly choices: Readonly<Record<Choice, Words>>
}

/** Shown, not set: the start of the process decides it. `default` says where it comes from. */
export interface FixedSetting extends Head {
  readonly kind: 'fixed'
  readonly default: string
}

export type Setting = IntegerSetting | SwitchSetting | TextSetting | ChoiceSetting | FixedSetting
export type SettingValue = number | boolean | string

export type ValueOf<S extends Setting> =
  S extends IntegerSetting ? number : S extends SwitchSetting ? boolean : S extends ChoiceSetting<infer Choice> ? Choice : string

/** Whether a value may stand under this setting: its type, its bounds. */
export function allows(setting: Setting, value: unknown): value is SettingValue {
  switch (setting.kind) {
    case 'integer': return Number.isSafeInteger(value) && setting.min <= Number(value) && Number(value) <= setting.max
    case 'switch': return typeof value === 'boolean'
    case 'text': return typeof value === 'string' && value.length <= setting.maxLength && !hasControls(value)
    case 'choice': return typeof value === 'string' && Object.hasOwn(setting.choices, value)
    case 'fixed': return false
  }
}

/** Control characters, but for a line's end, are no text. */
function hasControls(text: string): boolean {
  return /[^\P{Cc}\n]/u.test(text)
}

/** The one that `name` means: its key or another spelling, whatever the capitals. */
export function named<T extends { readonly key: string; readonly aliases?: readonly string[] }>(
  all: readonly T[], name: string,
): T | undefined {
  const wanted = name.toLowerCase()
  return all.find(({ key, aliases = [] }) => [key, ...aliases].some((each) => each.toLowerCase() === wanted))
}
