/** Storage: for administrators. */
import { lazyRouteComponent } from '@tanstack/react-router'
import { IconDatabase } from '@tabler/icons-react'
import type { WebModule } from '../../../../platform/web/web-module.ts'
import { useStorageTexts } from './texts/index.ts'
import { WatchStorage } from './watch-storage.tsx'

export const storagePages: WebModule = {
  name: 'storage',
  pages: [{ path: '/storage', allow: ['admin'], component: lazyRouteComponent(() => import('./storage-page.tsx'), 'StoragePage') }],
  rooms: [{ to: '/storage', allow: ['admin'], icon: IconDatabase, useLabel: () => useStorageTexts()('storage'), isUpkeep: true }],
  watchers: [{ allow: ['admin'], component: WatchStorage }],
}
