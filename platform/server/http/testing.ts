/** For tests: a WebSocket client of another's, the one that is built into Node. */
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

const CLIENT = `
  const [url, headers] = process.argv.slice(1)
  const socket = new WebSocket(url, { headers: JSON.parse(headers) })
  const tell = (what) => process.stdout.write(JSON.stringify(what) + '\\n')
  socket.onopen = () => tell({ kind: 'open' })
  socket.onmessage = ({ data }) => (tell({ kind: 'text', text: data }), socket.send('passed over'))
  socket.onclose = ({ code }) => tell({ kind: 'closed', code })`

export type Heard = { readonly kind: 'open' } | { readonly kind: 'text'; readonly text: string } | { readonly kind: 'closed'; readonly code: number }

/** What comes, one by one. Leaving the loop ends the client. @param url - `ws://127.0.0.1:1/path`. */
export async function* listenTo(url: string, headers: Readonly<Record<string, string>>): AsyncGenerator<Heard, void, undefined> {
  const child = spawn(process.execPath, ['--experimental-websocket', '--no-warnings', '-e', CLIENT, url, JSON.stringify(headers)])
  try {
    for await (const line of createInterface({ input: child.stdout })) yield JSON.parse(line) as Heard
  } finally {
    child.kill()
  }
}
