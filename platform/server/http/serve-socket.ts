import type { FastifyReply, FastifyRequest } from 'fastify'
import { Problem } from './problem.ts'
import { openWebSocket } from './upgrades.ts'
import { CloseCode, type ListeningSocket } from './websocket.ts'

/** What there is to say; null now and then, while there is nothing. */
export type SocketTexts = (over: AbortSignal) => AsyncIterable<string | null>

export interface Listener {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  /** Asked each time before anything is said: sessions and tokens end. */
  readonly isStillAllowed: () => Promise<boolean>
  readonly onFault: (fault: unknown) => void
}

/**
 * Opens a WebSocket, and says what there is for as long as the client listens.
 *
 * @throws Problem if the client asked for none.
 */
export function serveSocket({ request, reply, isStillAllowed, onFault }: Listener, texts: SocketTexts): FastifyReply {
  const socket = openWebSocket(request.raw)
  if (socket === null) throw new Problem('websocket-only', 426, 'This address speaks by WebSocket only.', { upgrade: 'websocket' })
  reply.hijack()
  void say(socket, texts, isStillAllowed).catch((fault: unknown) => {
    onFault(fault)
    socket.close(CloseCode.fault)
  })
  return reply
}

async function say(socket: ListeningSocket, texts: SocketTexts, isStillAllowed: () => Promise<boolean>): Promise<void> {
  for await (const text of texts(socket.over)) {
    if (socket.over.aborted) return
    if (!(await isStillAllowed())) {
      socket.close(CloseCode.notAllowed)
      return
    }
    if (text === null) socket.ping()
    else await socket.send(text)
  }
  socket.close(CloseCode.goingAway)
}
