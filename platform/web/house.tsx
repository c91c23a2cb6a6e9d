/** Behind the door: asks who is there, then shows the frame around the page. */
import { Outlet, useLocation } from '@tanstack/react-router'
import { useEventStream } from './events.ts'
import { Frame } from './kit/frame.tsx'
import { PageSkeleton } from './kit/page-skeleton.tsx'
import { ProblemPage } from './kit/problem.tsx'
import { Redirect } from './kit/redirect.tsx'
import { Whole } from './kit/whole.tsx'
import { useLock } from './lock.ts'
import { useSession, type Person } from './session.ts'
import { useLockScreen, useWatchers } from './web-module.ts'

export function House() {
  return <Entry place={Frame} />
}

/** For pages that fill the window. */
export function WholeHouse() {
  return <Entry place={Whole} />
}

interface Place {
  /** What is around the page. */
  readonly place: typeof Frame
}

function Entry({ place: Around }: Place) {
  const { data: person, error, refetch } = useSession()
  const { href } = useLocation()
  if (person === undefined && error !== null) {
    return <Frame><ProblemPage error={error} onRetry={() => void refetch()} /></Frame>
  }
  if (person === undefined) return <Around><PageSkeleton /></Around>
  if (person === null) return <Redirect href={`/sign-in?from=${encodeURIComponent(href)}`} />
  return <Inside person={person} place={Around} />
}

function Inside({ person, place: Around }: Place & { readonly person: Person }) {
  const { isLocked, unlock } = useLock()
  const Lock = useLockScreen()
  if (isLocked && Lock !== undefined) return <Lock onOpen={unlock} />
  return (
    <Around person={person}>
      <Outlet />
      <Watchers person={person} />
    </Around>
  )
}

function Watchers({ person }: { readonly person: Person }) {
  const watchers = useWatchers(person.role)
  // The server has news only for those of whom something here watches for it.
  useEventStream(watchers.some(({ hearsEvents }) => hearsEvents === true))
  return watchers.map(({ component: Watch }, index) => <Watch key={index} />)
}
