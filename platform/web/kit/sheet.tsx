/** A window over the page: from below on a phone, in the middle or from the side elsewhere. */
import { Drawer, Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { useFrameTexts } from '../texts/index.ts'
import { useWide } from './width.ts'

export interface SheetProps {
  readonly opened: boolean
  readonly onClose: () => void
  readonly title: string
  /** `side` for forms that are filled while looking at the list behind. */
  readonly place?: 'middle' | 'side'
  readonly children: ReactNode
}

export function Sheet({ opened, onClose, title, place = 'middle', children }: SheetProps) {
  const wide = useWide()
  const t = useFrameTexts()
  const shared = {
    opened, onClose, title,
    closeButtonProps: { 'aria-label': t('close'), size: 44, iconSize: 22 },
    // The library's <header> would count as a second banner of the page.
    attributes: { header: { role: 'none' } },
  }
  if (wide && place === 'middle') return <Modal {...shared} size="lg" className="fj-sheet">{children}</Modal>
  return (
    <Drawer
      {...shared}
      position={wide ? 'right' : 'bottom'}
      size={wide ? 'md' : 'auto'}
      className={wide ? 'fj-sheet' : 'fj-sheet fj-sheet-below'}
    >
      {children}
    </Drawer>
  )
}
