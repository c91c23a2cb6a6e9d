import { mount } from '../../platform/server/http/route.ts'
import { moduleOf, type Module } from '../../platform/server/module.ts'
import { smsSettings } from '../../platform/server/notify/sms.ts'
import { siteSettings, type Settings } from '../../platform/server/settings/index.ts'
import type { People } from '../accounts/index.ts'
import { createRegister, type Declared } from './register.ts'
import { routes } from './routes.ts'

export type { Declared } from './register.ts'

interface SettingsPagesOptions {
  readonly settings: Settings
  readonly people: People
  /** What all modules declare; known when they are put together. */
  readonly declared: () => Declared
}

/** The administrator's side of settings; their values come from the platform. */
export function createSettingsPages({ settings, people, declared }: SettingsPagesOptions): Module {
  const register = createRegister(settings, declared)
  return moduleOf({ name: 'settings', settings: [...siteSettings, ...smsSettings], routes: [mount({ register, people }, routes)] })
}
