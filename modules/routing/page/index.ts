/** The administrator's page of what goes on by itself. */
import { lazyRouteComponent } from '@tanstack/react-router'
import { IconRoute } from '@tabler/icons-react'
import type { WebModule } from '../../../platform/web/web-module.ts'
import { useRoutingTexts } from './texts/index.ts'

export const routingPages: WebModule = {
  name: 'routing',
  pages: [{ path: '/forwarding', allow: ['admin'], component: lazyRouteComponent(() => import('./forwarding-page.tsx'), 'ForwardingPage') }],
  rooms: [{ to: '/forwarding', allow: ['admin'], isUpkeep: true, icon: IconRoute, useLabel: () => useRoutingTexts()('room') }],
}
