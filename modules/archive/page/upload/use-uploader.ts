import { useSyncExternalStore } from 'react'
import type { Progress } from './run/progress.ts'
import { uploader } from './run/uploader.ts'

export function useProgress(): Progress {
  return useSyncExternalStore(uploader.watch, uploader.progress)
}
