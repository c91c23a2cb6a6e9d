/**
 * Everything that may be set at this site, found by any of its names. ADM-13, ADM-14.
 *
 * @module
 */
import type { AccountCaller } from '../../platform/server/auth/caller.ts'
import {
  check, named, type ChangeRow, type Checked, type Language, type Paragraph, type Setting, type Settings, type SettingValue,
} from '../../platform/server/settings/index.ts'

/** What modules declare. */
export interface Declared {
  readonly settings: readonly Setting[]
  readonly paragraphs: readonly Paragraph[]
}

export type Changed = 'changed' | 'refused' | 'not-found'

export interface Register {
  readonly settings: Settings
  declared(): Declared
  setting(name: string): Setting | undefined
  paragraph(name: string): Paragraph | undefined
  change(caller: AccountCaller, name: string, value: SettingValue | null): Promise<Changed>
  changeWords(caller: AccountCaller, name: string, language: Language, words: string | null): Promise<Changed>
  preview(name: string, words: string): Checked | undefined
  history(name: string): Promise<readonly ChangeRow[] | undefined>
}

export function createRegister(settings: Settings, declared: () => Declared): Register {
  const setting = (name: string) => named(declared().settings, name)
  const paragraph = (name: string) => named(declared().paragraphs, name)
  return {
    settings, declared, setting, paragraph,
    async change(caller, name, value) {
      const meant = setting(name)
      if (meant === undefined) return 'not-found'
      return (await settings.change(caller, meant, value)) ? 'changed' : 'refused'
    },
    async changeWords(caller, name, language, words) {
      const meant = paragraph(name)
      if (meant === undefined) return 'not-found'
      return (await settings.changeWords(caller, meant, language, words)) ? 'changed' : 'refused'
    },
    preview(name, words) {
      const meant = paragraph(name)
      return meant && check(meant, words)
    },
    async history(name) {
      const meant = setting(name) ?? paragraph(name)
      return meant && settings.history(meant.key)
    },
  }
}
