/**
 * HTTP to a DICOMweb device: only to the address that an administrator entered, and to no other that it may point to.
 *
 * @module
 */
import type { Device } from '../device.ts'
import { DeviceError, networkProblemOf } from './failure.ts'

export interface WebCall {
  /** Below the device's base address; each segment is encoded. */
  readonly path: readonly string[]
  readonly query?: URLSearchParams
  readonly accept: string
  readonly method?: 'GET' | 'POST'
  readonly contentType?: string
  readonly body?: AsyncIterable<Uint8Array>
  readonly signal: AbortSignal
}

/** The answer, whatever its status. @throws DeviceError if there is none. */
export async function callDicomweb({ dicomwebUrl, dicomwebAuthorization }: Device, call: WebCall): Promise<Response> {
  const base = (dicomwebUrl ?? '').replace(/\/+$/, '')
  const path = call.path.map((segment) => `/${encodeURIComponent(segment)}`).join('')
  const query = call.query === undefined ? '' : `?${call.query.toString()}`
  try {
    return await fetch(`${base}${path}${query}`, {
      method: call.method ?? 'GET', signal: call.signal, redirect: 'error',
      headers: {
        accept: call.accept, ...(call.contentType !== undefined && { 'content-type': call.contentType }),
        ...(dicomwebAuthorization !== null && { authorization: dicomwebAuthorization }),
      },
      ...(call.body !== undefined && { body: call.body as never, duplex: 'half' }),
    })
  } catch (error) {
    throw webErrorOf(error)
  }
}

/** What broke while calling, or while its answer was read. */
export function webErrorOf(error: unknown): Error {
  if (error instanceof DeviceError) return error
  if (error instanceof Error && error.name === 'TimeoutError') return new DeviceError('timeout', { cause: error })
  if (!(error instanceof TypeError)) return error instanceof Error ? error : new Error('call failed', { cause: error })
  const cause = error.cause
  const problem = networkProblemOf(cause)
  if (problem !== undefined) return new DeviceError(problem, { cause: error })
  const words = cause instanceof Error ? cause.message : ''
  if (/certificate|self-signed|SSL|TLS/i.test(words)) return new DeviceError('tls-failed', { detail: words.slice(0, 200), cause: error })
  if (/redirect/i.test(words)) return new DeviceError('http-failed', { detail: 'it redirects to another address', cause: error })
  return new DeviceError('connection-lost', { cause: error })
}

export function failedBy(status: number): DeviceError {
  return new DeviceError('http-failed', { status, detail: `HTTP ${status}` })
}

/** Of one answer: a Study's row of a search has some 3 KB. */
const ANSWER_BYTES = 16 * 1024 * 1024

/** An answer in JSON; undefined if it is empty or none. @throws DeviceError */
export async function readAnswer(response: Response): Promise<unknown> {
  const parts: Uint8Array[] = []
  let bytes = 0
  try {
    for await (const part of (response.body ?? []) as AsyncIterable<Uint8Array>) {
      bytes += part.length
      if (bytes > ANSWER_BYTES) throw new DeviceError('http-failed', { status: response.status, detail: 'its answer is too long' })
      parts.push(part)
    }
    return JSON.parse(Buffer.concat(parts).toString('utf8')) as unknown
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw webErrorOf(error)
  }
}
