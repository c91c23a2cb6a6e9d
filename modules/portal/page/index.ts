/** Exams, one exam with its download, the history of downloads; and, for who looks after the portal, everybody's requests. */
import { lazyRouteComponent } from '@tanstack/react-router'
import { IconFileDownload, IconPackageExport, IconPhotoScan } from '@tabler/icons-react'
import { usePerson, type Role } from '../../../platform/web/session.ts'
import type { WebModule } from '../../../platform/web/web-module.ts'
import { usePortalTexts } from './texts/index.ts'
import { RequestWatcher } from './request-watcher.tsx'

const historySection = lazyRouteComponent(() => import('./history-section.tsx'), 'HistorySection')

/** Referring doctors take home what was opened to them in the same way (POR-24). */
const readers: readonly Role[] = ['patient', 'doctor']
/** Those, and who shows an access code and has no account (POR-26). */
const guests: readonly Role[] = [...readers, 'visitor']
const staff: readonly Role[] = ['admin', 'clerk']

function useExamsLabel(): string {
  const t = usePortalTexts()
  return t(usePerson().role === 'doctor' ? 'examsDoctor' : 'exams')
}

export const portalPages: WebModule = {
  name: 'portal',
  pages: [
    { path: '/exams', allow: guests, component: lazyRouteComponent(() => import('./exams-page.tsx'), 'ExamsPage') },
    { path: '/exams/$examId', allow: guests, component: lazyRouteComponent(() => import('./exam-page.tsx'), 'ExamPage') },
  ],
  rooms: [{ to: '/exams', allow: guests, icon: IconPhotoScan, useLabel: useExamsLabel }],
  accountSections: [
    { id: 'downloads', allow: readers, icon: IconFileDownload, useLabel: () => usePortalTexts()('history'), component: historySection },
  ],
  watchers: [{ allow: guests, hearsEvents: true, component: RequestWatcher }],
}

export const requestPages: WebModule = {
  name: 'requests',
  pages: [
    { path: '/requests', allow: staff, component: lazyRouteComponent(() => import('./requests-page.tsx'), 'RequestsPage') },
  ],
  rooms: [{ to: '/requests', allow: staff, icon: IconPackageExport, useLabel: () => usePortalTexts()('requestsRoom') }],
}
