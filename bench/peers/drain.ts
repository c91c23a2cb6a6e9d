import { get } from 'node:http'
import type { Download } from './receiver.ts'

/** Reads a body to its end and keeps nothing of it. `since` is when the wish was made, on the clock of `performance.now`. */
export function drain(url: URL, headers: Readonly<Record<string, string>>, since: number): Promise<Download> {
  const asked = performance.now()
  return new Promise((resolve, reject) => {
    const request = get(url, { headers }, (response) => {
      let [firstByteMs, answerMs] = [0, 0]
      let bytes = 0
      if (response.statusCode !== 200) reject(new Error(`${url.pathname} answered ${response.statusCode ?? 'nothing'}`))
      response.on('data', (chunk: Buffer) => {
        if (bytes === 0) {
          firstByteMs = performance.now() - since
          answerMs = performance.now() - asked
        }
        bytes += chunk.length
      })
      response.on('end', () => resolve({ firstByteMs, answerMs, seconds: (performance.now() - since) / 1_000, bytes }))
      response.on('error', reject)
    })
    request.on('error', reject)
  })
}
