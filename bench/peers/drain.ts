/**
 * A client that costs as little as one can: what it spends on each byte would otherwise be measured with the server, and hide how
 * they differ. It reads into memory that serves again, and looks at nothing but the head of the answer.
 *
 * @module
 */
import { connect } from 'node:net'
import type { Download } from './receiver.ts'

const BUFFER_BYTES = 1024 * 1024

/** Reads an answer to its end and keeps nothing of it. `since` is when the wish was made, on the clock of `performance.now`. */
export function drain(url: URL, headers: Readonly<Record<string, string>>, since: number): Promise<Download> {
  const asked = performance.now()
  const answer = new Answer()
  let [firstByteMs, answerMs] = [0, 0]
  return new Promise((resolve, reject) => {
    const socket = connect({
      host: url.hostname, port: Number(url.port),
      onread: {
        buffer: Buffer.allocUnsafeSlow(BUFFER_BYTES),
        callback(length, buffer) {
          answer.take(Buffer.from(buffer.buffer, 0, length))
          if (firstByteMs === 0 && answer.bytes > 0) [firstByteMs, answerMs] = [performance.now() - since, performance.now() - asked]
          return true
        },
      },
    })
    socket.write(requestOf(url, headers))
    socket.on('error', reject)
    socket.on('close', () => {
      if (answer.fault === null) resolve({ firstByteMs, answerMs, seconds: (performance.now() - since) / 1_000, bytes: answer.bytes })
      else reject(new Error(`${url.pathname}: ${answer.fault}`))
    })
  })
}

function requestOf({ pathname, search, host }: URL, headers: Readonly<Record<string, string>>): string {
  const lines = Object.entries({ host, connection: 'close', ...headers }).map(([name, value]) => `${name}: ${value}\r\n`)
  return `GET ${pathname}${search} HTTP/1.1\r\n${lines.join('')}\r\n`
}

/** Its body is counted as it comes, with the lengths of chunks where it has some. */
class Answer {
  bytes = 0
  #head = ''
  #isBody = false

  take(part: Buffer): void {
    if (this.#isBody) {
      this.bytes += part.length
      return
    }
    this.#head += part.toString('latin1')
    const end = this.#head.indexOf('\r\n\r\n')
    if (end < 0) return
    this.#isBody = true
    this.bytes = this.#head.length - end - 4
    this.#head = this.#head.slice(0, end)
  }

  get fault(): string | null {
    const [first = ''] = this.#head.split('\r\n')
    if (!first.startsWith('HTTP/1.1 200')) return `it answered ${first === '' ? 'nothing' : first}`
    const length = /^content-length: *(\d+)/im.exec(this.#head)?.[1]
    return length !== undefined && this.bytes < Number(length) ? `it broke off after ${this.bytes} of ${length} bytes` : null
  }
}
