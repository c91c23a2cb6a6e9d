import { drain } from './drain.ts'
import type { Download } from './receiver.ts'

/** One person's calls to our server, with their session. */
export class Api {
  readonly #url: string
  #cookie = ''

  constructor(url: string) {
    this.#url = url
  }

  async call(method: string, path: string, body?: unknown): Promise<unknown> {
    const response = await fetch(new URL(path, this.#url), {
      method,
      headers: { cookie: this.#cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      body: body === undefined ? null : JSON.stringify(body),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`)
    this.#cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? this.#cookie
    return text === '' ? null : JSON.parse(text)
  }

  drain(path: string, since: number, headers: Readonly<Record<string, string>> = {}): Promise<Download> {
    return drain(new URL(path, this.#url), { ...headers, cookie: this.#cookie }, since)
  }
}
