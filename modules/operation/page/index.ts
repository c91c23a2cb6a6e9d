/** How the installation is, for administrators. */
import { lazyRouteComponent } from '@tanstack/react-router'
import { IconActivityHeartbeat } from '@tabler/icons-react'
import type { WebModule } from '../../../platform/web/web-module.ts'
import { useOperationTexts } from './texts/index.ts'

export const operationPages: WebModule = {
  name: 'operation',
  pages: [{ path: '/operation', allow: ['admin'], component: lazyRouteComponent(() => import('./operation-page.tsx'), 'OperationPage') }],
  rooms: [{ to: '/operation', allow: ['admin'], isUpkeep: true, icon: IconActivityHeartbeat, useLabel: () => useOperationTexts()('operation') }],
}
