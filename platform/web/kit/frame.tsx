/** One frame for all: a slim bar; a side rail that becomes a bottom bar on phones. */
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useFrameTexts } from '../texts/index.ts'
import type { Person } from '../session.ts'
import { Announcer } from './announcer.tsx'
import { DemoRibbon } from './demo-ribbon.tsx'
import { KeyHelp } from './key-help.tsx'
import { Wordmark } from './mark.tsx'
import { useMarkPrivate } from './private-view.tsx'
import { PersonMenu } from './person-menu.tsx'
import { Rail } from './rail.tsx'

export interface FrameProps {
  /** Absent while it is not known who is there. */
  readonly person?: Person
  readonly children: ReactNode
}

export function Frame({ person, children }: FrameProps) {
  const t = useFrameTexts()
  useMarkPrivate()
  return (
    <div className="fj-frame">
      <a href="#page" className="fj-skip">{t('skip')}</a>
      <DemoRibbon />
      <header className="fj-bar">
        <Link to="/" className="fj-home"><Wordmark /></Link>
        {person !== undefined && <PersonMenu person={person} />}
      </header>
      <div className="fj-body">
        {person === undefined ? <div className="fj-rail" /> : <Rail person={person} />}
        <main id="page" className="fj-page" tabIndex={-1}>{children}</main>
      </div>
      <Announcer />
      <KeyHelp />
    </div>
  )
}
