/** The administrator's pages of devices; and for all staff the page that searches them. */
import { lazyRouteComponent } from '@tanstack/react-router'
import { IconDatabaseSearch, IconTopologyStar3 } from '@tabler/icons-react'
import { lazy } from 'react'
import type { Role } from '../../../platform/web/session.ts'
import type { WebModule } from '../../../platform/web/web-module.ts'
import { useSearchTexts } from './search/texts/index.ts'
import { useDevicesTexts } from './texts/index.ts'

const staff: readonly Role[] = ['admin', 'clerk']

export const devicesPages: WebModule = {
  name: 'devices',
  pages: [
    { path: '/devices', allow: ['admin'], component: lazyRouteComponent(() => import('./devices-page.tsx'), 'DevicesPage') },
    { path: '/devices/new', allow: ['admin'], component: lazyRouteComponent(() => import('./device-page.tsx'), 'NewDevicePage') },
    { path: '/devices/$deviceId', allow: ['admin'], component: lazyRouteComponent(() => import('./device-page.tsx'), 'DevicePage') },
    { path: '/search', allow: staff, component: lazyRouteComponent(() => import('./search/search-page.tsx'), 'SearchPage') },
  ],
  studyActions: [
    { id: 'send', allow: staff, component: lazy(async () => ({ default: (await import('./send-action.tsx')).SendAction })) },
  ],
  rooms: [
    { to: '/devices', allow: ['admin'], isUpkeep: true, icon: IconTopologyStar3, useLabel: () => useDevicesTexts()('devices') },
    { to: '/search', allow: staff, icon: IconDatabaseSearch, useLabel: () => useSearchTexts()('room') },
  ],
}
