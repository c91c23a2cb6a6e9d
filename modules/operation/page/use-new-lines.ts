/**
 * Lines of the log as they are written, while its page is open.
 *
 * What was missed while the line was down is asked for when it is up again.
 */
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { fits, type LogFilter, type LogLineView } from '../contract.ts'
import { LOG } from './data.ts'

/** More than this since the page was opened is for a filter, or for the file. */
const KEPT = 500

export function useNewLines(filter: LogFilter): { readonly lines: readonly LogLineView[]; readonly isLive: boolean } {
  const queries = useQueryClient()
  const [lines, setLines] = useState<readonly LogLineView[]>([])
  const [isLive, setLive] = useState(false)
  useEffect(() => {
    const source = new EventSource('/api/log/events')
    source.onopen = () => {
      setLive(true)
      // They come again with the page that is asked for now.
      setLines([])
      void queries.resetQueries({ queryKey: LOG })
    }
    source.onerror = () => setLive(false)
    source.addEventListener('line', ({ data }: MessageEvent<string>) => {
      const line = JSON.parse(data) as LogLineView
      setLines((before) => [line, ...before].slice(0, KEPT))
    })
    return () => source.close()
  }, [queries])
  return { lines: lines.filter((line) => fits(line, filter)), isLive }
}
