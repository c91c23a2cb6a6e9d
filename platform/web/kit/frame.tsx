/** One frame for all: a slim bar; a side rail that becomes a bottom bar on phones. */
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useSite } from '../site.ts'
import { useFrameTexts } from '../texts/index.ts'
import { useRooms, type Room } from '../web-module.ts'
import type { Person } from '../session.ts'
import { Announcer } from './announcer.tsx'
import { DemoRibbon } from './demo-ribbon.tsx'
import { HelpDesk } from './help-desk.tsx'
import { KeyHelp } from './key-help.tsx'
import { Wordmark } from './mark.tsx'
import { useMarkPrivate } from './private-view.tsx'
import { PersonMenu } from './person-menu.tsx'

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

function Rail({ person }: { readonly person: Person }) {
  const t = useFrameTexts()
  const version = useSite()?.version
  return (
    <div className="fj-rail"><div className="fj-rail-inner">
      <nav aria-label={t('rooms')}>
        <ul>{useRooms(person.role).map((room) => <RoomLink key={room.to} room={room} />)}</ul>
      </nav>
      <footer className="fj-rail-foot">
        <HelpDesk />
        {version !== undefined && <p>{t('version', { version })}</p>}
      </footer>
    </div></div>
  )
}

function RoomLink({ room: { to, icon: Sign, useLabel } }: { readonly room: Room }) {
  return (
    <li>
      <Link to={to} className="fj-room" activeOptions={{ exact: false, includeSearch: false }}>
        <Sign size={22} stroke={1.75} aria-hidden="true" />
        <span>{useLabel()}</span>
      </Link>
    </li>
  )
}
