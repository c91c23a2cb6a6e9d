/** For staff: who may see an exam, and printouts. For anybody: images by access code. */
import { lazyRouteComponent } from '@tanstack/react-router'
import { IconPrinter } from '@tabler/icons-react'
import type { Role } from '../../../platform/web/session.ts'
import type { WebModule } from '../../../platform/web/web-module.ts'
import { useGrantsTexts } from './texts/index.ts'

const staff: readonly Role[] = ['admin', 'clerk']

export const grantsPages: WebModule = {
  name: 'grants',
  pages: [
    { path: '/access/$studyId', allow: staff, component: lazyRouteComponent(() => import('./access-page.tsx'), 'AccessPage') },
    { path: '/printouts', allow: staff, component: lazyRouteComponent(() => import('./printouts-page.tsx'), 'PrintoutsPage') },
    { path: '/fetch', allow: 'visitors', component: lazyRouteComponent(() => import('./fetch-page.tsx'), 'FetchPage') },
  ],
  rooms: [{ to: '/printouts', allow: staff, icon: IconPrinter, useLabel: () => useGrantsTexts()('printouts') }],
}
