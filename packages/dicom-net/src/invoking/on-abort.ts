/** Call `work` once the signal is aborted. @returns how to stop listening. */
export function onAbort(signal: AbortSignal | undefined, work: () => void): () => void {
  if (signal === undefined) return () => undefined
  if (signal.aborted) work()
  else signal.addEventListener('abort', work, { once: true })
  return () => signal.removeEventListener('abort', work)
}

/** Asked anew each time: it may be aborted while something else is awaited. */
export function isAborted(signal: AbortSignal | undefined): boolean {
  return signal?.aborted === true
}
