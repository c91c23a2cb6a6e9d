/** What was kept and waits for a person: for administrators and clerks. */
import { lazyRouteComponent } from '@tanstack/react-router'
import { IconShieldQuestion } from '@tabler/icons-react'
import type { Role } from '../../../../platform/web/session.ts'
import type { WebModule } from '../../../../platform/web/web-module.ts'
import { useQuarantineTexts } from './texts/index.ts'

const staff: readonly Role[] = ['admin', 'clerk']

export const quarantinePages: WebModule = {
  name: 'quarantine',
  pages: [
    { path: '/quarantine', allow: staff, component: lazyRouteComponent(() => import('./quarantine-page.tsx'), 'QuarantinePage') },
    { path: '/quarantine/$caseId', allow: staff, component: lazyRouteComponent(() => import('./case-page.tsx'), 'CasePage') },
  ],
  rooms: [{ to: '/quarantine', allow: staff, icon: IconShieldQuestion, useLabel: () => useQuarantineTexts()('room') }],
}
