/** Films in their jacket on the light box: what this house is about, drawn. */
import type { ReactNode } from 'react'

export function LightBox() {
  return (
    <div className="fj-lightbox" aria-hidden="true">
      <svg viewBox="0 0 480 560" className="fj-lightbox-drawing">
        <defs>
          <linearGradient id="fj-glow" x1="0" y1="0" x2="0" y2="1">
            <stop offset="0" stopColor="#DCEBF2" />
            <stop offset="1" stopColor="#8FC4DA" />
          </linearGradient>
        </defs>
        <path className="fj-lightbox-back" d="M60 330a14 14 0 0 1 14-14h332a14 14 0 0 1 14 14v60H60Z" />
        <Sheet x={84} y={70} turn={-7}><Slices /></Sheet>
        <Sheet x={166} y={30} turn={4}><Chest /></Sheet>
        <path d={FRONT} fill="#E8C27A" />
        <path d={FRONT_EDGE} fill="none" stroke="#F6DDA9" strokeWidth="2" />
        <path d="M60 496v16a18 18 0 0 0 18 18h324a18 18 0 0 0 18-18v-16Z" fill="#14212B" opacity="0.08" />
        <g fill="none" stroke="#14212B" strokeOpacity="0.35" strokeWidth="3" strokeLinecap="round">
          <rect x="92" y="404" width="150" height="80" rx="8" />
          <path d="M110 432h84M110 456h112" />
        </g>
      </svg>
    </div>
  )
}

const FRONT =
  'M60 330a14 14 0 0 1 14-14h110a56 56 0 0 0 112 0h110a14 14 0 0 1 14 14v182a18 18 0 0 1-18 18H78a18 18 0 0 1-18-18Z'
const FRONT_EDGE = 'M74 317h110a56 56 0 0 0 112 0h110'

interface SheetProps {
  readonly x: number
  readonly y: number
  readonly turn: number
  readonly children: ReactNode
}

function Sheet({ x, y, turn, children }: SheetProps) {
  return (
    <g transform={`translate(${x} ${y}) rotate(${turn} 118 190)`}>
      <rect width="236" height="400" rx="10" fill="#0B1218" />
      <rect x="1" y="1" width="234" height="398" rx="9" fill="none" stroke="#3A4753" strokeWidth="2" />
      {children}
    </g>
  )
}

/** Slices side by side, as a CT was printed. */
function Slices() {
  const at = [[62, 64], [174, 64], [62, 162], [174, 162], [62, 260], [174, 260]] as const
  return at.map(([x, y], index) => (
    <g key={index} transform={`translate(${x} ${y})`} fill="none" stroke="url(#fj-glow)" strokeWidth="2">
      <ellipse rx={42 - index} ry={38 - index} strokeOpacity="0.85" />
      <ellipse rx={35 - index} ry={31 - index} strokeOpacity="0.3" />
      <path d={`M0 ${index - 26}V${26 - index}`} strokeOpacity="0.35" />
      <path d="M-5-12q-10 10-2 24q8-6 2-24Zm10 0q10 10 2 24q-8-6-2-24Z" strokeOpacity="0.65" />
    </g>
  ))
}

/** A chest: collar bones, spine, ribs, lungs. */
function Chest() {
  const ribs = [86, 114, 142, 170, 198, 226, 254]
  return (
    <g transform="translate(118 8)" fill="none" stroke="url(#fj-glow)" strokeLinecap="round">
      <path d="M0 36V330" strokeWidth="12" strokeOpacity="0.28" strokeDasharray="16 6" strokeLinecap="butt" />
      <path d="M-14 84C-34 66-50 76-62 112c-14 42-24 96-16 132 4 18 20 14 36 4 14-8 26-14 28-30Z" fill="#5CB3D6" fillOpacity="0.12" stroke="none" />
      <path d="M14 84C34 66 50 76 62 112c14 42 24 96 16 132-4 18-20 14-36 4-10-20-26-20-28-50Z" fill="#5CB3D6" fillOpacity="0.12" stroke="none" />
      {ribs.map((y, index) => <Ribs key={y} y={y} reach={54 + Math.min(index, 4) * 9} opacity={0.62 - index * 0.045} />)}
      <path d="M-9 62C-34 46-62 48-90 60M9 62c25-16 53-14 81-2" strokeWidth="6" strokeOpacity="0.7" />
    </g>
  )
}

function Ribs({ y, reach, opacity }: { readonly y: number; readonly reach: number; readonly opacity: number }) {
  const half = (side: 1 | -1) =>
    `M${side * 7} ${y}C${side * reach * 0.5} ${y - 24} ${side * reach} ${y - 12} ${side * (reach + 6)} ${y + 26}`
  return (
    <g strokeWidth="4.5" strokeOpacity={opacity}>
      <path d={half(-1)} />
      <path d={half(1)} />
    </g>
  )
}
