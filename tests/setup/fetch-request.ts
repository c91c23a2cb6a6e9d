/** As much of a browser's XMLHttpRequest as a DICOMweb client needs, on fetch. */
export class FetchRequest {
  readyState = 0
  status = 0
  response: unknown = null
  responseType = ''
  onreadystatechange: () => void = () => undefined
  #method = 'GET'
  #url = ''
  readonly #headers = new Headers()
  #answer: Headers | null = null

  open(method: string, url: string): void {
    this.#method = method
    this.#url = url
  }

  setRequestHeader(name: string, value: string): void {
    this.#headers.set(name, value)
  }

  getResponseHeader(name: string): string | null {
    return this.#answer?.get(name) ?? null
  }

  getAllResponseHeaders(): string {
    return [...(this.#answer ?? [])].map(([name, value]) => `${name}: ${value}`).join('\r\n')
  }

  send(body: Uint8Array | string | null = null): void {
    void this.#send(body)
  }

  async #send(body: Uint8Array | string | null): Promise<void> {
    const answer = await fetch(this.#url, { method: this.#method, headers: this.#headers, body })
    const bytes = await answer.arrayBuffer()
    this.#answer = answer.headers
    this.status = answer.status
    this.response = this.responseType === 'json' ? JSON.parse(Buffer.from(bytes).toString()) : bytes
    this.readyState = 4
    this.onreadystatechange()
  }
}
