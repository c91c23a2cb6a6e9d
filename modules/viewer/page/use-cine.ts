/** A stack as a film. A frame that is not there yet is waited for. */
import { useEffect } from 'react'

interface Film {
  readonly isPlaying: boolean
  readonly framesPerSecond: number
  /** Shows the next frame if it is there. */
  readonly next: () => void
}

const SECOND_MS = 1_000

/** Hand in a stable `next`. */
export function useCine({ isPlaying, framesPerSecond, next }: Film): void {
  useEffect(() => {
    if (!isPlaying) return undefined
    let last: number | null = null
    let request = requestAnimationFrame(step)
    function step(now: number): void {
      last ??= now
      if (now - last >= SECOND_MS / framesPerSecond) {
        // After a pause of the page itself, no frames are made up for.
        last = now - last > SECOND_MS ? now : last + SECOND_MS / framesPerSecond
        next()
      }
      request = requestAnimationFrame(step)
    }
    return () => cancelAnimationFrame(request)
  }, [isPlaying, framesPerSecond, next])
}
