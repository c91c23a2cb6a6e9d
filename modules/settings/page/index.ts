/** The administrator's page of settings and texts. */
import { lazyRouteComponent } from '@tanstack/react-router'
import { IconAdjustments } from '@tabler/icons-react'
import type { WebModule } from '../../../platform/web/web-module.ts'
import { useSettingsTexts } from './texts/index.ts'

export const settingsPages: WebModule = {
  name: 'settings',
  pages: [
    { path: '/settings', allow: ['admin'], component: lazyRouteComponent(() => import('./settings-page.tsx'), 'SettingsPage') },
    { path: '/settings/texts/$code', allow: ['admin'], component: lazyRouteComponent(() => import('./text-page.tsx'), 'TextPage') },
  ],
  rooms: [{ to: '/settings', allow: ['admin'], isUpkeep: true, icon: IconAdjustments, useLabel: () => useSettingsTexts()('settings') }],
}
