/** The light box, and the list of studies that leads to it. */
import { IconLayoutList } from '@tabler/icons-react'
import { lazyRouteComponent } from '@tanstack/react-router'
import { lazy } from 'react'
import type { Role } from '../../../platform/web/session.ts'
import { everyone, type WebModule } from '../../../platform/web/web-module.ts'
import { useStudyTexts } from './studies/texts/index.ts'

const staff: readonly Role[] = ['admin', 'clerk']

export const viewerPages: WebModule = {
  name: 'viewer',
  pages: [
    { path: '/studies', allow: staff, component: lazyRouteComponent(() => import('./studies/studies-page.tsx'), 'StudiesPage') },
    { path: '/viewer/$studyId', allow: [...everyone, 'visitor'], whole: true, component: lazyRouteComponent(() => import('./viewer-page.tsx'), 'ViewerPage') },
    { path: '/launch', allow: 'visitors', component: lazyRouteComponent(() => import('./launch-page.tsx'), 'LaunchPage') },
  ],
  studyActions: [
    { id: 'labels', allow: staff, component: lazy(async () => ({ default: (await import('./studies/label-action.tsx')).LabelAction })) },
  ],
  rooms: [{ to: '/studies', allow: staff, icon: IconLayoutList, useLabel: () => useStudyTexts()('studies') }],
}
