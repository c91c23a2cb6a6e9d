/** One picture on paper, with what it is; of true size where it has one. Shown by the printer alone. */
import { useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import type { OnPaper } from './core/on-paper.ts'

export interface Print {
  readonly picture: Blob
  readonly title: string
  readonly facts: readonly string[]
  readonly warning: string | null
  /** Null where it has no true size: it is as large as the paper. */
  readonly place: OnPaper | null
}

export function PrintSheet({ print: { picture, title, facts, warning, place }, onDone }: { readonly print: Print; readonly onDone: () => void }) {
  const [url] = useState(() => URL.createObjectURL(picture))
  useEffect(() => {
    addEventListener('afterprint', onDone)
    return () => {
      removeEventListener('afterprint', onDone)
      URL.revokeObjectURL(url)
    }
  }, [url, onDone])
  return createPortal(
    <div className="fj-print" data-wide={place?.isWide === true || undefined}>
      <h1><bdi>{title}</bdi></h1>
      <p>{facts.map((fact, n) => <span key={fact}>{n > 0 && ' · '}<bdi>{fact}</bdi></span>)}</p>
      <img src={url} alt="" onLoad={() => window.print()} {...(place !== null && { 'data-true': true, style: { width: `${place.width}mm` } })} />
      {warning !== null && <p>{warning}</p>}
    </div>,
    document.body,
  )
}
