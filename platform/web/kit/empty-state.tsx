/** An empty page teaches: what belongs here, and the one step that brings it. */
import type { ReactNode } from 'react'

export interface EmptyStateProps {
  readonly title: string
  readonly children: ReactNode
  readonly action?: ReactNode
  /** Heading level below the page's title unless the section has its own. */
  readonly level?: 2 | 3
}

export function EmptyState({ title, children, action, level = 2 }: EmptyStateProps) {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <div className="fj-empty">
      <EmptyJacket />
      <Heading>{title}</Heading>
      <div className="fj-empty-text">{children}</div>
      {action}
    </div>
  )
}

/** An empty jacket: the film that would stick out is only a dashed outline. */
function EmptyJacket() {
  return (
    <svg viewBox="0 0 120 104" width={120} height={104} aria-hidden="true" className="fj-empty-jacket">
      <rect x="30" y="6" width="60" height="60" rx="6" className="fj-empty-film" />
      <path d="M12 46a6 6 0 0 1 6-6h26a16 16 0 0 0 32 0h26a6 6 0 0 1 6 6v44a8 8 0 0 1-8 8H20a8 8 0 0 1-8-8Z"
        className="fj-empty-paper" />
      <path d="M26 82h30M26 74h18" className="fj-empty-label" />
    </svg>
  )
}
