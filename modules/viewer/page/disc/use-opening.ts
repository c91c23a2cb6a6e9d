/** From the files that a person gave to what is in them. */
import { useCallback, useMemo, useRef, useState } from 'react'
import { filesOfInput, type ChosenFile } from './chosen-files.ts'
import type { OpenImageFile } from './image-file.ts'
import { studiesIn, type OpenStudy } from './index-files.ts'
import type { Manifest } from './manifest.ts'

export interface Opening {
  /** Null until a disc or folder was opened. */
  readonly studies: readonly OpenStudy[] | null
  /** Null while nothing is read. */
  readonly progress: { readonly done: number; readonly count: number } | null
  /** What came of the last try, where it is not what was to be expected. */
  readonly outcome: 'nothing' | 'other' | null
  readonly take: (files: readonly ChosenFile[]) => void
  /** Asks the person for a folder; or for files, where a browser knows no folders. */
  readonly takeFolder: () => void
  readonly takeFiles: () => void
}

/** Safari on phones has none. */
export const knowsFolders = 'webkitdirectory' in HTMLInputElement.prototype && !/iPhone|iPad|Android/.test(navigator.userAgent)

export function useOpening(manifest: Manifest | null, open: OpenImageFile): Opening {
  const [state, setState] = useState<Pick<Opening, 'studies' | 'progress' | 'outcome'>>({ studies: null, progress: null, outcome: null })
  const current = useRef(0)
  const take = useCallback((files: readonly ChosenFile[]) => {
    const turn = ++current.current
    const tell = (done: number, count: number): void => {
      if (turn === current.current && done % 10 === 0) setState((now) => ({ ...now, progress: { done, count } }))
    }
    setState((now) => ({ ...now, progress: { done: 0, count: files.length }, outcome: null }))
    void studiesIn(files, manifest, { open, onProgress: tell }).then((studies) => {
      if (turn !== current.current) return
      setState((now) => ({
        studies: studies.length === 0 ? now.studies : studies, progress: null, outcome: outcomeOf(studies, manifest),
      }))
    })
  }, [manifest, open])
  return useMemo(() => ({
    ...state, take, takeFolder: () => ask(knowsFolders, take), takeFiles: () => ask(false, take),
  }), [state, take])
}

function outcomeOf(studies: readonly OpenStudy[], manifest: Manifest | null): Opening['outcome'] {
  if (studies.length === 0) return 'nothing'
  const isOther = manifest !== null && !studies.some(({ uid }) => manifest.studies.some((study) => study.uid === uid))
  return isOther ? 'other' : null
}

function ask(isFolder: boolean, take: (files: readonly ChosenFile[]) => void): void {
  const input = document.createElement('input')
  input.type = 'file'
  input.multiple = true
  input.webkitdirectory = isFolder
  input.className = 'fj-unseen'
  input.onchange = () => {
    if (input.files !== null && input.files.length > 0) take(filesOfInput(input.files))
    input.remove()
  }
  input.oncancel = () => input.remove()
  // Safari asks only for what is in the page.
  document.body.append(input)
  input.click()
}
