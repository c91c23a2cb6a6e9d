/** The audit trail, for the administrator. */
import { lazyRouteComponent } from '@tanstack/react-router'
import { IconHistory } from '@tabler/icons-react'
import type { WebModule } from '../../../platform/web/web-module.ts'
import { useAuditTexts } from './texts/index.ts'

export const auditPages: WebModule = {
  name: 'audit',
  pages: [{ path: '/audit', allow: ['admin'], component: lazyRouteComponent(() => import('./audit-page.tsx'), 'AuditPage') }],
  rooms: [{ to: '/audit', allow: ['admin'], isUpkeep: true, icon: IconHistory, useLabel: () => useAuditTexts()('audit') }],
}
