import { currentLanguage } from '../../../platform/web/i18n.ts'
import type { SettingValue, SettingView } from '../contract.ts'
import { useSettingsTexts } from './texts/index.ts'

/** A value as a person reads it: "72 hours", "On". */
export function useShown(): (setting: SettingView, value: SettingValue) => string {
  const t = useSettingsTexts()
  return ({ unit, choices }, value) => {
    if (typeof value === 'boolean') return t(value ? 'on' : 'off')
    const chosen = choices?.find((each) => each.value === value)
    if (chosen !== undefined) return chosen.meaning[currentLanguage()]
    if (typeof value === 'string') return value === '' ? t('empty') : value
    const number = new Intl.NumberFormat(currentLanguage()).format(value)
    return unit === null ? number : `${number} ${unit[currentLanguage()]}`
  }
}
