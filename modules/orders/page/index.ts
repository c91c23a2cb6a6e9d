/** For staff: who is to be examined, day by day. */
import { lazyRouteComponent } from '@tanstack/react-router'
import { IconClipboardList } from '@tabler/icons-react'
import type { Role } from '../../../platform/web/session.ts'
import type { WebModule } from '../../../platform/web/web-module.ts'
import { useOrdersTexts } from './texts/index.ts'

const staff: readonly Role[] = ['admin', 'clerk']

export const ordersPages: WebModule = {
  name: 'orders',
  pages: [{ path: '/worklist', allow: staff, component: lazyRouteComponent(() => import('./worklist-page.tsx'), 'WorklistPage') }],
  rooms: [{ to: '/worklist', allow: staff, icon: IconClipboardList, useLabel: () => useOrdersTexts()('room') }],
}
