import type { IncomingMessage } from 'node:http'
import { WebSocketServer, type WebSocket } from 'ws'
import { SECOND_MS } from '../clock.ts'

/** RFC 6455 §7.4.1. */
export const CloseCode = { goingAway: 1001, notAllowed: 1008, fault: 1011 } as const

/** How long a client may take nothing. */
const STALLED_MS = 30 * SECOND_MS
/** No client of ours has more to say. */
const MESSAGE_BYTES_MAX = 64 * 1024

const sockets = new WebSocketServer({ noServer: true, clientTracking: false, perMessageDeflate: false, maxPayload: MESSAGE_BYTES_MAX })

/** A WebSocket to a client that listens: texts go out, pings are answered, and what else comes is passed over. RFC 6455. */
export class ListeningSocket {
  readonly #socket: WebSocket
  readonly #over = new AbortController()
  #isPinged = false

  constructor(socket: WebSocket) {
    this.#socket = socket.on('pong', () => (this.#isPinged = false)).on('error', () => socket.terminate()).on('close', () => this.#over.abort())
  }

  /** Aborted when the connection is over, or about to be. */
  get over(): AbortSignal {
    return this.#over.signal
  }

  /** Resolves when the system has taken it for the client, or the client is gone. */
  send(text: string): Promise<void> {
    return new Promise((resolve) => {
      const stalled = setTimeout(() => this.#socket.terminate(), STALLED_MS).unref()
      this.#socket.send(text, () => {
        clearTimeout(stalled)
        resolve()
      })
    })
  }

  /** Ends the connection of a client that has not answered the last one. */
  ping(): void {
    if (this.#isPinged) this.#socket.terminate()
    this.#isPinged = true
    this.#socket.ping()
  }

  close(code: number): void {
    this.#socket.close(code)
    this.#over.abort()
  }
}

/** Completes the handshake. @param head - what came behind the request. @returns null where there was none to complete: the client has been told. */
export function accept(request: IncomingMessage, head: Buffer): ListeningSocket | null {
  let accepted: ListeningSocket | null = null
  sockets.handleUpgrade(request, request.socket, head, (socket) => (accepted = new ListeningSocket(socket)))
  return accepted
}
