/** A browser as far as the tests need one: keeps the session cookie, reads JSON, counts bytes. */
import { createHash } from 'node:crypto'

export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly bytes: Buffer
  /** The body as text. */
  readonly text: string
  /** The body as JSON; undefined where it is none. */
  readonly json: unknown
  /** Of a problem: its code. */
  readonly code: string | undefined
}

export type Headed = Readonly<Record<string, string>>

export class Client {
  readonly url: string
  #cookie: string | null

  constructor(url: string, sessionToken: string | null = null) {
    this.url = url
    this.#cookie = sessionToken === null ? null : `filmjacket_session=${sessionToken}`
  }

  /** Another browser that holds the same session. */
  twin(): Client {
    const twin = new Client(this.url)
    twin.#cookie = this.#cookie
    return twin
  }

  get isSignedIn(): boolean {
    return this.#cookie !== null
  }

  get(path: string, headers: Headed = {}): Promise<Answer> {
    return this.call('GET', path, undefined, headers)
  }

  post(path: string, body?: unknown, headers: Headed = {}): Promise<Answer> {
    return this.call('POST', path, body, headers)
  }

  delete(path: string): Promise<Answer> {
    return this.call('DELETE', path)
  }

  async call(method: string, path: string, body?: unknown, headers: Headed = {}): Promise<Answer> {
    const response = await this.open(method, path, body, headers)
    return answerOf(response, Buffer.from(await response.arrayBuffer()))
  }

  /** The answer as it comes, for streams. */
  async open(method: string, path: string, body?: unknown, headers: Headed = {}, signal?: AbortSignal): Promise<Response> {
    const response = await fetch(new URL(path, this.url), {
      method, redirect: 'manual', ...(signal === undefined ? {} : { signal }),
      headers: {
        ...(this.#cookie === null ? {} : { cookie: this.#cookie }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    for (const cookie of response.headers.getSetCookie()) this.#keep(cookie)
    return response
  }

  #keep(cookie: string): void {
    const [pair = ''] = cookie.split(';')
    this.#cookie = pair.endsWith('=') ? null : pair
  }
}

function answerOf({ status, headers }: Response, bytes: Buffer): Answer {
  const text = bytes.toString()
  const json: unknown = /\bjson\b/.test(headers.get('content-type') ?? '') && text !== '' ? JSON.parse(text) : undefined
  const code = status >= 400 ? (json as { code?: string } | undefined)?.code : undefined
  return { status, headers, bytes, text, json, code }
}

export interface ServerSentEvent {
  readonly name: string
  readonly data: unknown
}

/** Server-sent events until the caller stops iterating. HTML Living Standard §9.2.6. */
export async function* eventsOf(response: Response): AsyncGenerator<ServerSentEvent> {
  let held = ''
  const decoder = new TextDecoder()
  for await (const chunk of response.body ?? []) {
    const blocks = (held + decoder.decode(chunk as Uint8Array, { stream: true })).split('\n\n')
    held = blocks.pop() ?? ''
    for (const block of blocks) {
      const name = /^event: (.*)$/m.exec(block)?.[1]
      const data = /^data: (.*)$/m.exec(block)?.[1]
      if (name !== undefined && data !== undefined) yield { name, data: JSON.parse(data) }
    }
  }
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
