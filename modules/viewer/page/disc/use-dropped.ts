/** Files dropped anywhere on the page. */
import { useEffect } from 'react'
import { filesOfDrop, type ChosenFile } from './chosen-files.ts'

interface Over {
  readonly open: () => void
  readonly close: () => void
}

/** @param over - told while something is held over the page. */
export function useDropped(take: (files: readonly ChosenFile[]) => void, over: Over): void {
  const { open, close } = over
  useEffect(() => {
    const isOfFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true
    const onOver = (event: DragEvent): void => {
      if (!isOfFiles(event)) return
      event.preventDefault()
      open()
    }
    const onLeave = (event: DragEvent): void => {
      if (event.relatedTarget === null) close()
    }
    const onDrop = (event: DragEvent): void => {
      if (event.dataTransfer === null || !isOfFiles(event)) return
      // Else the browser would leave the page for what was dropped.
      event.preventDefault()
      close()
      void filesOfDrop(event.dataTransfer.items).then(take)
    }
    addEventListener('dragover', onOver)
    addEventListener('dragleave', onLeave)
    addEventListener('drop', onDrop)
    return () => {
      removeEventListener('dragover', onOver)
      removeEventListener('dragleave', onLeave)
      removeEventListener('drop', onDrop)
    }
  }, [take, open, close])
}
