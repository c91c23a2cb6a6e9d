/** The head of a page: its one `h1`, which is where the focus lands after a change of page. */
import { Link } from '@tanstack/react-router'
import { IconChevronLeft } from '@tabler/icons-react'
import { useEffect, useRef, type ReactNode } from 'react'

export interface PageHeadProps {
  readonly title: ReactNode
  /** For the window's title, which carries no name and nothing of an exam. */
  readonly windowTitle: string
  readonly lead?: ReactNode
  readonly action?: ReactNode
  readonly back?: { readonly to: string; readonly search?: Readonly<Record<string, string>>; readonly label: string }
}

/** The first page of a visit leaves the focus where the browser puts it. */
let visited = false

export function useWindowTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Filmjacket`
  }, [title])
}

export function PageHead({ title, windowTitle, lead, action, back }: PageHeadProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useWindowTitle(windowTitle)
  useEffect(() => {
    if (visited) heading.current?.focus({ preventScroll: true })
    visited = true
  }, [])
  return (
    <div className="fj-head">
      {back !== undefined && (
        <Link to={back.to} search={back.search ?? {}} className="fj-back"><IconChevronLeft size={18} aria-hidden="true" />{back.label}</Link>
      )}
      <div className="fj-head-row">
        <div className="fj-head-words">
          <h1 ref={heading} tabIndex={-1}>{title}</h1>
          {lead !== undefined && <div className="fj-lead">{lead}</div>}
        </div>
        {action !== undefined && <div className="fj-head-action">{action}</div>}
      </div>
    </div>
  )
}
