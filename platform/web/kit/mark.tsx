/** The mark: a film in its jacket. */
export function Mark({ size = 30 }: { readonly size?: number }) {
  return (
    <svg viewBox="0 0 32 32" width={size} height={size} aria-hidden="true" className="fj-mark">
      <rect className="fj-mark-film" x="7" y="2" width="18" height="22" rx="2.5" />
      <circle cx="16" cy="9" r="4" fill="none" stroke="#5CB3D6" strokeWidth="1.8" />
      <path d={JACKET} fill="#E8C27A" />
      <path d="M4 25.5V27a2 2 0 0 0 2 2h20a2 2 0 0 0 2-2v-1.5Z" fill="#14212B" opacity="0.12" />
    </svg>
  )
}

const JACKET =
  'M3 14.5A1.5 1.5 0 0 1 4.5 13h7a4.5 4.5 0 0 0 9 0h7a1.5 1.5 0 0 1 1.5 1.5V27a3 3 0 0 1-3 3H6a3 3 0 0 1-3-3Z'

export function Wordmark() {
  return (
    <span className="fj-wordmark">
      <Mark />
      <span>Filmjacket</span>
    </span>
  )
}
