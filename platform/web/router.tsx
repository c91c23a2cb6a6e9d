/** Pages of all modules as one tree: visitors' pages at the door, the rest inside the frame. */
import {
  createRootRoute, createRoute, createRouter, Outlet, type AnyRoute, type AnyRouter,
} from '@tanstack/react-router'
import { House, WholeHouse } from './house.tsx'
import { NotFound } from './kit/not-found.tsx'
import { PageSkeleton } from './kit/page-skeleton.tsx'
import { Redirect } from './kit/redirect.tsx'
import { usePerson, type Role } from './session.ts'
import { useRooms, type PageComponent, type WebModule } from './web-module.ts'

export function createPages(modules: readonly WebModule[]): AnyRouter {
  const root = createRootRoute({ component: Outlet })
  const house = createRoute({ getParentRoute: () => root, id: 'house', component: House })
  const whole = createRoute({ getParentRoute: () => root, id: 'whole', component: WholeHouse })
  const pages = modules.flatMap((module) => module.pages)
  const atTheDoor: AnyRoute[] = []
  const inside: AnyRoute[] = [createRoute({ getParentRoute: () => house, path: '/', component: FirstScreen })]
  const wholePages: AnyRoute[] = []
  for (const { path, allow, component, whole: isWhole = false } of pages) {
    if (isWhole && allow !== 'visitors') wholePages.push(createRoute({ getParentRoute: () => whole, path, component: guarded(allow, component) }))
    else if (allow === 'visitors') atTheDoor.push(createRoute({ getParentRoute: () => root, path, component }))
    else inside.push(createRoute({ getParentRoute: () => house, path, component: guarded(allow, component) }))
  }
  inside.push(createRoute({ getParentRoute: () => house, path: '$', component: NotFound }))
  const routeTree = root.addChildren([house.addChildren(inside), whole.addChildren(wholePages), ...atTheDoor])
  return createRouter({
    routeTree,
    defaultPreload: 'intent',
    scrollRestoration: true,
    defaultPendingComponent: PageSkeleton,
    defaultNotFoundComponent: NotFound,
  })
}

/** A page of another role is told as absent, as the server tells it. */
function guarded(allow: readonly Role[], Inner: PageComponent): PageComponent {
  function Guarded() {
    const { role } = usePerson()
    return allow.includes(role) ? <Inner /> : <NotFound />
  }
  return Inner.preload === undefined ? Guarded : Object.assign(Guarded, { preload: Inner.preload })
}

function FirstScreen() {
  const [first] = useRooms(usePerson().role)
  return <Redirect href={first?.to ?? '/account'} />
}
