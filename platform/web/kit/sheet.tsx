/**
 * A window over the page: from below on a phone, in the middle or at the side elsewhere. Its place is a matter of style alone, so
 * that what was typed stays when a phone is turned.
 *
 * @module
 */
import { Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { useFrameTexts } from '../texts/index.ts'

export interface SheetProps {
  readonly opened: boolean
  readonly onClose: () => void
  readonly title: string
  /** `side` for forms that are filled while looking at the list behind. */
  readonly place?: 'middle' | 'side'
  readonly children: ReactNode
}

export function Sheet({ opened, onClose, title, place = 'middle', children }: SheetProps) {
  const t = useFrameTexts()
  return (
    <Modal
      opened={opened} onClose={onClose} title={title} size="lg" className={`fj-sheet fj-sheet-${place}`}
      closeButtonProps={{ 'aria-label': t('close'), size: 44, iconSize: 22 }}
      // The library's <header> would count as a second banner of the page.
      attributes={{ header: { role: 'none' } }}
    >
      {children}
    </Modal>
  )
}
