/**
 * Requests that want another protocol: those for a WebSocket go to the routes as any other, all else is answered as if it had not asked.
 *
 * @module
 */
import { ServerResponse, type IncomingMessage, type Server } from 'node:http'
import type { Socket } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { accept, type ListeningSocket } from './websocket.ts'

/** At the same time. */
const SOCKETS_MAX = 500

/** What came behind the request of a WebSocket. */
const heads = new WeakMap<IncomingMessage, Buffer>()

export function routeUpgrades(app: FastifyInstance): void {
  const open = new Set<Socket>()
  app.server.on('upgrade', (request: IncomingMessage, socket: Socket, head: Buffer) => {
    if (!wantsWebSocket(request)) answerPlainly(app.server, request, socket, head)
    else if (open.size >= SOCKETS_MAX) socket.end('HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\n\r\n')
    else {
      open.add(socket)
      socket.on('close', () => open.delete(socket)).on('error', () => socket.destroy())
      heads.set(request, head)
      const response = new ServerResponse(request)
      response.shouldKeepAlive = false
      response.assignSocket(socket)
      response.on('finish', () => socket.end())
      app.routing(request, response)
    }
  })
  // They are no longer the server's, which would wait for them.
  app.addHook('preClose', (done) => {
    for (const socket of open) socket.destroy()
    done()
  })
}

/** Null where the request is none for a WebSocket. The response must have been given up. */
export function openWebSocket(request: IncomingMessage): ListeningSocket | null {
  const head = heads.get(request)
  return head === undefined ? null : accept(request, head)
}

function wantsWebSocket({ headers: { upgrade = '' } }: IncomingMessage): boolean {
  return upgrade.toLowerCase() === 'websocket'
}

const OF_UPGRADE: readonly string[] = ['upgrade', 'connection', 'http2-settings']

/** Clients that offer HTTP/2 in passing: their request is read once more, without the offer. RFC 9110 §7.8. */
function answerPlainly(server: Server, { method = '', url = '', rawHeaders }: IncomingMessage, socket: Socket, head: Buffer): void {
  const lines = [`${method} ${url} HTTP/1.1`]
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const [name = '', value = ''] = rawHeaders.slice(at, at + 2)
    if (!OF_UPGRADE.includes(name.toLowerCase())) lines.push(`${name}: ${value}`)
  }
  if (head.length > 0) socket.unshift(head)
  socket.unshift(Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'))
  server.emit('connection', socket)
}
