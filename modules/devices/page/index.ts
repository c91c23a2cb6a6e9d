/** The administrator's page of devices. */
import { lazyRouteComponent } from '@tanstack/react-router'
import { IconTopologyStar3 } from '@tabler/icons-react'
import type { WebModule } from '../../../platform/web/web-module.ts'
import { useDevicesTexts } from './texts/index.ts'

export const devicesPages: WebModule = {
  name: 'devices',
  pages: [
    { path: '/devices', allow: ['admin'], component: lazyRouteComponent(() => import('./devices-page.tsx'), 'DevicesPage') },
  ],
  rooms: [{ to: '/devices', allow: ['admin'], icon: IconTopologyStar3, useLabel: () => useDevicesTexts()('devices') }],
}
