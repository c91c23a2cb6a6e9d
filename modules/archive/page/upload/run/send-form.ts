/** Files to the server as a form, with how much of it has gone: `fetch` does not tell. */
import { ProblemError } from '../../../../../platform/web/api.ts'
import type { Answers } from '../../../contract.ts'

export interface Part {
  readonly path: string
  readonly blob: Blob
}

/** The browser reads the files while it sends them: none is held in the page. */
export function sendForm(url: string, parts: readonly Part[], signal: AbortSignal, sent: (bytes: number) => void): Promise<Answers> {
  const form = new FormData()
  for (const { path, blob } of parts) form.append('file', blob, path)
  return new Promise((resolve, reject) => {
    signal.throwIfAborted()
    const request = new XMLHttpRequest()
    const abort = (): void => request.abort()
    request.open('POST', url)
    request.setRequestHeader('accept', 'application/json')
    request.upload.onprogress = ({ loaded }) => sent(loaded)
    request.onload = () => {
      if (request.status === 200) resolve(JSON.parse(request.responseText) as Answers)
      else reject(problemIn(request))
    }
    request.onerror = () => reject(new ProblemError('offline', 0, 'the server could not be reached'))
    request.onabort = () => reject(new DOMException('aborted', 'AbortError'))
    request.onloadend = () => signal.removeEventListener('abort', abort)
    signal.addEventListener('abort', abort)
    request.send(form)
  })
}

function problemIn({ status, responseText }: XMLHttpRequest): ProblemError {
  try {
    const { code = `http-${status}`, detail = '' } = JSON.parse(responseText) as { code?: string, detail?: string }
    return new ProblemError(code, status, detail)
  } catch {
    return new ProblemError(`http-${status}`, status, '')
  }
}
