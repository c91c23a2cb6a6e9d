/** What other modules offer to do with the studies that a page shows. */
import { Suspense } from 'react'
import { usePerson } from './session.ts'
import { useStudyActions, type ShownStudy } from './web-module.ts'

export function StudyActions({ studies }: { readonly studies: readonly ShownStudy[] }) {
  const actions = useStudyActions(usePerson().role)
  if (studies.length === 0) return null
  return (
    <Suspense fallback={null}>
      {actions.map(({ id, component: Action }) => <Action key={id} studies={studies} />)}
    </Suspense>
  )
}
