/** The page on which people bring images. */
import { lazyRouteComponent } from '@tanstack/react-router'
import { IconUpload } from '@tabler/icons-react'
import type { Role } from '../../../../platform/web/session.ts'
import type { WebModule } from '../../../../platform/web/web-module.ts'
import { useUploads } from './data.ts'
import { useUploadTexts } from './texts/index.ts'
import { WatchUpload } from './watch-upload.tsx'

const staff: readonly Role[] = ['admin', 'clerk']
const uploaders: readonly Role[] = [...staff, 'doctor']

const useLabel = () => useUploadTexts()('upload')

export const uploadPages: WebModule = {
  name: 'upload',
  pages: [
    { path: '/upload', allow: uploaders, component: lazyRouteComponent(() => import('./upload-page.tsx'), 'UploadPage') },
    { path: '/upload/$uploadId', allow: uploaders, component: lazyRouteComponent(() => import('./detail-page.tsx'), 'UploadDetailPage') },
  ],
  rooms: [
    { to: '/upload', allow: staff, icon: IconUpload, useLabel },
    { to: '/upload', allow: ['doctor'], icon: IconUpload, useLabel, useIsShown: () => useUploads().data?.mayUpload ?? false },
  ],
  watchers: [{ allow: uploaders, component: WatchUpload }],
}
