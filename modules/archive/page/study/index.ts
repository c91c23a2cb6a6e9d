/** A study as staff look after it: whose it is, what was corrected, where it came from. */
import { lazyRouteComponent } from '@tanstack/react-router'
import type { Role } from '../../../../platform/web/session.ts'
import type { WebModule } from '../../../../platform/web/web-module.ts'

const staff: readonly Role[] = ['admin', 'clerk']

export const studyPages: WebModule = {
  name: 'study',
  pages: [{ path: '/archive/studies/$studyId', allow: staff, component: lazyRouteComponent(() => import('./study-page.tsx'), 'StudyPage') }],
}
