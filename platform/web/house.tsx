/** Behind the door: asks who is there, then shows the frame around the page. */
import { Navigate, Outlet, useLocation } from '@tanstack/react-router'
import { useEventStream } from './events.ts'
import { Frame } from './kit/frame.tsx'
import { PageSkeleton } from './kit/page-skeleton.tsx'
import { ProblemPage } from './kit/problem.tsx'
import { useSession, type Person } from './session.ts'
import { useWatchers } from './web-module.ts'

export function House() {
  const { data: person, error, refetch } = useSession()
  const { href } = useLocation()
  useEventStream(person != null)
  if (person === undefined && error !== null) {
    return <Frame><ProblemPage error={error} onRetry={() => void refetch()} /></Frame>
  }
  if (person === undefined) return <Frame><PageSkeleton /></Frame>
  if (person === null) return <Navigate to="/sign-in" search={{ from: href }} replace />
  return (
    <Frame person={person}>
      <Outlet />
      <Watchers person={person} />
    </Frame>
  )
}

function Watchers({ person }: { readonly person: Person }) {
  return useWatchers(person.role).map(({ component: Watch }, index) => <Watch key={index} />)
}
