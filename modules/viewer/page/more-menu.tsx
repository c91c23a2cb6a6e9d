/** What is needed less often: full screen, save, print, a link, markings, keys. */
import { Menu } from '@mantine/core'
import {
  IconFocus2, IconKeyboard, IconLink, IconMaximize, IconMinimize, IconPhotoDown, IconPrinter,
} from '@tabler/icons-react'
import { useViewerTexts } from './texts/index.ts'

export interface MoreActions {
  readonly isFull: boolean
  readonly canBeFull: boolean
  readonly onFull: () => void
  readonly onSave: () => void
  readonly onPrint: () => void
  /** Null where a link would lead nobody anywhere. */
  readonly onLink: (() => void) | null
  readonly onKeys: () => void
  /** Null where the hospital drew nothing. */
  readonly marks: boolean | null
  readonly onMarks: () => void
}

interface MoreItemsProps extends MoreActions {
  /** Of pixels. */
  readonly hasImage: boolean
  /** That can be kept. */
  readonly hasPicture: boolean
  readonly onActualSize: () => void
}

export function MoreItems(props: MoreItemsProps) {
  const t = useViewerTexts()
  const { isFull, canBeFull, hasImage, hasPicture, marks } = props
  return (
    <>
      {canBeFull && (
        <Menu.Item leftSection={isFull ? <IconMinimize size={18} /> : <IconMaximize size={18} />} rightSection="F" onClick={props.onFull}>
          {t(isFull ? 'leaveFullScreen' : 'fullScreen')}
        </Menu.Item>
      )}
      <Menu.Item leftSection={<IconFocus2 size={18} />} rightSection="P" disabled={!hasImage} onClick={props.onActualSize}>{t('actualSize')}</Menu.Item>
      {marks !== null && (
        <Menu.CheckboxItem checked={marks} onChange={props.onMarks}>{t('marks')}</Menu.CheckboxItem>
      )}
      <Menu.Divider />
      <Menu.Item leftSection={<IconPhotoDown size={18} />} disabled={!hasPicture} onClick={props.onSave}>{t('save')}</Menu.Item>
      <Menu.Item leftSection={<IconPrinter size={18} />} disabled={!hasPicture} onClick={props.onPrint}>{t('print')}</Menu.Item>
      {props.onLink !== null && <Menu.Item leftSection={<IconLink size={18} />} onClick={props.onLink}>{t('copyLink')}</Menu.Item>}
      <Menu.Divider />
      <Menu.Item leftSection={<IconKeyboard size={18} />} rightSection="?" onClick={props.onKeys}>{t('keysTitle')}</Menu.Item>
    </>
  )
}
