/** One picture on paper, with what it is. Shown by the printer alone. */
import { useEffect, useState } from 'react'
import { createPortal } from 'react-dom'

export interface Print {
  readonly picture: Blob
  readonly title: string
  readonly facts: readonly string[]
  readonly warning: string | null
}

export function PrintSheet({ print, onDone }: { readonly print: Print; readonly onDone: () => void }) {
  const [url] = useState(() => URL.createObjectURL(print.picture))
  useEffect(() => {
    addEventListener('afterprint', onDone)
    return () => {
      removeEventListener('afterprint', onDone)
      URL.revokeObjectURL(url)
    }
  }, [url, onDone])
  return createPortal(
    <div className="fj-print">
      <h1><bdi>{print.title}</bdi></h1>
      <p>{print.facts.map((fact, n) => <span key={fact}>{n > 0 && ' · '}<bdi>{fact}</bdi></span>)}</p>
      <img src={url} alt="" onLoad={() => window.print()} />
      {print.warning !== null && <p>{print.warning}</p>}
    </div>,
    document.body,
  )
}
