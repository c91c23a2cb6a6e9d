/** A picture from an exam, on black as on a light box. */
import { IconPhoto } from '@tabler/icons-react'
import { useState } from 'react'

/** Decorative: the words beside it say what it is, so it has no text of its own. */
export function Film({ src }: { readonly src: string | null }) {
  const [broken, setBroken] = useState(false)
  return (
    <span className="fj-film">
      {src === null || broken
        ? <IconPhoto size={32} stroke={1.25} aria-hidden="true" />
        : <img src={src} alt="" loading="lazy" decoding="async" onError={() => setBroken(true)} />}
    </span>
  )
}
