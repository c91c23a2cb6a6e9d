/** The rooms of the house: a rail at the side, on phones a bar at the bottom with a sheet for what does not fit. */
import { IconDots } from '@tabler/icons-react'
import { Link, useLocation } from '@tanstack/react-router'
import { useState } from 'react'
import type { Person } from '../session.ts'
import { useSite } from '../site.ts'
import { useFrameTexts } from '../texts/index.ts'
import { useRooms, type Room } from '../web-module.ts'
import { HelpDesk } from './help-desk.tsx'
import { Sheet } from './sheet.tsx'
import { useWide } from './width.ts'

export function Rail({ person }: { readonly person: Person }) {
  const t = useFrameTexts()
  const version = useSite()?.version
  const rooms = useRooms(person.role)
  const wide = useWide()
  return (
    <div className="fj-rail"><div className="fj-rail-inner">
      <nav aria-label={t('rooms')}>{wide ? <SideRail rooms={rooms} /> : <BottomBar rooms={rooms} />}</nav>
      <footer className="fj-rail-foot">
        <HelpDesk />
        {version !== undefined && <p>{t('version', { version })}</p>}
      </footer>
    </div></div>
  )
}

interface RoomsProps {
  readonly rooms: readonly Room[]
}

function SideRail({ rooms }: RoomsProps) {
  const t = useFrameTexts()
  const upkeep = rooms.filter(({ isUpkeep }) => isUpkeep === true)
  return (
    <>
      <RoomList rooms={rooms.filter((room) => !upkeep.includes(room))} />
      {upkeep.length > 0 && (
        <>
          <h2 className="fj-rail-head" id="upkeep-rooms">{t('upkeepRooms')}</h2>
          <RoomList rooms={upkeep} labelledBy="upkeep-rooms" />
        </>
      )}
    </>
  )
}

/** More than so many are too narrow for a thumb and for their words. */
const IN_BAR = 5

function BottomBar({ rooms }: RoomsProps) {
  const fits = rooms.length <= IN_BAR
  const shown = fits ? rooms : rooms.slice(0, IN_BAR - 1)
  return (
    <ul>
      {shown.map((room) => <RoomLink key={room.to} room={room} />)}
      {!fits && <MoreRooms rooms={rooms.slice(shown.length)} />}
    </ul>
  )
}

function MoreRooms({ rooms }: RoomsProps) {
  const t = useFrameTexts()
  const [opened, setOpened] = useState(false)
  const { pathname } = useLocation()
  const isHere = rooms.some(({ to }) => pathname === to || pathname.startsWith(`${to}/`))
  const close = () => { setOpened(false) }
  return (
    <li>
      <button
        type="button" className="fj-room" aria-haspopup="dialog" aria-expanded={opened} data-here={isHere || undefined}
        onClick={() => { setOpened(true) }}
      >
        <IconDots size={22} stroke={1.75} aria-hidden="true" />
        <span>{t('moreRooms')}</span>
      </button>
      <Sheet opened={opened} onClose={close} title={t('rooms')}>
        <nav className="fj-more-rooms" aria-label={t('moreRooms')} onClick={close}><RoomList rooms={rooms} /></nav>
      </Sheet>
    </li>
  )
}

function RoomList({ rooms, labelledBy }: RoomsProps & { readonly labelledBy?: string }) {
  return <ul aria-labelledby={labelledBy}>{rooms.map((room) => <RoomLink key={room.to} room={room} />)}</ul>
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
