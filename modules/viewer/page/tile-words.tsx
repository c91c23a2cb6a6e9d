/** What is said in a tile where there is no picture: not yet, not here, or never. */
import { Button, Loader } from '@mantine/core'
import { IconAlertTriangle, IconFileOff } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { PictureError, type Trouble } from './core/pixels.ts'
import { useViewerTexts } from './texts/index.ts'

/** @param thumbnail - stands behind, blurred, until the picture is there. */
export function Waiting({ thumbnail = null, text }: { readonly thumbnail?: string | null; readonly text?: string }) {
  const t = useViewerTexts()
  return (
    <div className="fj-tile-wait" role="status">
      {thumbnail !== null && <img src={thumbnail} alt="" />}
      <span className="fj-tile-note"><Loader size="xs" /><span>{text ?? t('loadingPicture')}</span></span>
    </div>
  )
}

/** Troubles that may be over by now. */
const PASSING: readonly Trouble[] = ['offline', 'broken', 'medium-gone']

export function TroubleWord({ error, onRetry }: { readonly error: Error; readonly onRetry: () => void }) {
  const t = useViewerTexts()
  const trouble = error instanceof PictureError ? error.trouble : 'broken'
  return (
    <div className="fj-tile-word" role="alert">
      <IconAlertTriangle size={28} aria-hidden="true" />
      <p>{t(`trouble ${trouble}`)}</p>
      {PASSING.includes(trouble) && <Button variant="default" onClick={onRetry}>{t('tryAgain')}</Button>}
    </div>
  )
}

/** @param children - the way on, where there is one. */
export function Word({ text, children }: { readonly text: string; readonly children?: ReactNode }) {
  return <div className="fj-tile-word"><IconFileOff size={28} aria-hidden="true" /><p>{text}</p>{children}</div>
}
