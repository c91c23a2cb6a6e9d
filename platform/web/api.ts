/** The one place from which a page speaks to the server: JSON over the session cookie. */

/** An expected refusal (RFC 9457), or a server that could not be reached (`offline`). */
export class ProblemError extends Error {
  override readonly name = 'ProblemError'
  readonly code: string
  readonly status: number

  constructor(code: string, status: number, detail: string) {
    super(detail)
    this.code = code
    this.status = status
  }
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

async function call(method: Method, url: string, body?: unknown, signal?: AbortSignal): Promise<unknown> {
  const response = await send(method, url, body, signal)
  if (!response.ok) throw await problemOf(response)
  return response.status === 204 ? undefined : await response.json()
}

async function send(method: Method, url: string, body: unknown, signal: AbortSignal | undefined): Promise<Response> {
  const headers: Record<string, string> = { accept: 'application/json' }
  if (body !== undefined) headers['content-type'] = 'application/json'
  const content = { ...(body !== undefined && { body: JSON.stringify(body) }), ...(signal !== undefined && { signal }) }
  try {
    return await fetch(url, { method, headers, credentials: 'same-origin', ...content })
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause
    throw new ProblemError('offline', 0, 'the server could not be reached')
  }
}

/** A proxy in between may answer without a problem body: its status then stands for the code. */
async function problemOf(response: Response): Promise<ProblemError> {
  const body: unknown = await response.json().catch(() => null)
  const { code, detail } = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {}
  return new ProblemError(
    typeof code === 'string' ? code : `http-${response.status}`,
    response.status,
    typeof detail === 'string' ? detail : '',
  )
}

// The answer's type is the contract's: the server serialises by the same schema.
export const api = {
  get: async <T>(url: string) => (await call('GET', url)) as T,
  post: async <T>(url: string, body?: unknown, signal?: AbortSignal) => (await call('POST', url, body, signal)) as T,
  put: async <T>(url: string, body: unknown) => (await call('PUT', url, body)) as T,
  patch: async <T>(url: string, body: unknown) => (await call('PATCH', url, body)) as T,
  remove: async <T = undefined>(url: string) => (await call('DELETE', url)) as T,
}

/** Asked again, it would be told the same. */
export function isRefusal(error: unknown): boolean {
  return error instanceof ProblemError && error.status >= 400 && error.status < 500
}

export function hasCode(error: unknown, code: string): boolean {
  return error instanceof ProblemError && error.code === code
}

/** Whether a file can be had, without fetching it. */
export async function checkFile(url: string): Promise<ProblemError | null> {
  try {
    const response = await fetch(url, { method: 'HEAD', credentials: 'same-origin' })
    if (response.ok) return null
    // A HEAD has no body: 410 is the only status here that says more than "not there".
    return new ProblemError(response.status === 410 ? 'request-expired' : 'file-not-found', response.status, '')
  } catch {
    return new ProblemError('offline', 0, 'the server could not be reached')
  }
}
