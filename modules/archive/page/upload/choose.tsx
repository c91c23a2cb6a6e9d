/** Where files come from: dropped on the page, or chosen by a dialog. */
import { Button } from '@mantine/core'
import { IconDisc, IconFiles, IconFolder, IconX } from '@tabler/icons-react'
import { useEffect, useRef, useState, type ChangeEvent, type DragEvent } from 'react'
import { useWide } from '../../../../platform/web/kit/index.ts'
import { chosenIn, droppedIn } from './read/chosen.ts'
import { uploader, type Unfinished } from './run/uploader.ts'
import { useUploadTexts } from './texts/index.ts'

interface ChooseProps {
  /** To go on with; null: a new one. */
  readonly unfinished: Unfinished | null
  readonly onNotNow: () => void
}

export function Choose({ unfinished, onNotNow }: ChooseProps) {
  const t = useUploadTexts()
  const wide = useWide()
  const [isOver, setOver] = useState(false)
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (unfinished !== null) title.current?.focus()
  }, [unfinished])

  function drop(event: DragEvent): void {
    event.preventDefault()
    setOver(false)
    if (event.dataTransfer.items.length > 0) void uploader.start(droppedIn(event.dataTransfer.items), unfinished)
  }

  return (
    <section
      className="fj-upload-drop" data-over={isOver || undefined} aria-labelledby="upload-choose"
      onDragOver={(event) => event.preventDefault()} onDragEnter={() => setOver(true)} onDrop={drop}
      onDragLeave={(event) => setOver(event.currentTarget.contains(event.relatedTarget as Node | null))}
    >
      <IconDisc size={44} stroke={1.25} aria-hidden="true" className="fj-upload-sign" />
      <h2 id="upload-choose" ref={title} tabIndex={-1}>
        {isOver ? t('dropHere') : unfinished !== null ? t('continueTitle', { label: unfinished.label || t('plain') }) : t(wide ? 'dropTitle' : 'chooseTitle')}
      </h2>
      <p className="fj-quiet">{t(unfinished === null ? 'dropText' : 'continueText')}</p>
      <div className="fj-upload-buttons">
        <Picker isFolder label={t('chooseFolder')} unfinished={unfinished} />
        <Picker label={t('chooseFiles')} unfinished={unfinished} />
        {unfinished !== null && <Button variant="subtle" leftSection={<IconX size={18} />} onClick={onNotNow}>{t('continueNot')}</Button>}
      </div>
      <p className="fj-quiet fj-small">{t('notTwice')}</p>
    </section>
  )
}

interface PickerProps {
  readonly label: string
  readonly isFolder?: boolean
  readonly unfinished: Unfinished | null
}

/** A button that opens the browser's own dialog. */
function Picker({ label, isFolder = false, unfinished }: PickerProps) {
  const input = useRef<HTMLInputElement>(null)
  const Sign = isFolder ? IconFolder : IconFiles

  function choose({ currentTarget }: ChangeEvent<HTMLInputElement>): void {
    const chosen = chosenIn(currentTarget.files ?? new DataTransfer().files)
    // The same folder may be chosen again.
    currentTarget.value = ''
    if (chosen.length > 0) void uploader.start(chosen, unfinished)
  }

  return (
    <>
      <input ref={input} type="file" multiple hidden aria-hidden="true" tabIndex={-1} onChange={choose} data-picker={isFolder ? 'folder' : 'files'}
        {...(isFolder && { webkitdirectory: '' })} />
      <Button size="md" variant={isFolder ? 'filled' : 'default'} leftSection={<Sign size={20} />} onClick={() => input.current?.click()}>{label}</Button>
    </>
  )
}
