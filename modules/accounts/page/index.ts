/** The pages of accounts: the door, the people of the site, one's own account. */
import { lazyRouteComponent } from '@tanstack/react-router'
import { IconUserCircle, IconUsers } from '@tabler/icons-react'
import { everyone, type WebModule } from '../../../platform/web/web-module.ts'
import { LockScreen } from './lock-screen.tsx'
import { useAccountsTexts } from './texts/index.ts'

export const peoplePages: WebModule = {
  name: 'people',
  pages: [
    { path: '/people', allow: ['admin', 'clerk'], component: lazyRouteComponent(() => import('./people-page.tsx'), 'PeoplePage') },
  ],
  rooms: [{ to: '/people', allow: ['admin', 'clerk'], isUpkeep: true, icon: IconUsers, useLabel: () => useAccountsTexts()('people') }],
}

export const accountPages: WebModule = {
  name: 'account',
  pages: [
    { path: '/sign-in', allow: 'visitors', component: lazyRouteComponent(() => import('./sign-in-page.tsx'), 'SignInPage') },
    { path: '/sign-in/return', allow: 'visitors', component: lazyRouteComponent(() => import('./return-page.tsx'), 'ReturnPage') },
    { path: '/forgotten', allow: 'visitors', component: lazyRouteComponent(() => import('./forgotten-page.tsx'), 'ForgottenPage') },
    { path: '/reset', allow: 'visitors', component: lazyRouteComponent(() => import('./reset-page.tsx'), 'ResetPage') },
    { path: '/welcome', allow: 'visitors', component: lazyRouteComponent(() => import('./welcome-page.tsx'), 'WelcomePage') },
    { path: '/account', allow: everyone, component: lazyRouteComponent(() => import('./account-page.tsx'), 'AccountPage') },
  ],
  lock: LockScreen,
  rooms: [
    { to: '/account', allow: everyone, icon: IconUserCircle, useLabel: () => useAccountsTexts()('accountTitle') },
  ],
}
