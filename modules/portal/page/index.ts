/** The patient's pages: exams, one exam with its download, the history of downloads. */
import { lazyRouteComponent } from '@tanstack/react-router'
import { IconFileDownload, IconPhotoScan } from '@tabler/icons-react'
import type { WebModule } from '../../../platform/web/web-module.ts'
import { usePortalTexts } from './texts/index.ts'
import { RequestWatcher } from './request-watcher.tsx'

const historySection = lazyRouteComponent(() => import('./history-section.tsx'), 'HistorySection')

export const portalPages: WebModule = {
  name: 'portal',
  pages: [
    { path: '/exams', allow: ['patient'], component: lazyRouteComponent(() => import('./exams-page.tsx'), 'ExamsPage') },
    { path: '/exams/$examId', allow: ['patient'], component: lazyRouteComponent(() => import('./exam-page.tsx'), 'ExamPage') },
  ],
  rooms: [{ to: '/exams', allow: ['patient'], icon: IconPhotoScan, useLabel: () => usePortalTexts()('exams') }],
  accountSections: [
    { id: 'downloads', allow: ['patient'], icon: IconFileDownload, useLabel: () => usePortalTexts()('history'), component: historySection },
  ],
  watchers: [{ allow: ['patient'], component: RequestWatcher }],
}
