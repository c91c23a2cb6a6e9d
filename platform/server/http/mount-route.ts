import type { BlobReader } from '@filmjacket/bytes'
import type { FastifyInstance, FastifyReply, FastifyRequest, FastifySchema } from 'fastify'
import { admits, type Allow, type Caller } from '../auth/caller.ts'
import { faultOf, type Log } from '../log.ts'
import { Problem } from './problem.ts'
import { takenInTime } from './body-time.ts'
import type { MediaInput, Route, RouteInput, Visit } from './route.ts'
import { serveEvents, type LiveEvent } from './serve-events.ts'
import { serveExtents, type Served } from './serve-extents.ts'
import { serveSocket, type SocketTexts } from './serve-socket.ts'
import { serveStream, type Streamed } from './serve-stream.ts'

export const SESSION_COOKIE = 'filmjacket_session'

/** Longer than any browser's own name. */
const AGENT_MAX = 512

/** In which notices are written. */
const LANGUAGES: readonly string[] = ['en', 'nl', 'fr']

/** What every route of a server shares. */
export interface Mounting {
  readonly blobs: BlobReader
  readonly log: Log
  /** The site is reached by https, directly or through a proxy. */
  readonly secure: boolean
  /** Who holds this session token. */
  readonly recognize: (token: string) => Promise<Caller>
  /** Which program holds this token. Without it, no program is let in. */
  readonly recognizeProgram?: (token: string) => Promise<Caller>
}

/** Turns a route into Fastify's terms: recognize, admit, validate, call, answer. */
export function mountRoute(app: FastifyInstance, route: Route<never>, service: unknown, mounting: Mounting): void {
  const { method, url, allow, callsPerMinute, bodyIdleMs, bodyBytes } = route
  const rateLimit = callsPerMinute === undefined ? {} : { rateLimit: { max: callsPerMinute, timeWindow: '1 minute' } }
  app.route({
    method,
    url,
    schema: schemaOf(route),
    ...(bodyBytes === undefined ? {} : { bodyLimit: bodyBytes }),
    config: { ...rateLimit, ...(bodyIdleMs === undefined ? {} : { bodyIdleMs }) },
    // Who may not come in learns nothing of what would have been valid.
    onRequest: async (request) => {
      const caller = await callerOf(request, mounting)
      admit(allow, caller)
      request.caller = caller
    },
    handler: (request, reply) => answering(route, service, mounting, { request, reply }),
  })
}

interface Connection {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}

async function answering(route: Route<never>, service: unknown, mounting: Mounting, { request, reply }: Connection) {
  const handle = route.handle.bind(route) as (service: unknown, input: unknown) => Promise<unknown>
  const visit = visitOf(request, reply, mounting)
  if (route.kind === 'media') {
    const answer = (await handle(service, mediaInputOf(route, visit, request))) as Served | Streamed | undefined
    if (answer === undefined) return reply.code(204).send()
    return 'list' in answer ? serveExtents(request, reply, mounting, answer) : serveStream(reply, answer)
  }
  const { params, query, body } = request
  const answer = await handle(service, { ...visit, params, query, body } satisfies RouteInput<unknown, unknown, unknown>)
  if (route.kind === 'bytes') return serveExtents(request, reply, mounting, answer as Served)
  if (route.kind === 'events') return serveEvents(reply, answer as AsyncIterable<LiveEvent>)
  if (route.kind === 'socket') {
    const isStillAllowed = async () => admits(route.allow, await callerOf(request, mounting)) === 'in'
    const onFault = (fault: unknown) => mounting.log.error({ ...faultOf(fault), route: route.url }, 'request failed')
    return serveSocket({ request, reply, isStillAllowed, onFault }, answer as SocketTexts)
  }
  reply.header('cache-control', 'private, no-store')
  return answer === undefined ? reply.code(204).send() : answer
}

function mediaInputOf({ bodyIdleMs }: Route<never>, visit: Visit, request: FastifyRequest): MediaInput<unknown> {
  const { accept, 'accept-encoding': encoding, 'content-type': contentType } = request.headers
  const hasBody = bodyIdleMs !== undefined && request.body !== undefined
  return {
    ...visit,
    params: request.params,
    query: [...new URLSearchParams(request.url.split('?')[1] ?? '')],
    headers: {
      ...(accept === undefined ? {} : { accept }),
      ...(typeof encoding === 'string' ? { acceptEncoding: encoding } : {}),
      ...(contentType === undefined ? {} : { contentType }),
    },
    origin: `${request.protocol}://${HOST.test(request.host) ? request.host : 'localhost'}`,
    body: hasBody ? takenInTime(request.raw, bodyIdleMs) : nothing(),
  }
}

/** A name or an address, with or without port; anything else is not repeated in an answer. */
const HOST = /^[\w.-]{1,253}(:\d{1,5})?$|^\[[\da-f:.]{2,45}\](:\d{1,5})?$/i

async function* nothing(): AsyncGenerator<Uint8Array, void, undefined> {
  // A request without body.
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Set before anything else of a mounted route runs. */
    caller?: Caller
  }
  interface FastifyContextConfig {
    /** The route takes its body as a stream, however long that takes. */
    bodyIdleMs?: number
  }
}

function schemaOf({ summary, params, query, body, answer, kind, allow }: Route<never>): FastifySchema {
  return {
    summary,
    description: `Allowed: ${allow.kind === 'role' ? allow.roles.join(', ') : allow.kind}.`,
    ...(params === undefined ? {} : { params }),
    ...(query === undefined ? {} : { querystring: query }),
    ...(body === undefined ? {} : { body }),
    ...(kind !== 'json' || answer === undefined ? {} : { response: { 200: answer } }),
  }
}

/** RFC 6750 §2.1. A program shows its token in each request, and has no session. */
async function callerOf(request: FastifyRequest, { recognize, recognizeProgram }: Mounting): Promise<Caller> {
  const { authorization } = request.headers
  if (authorization !== undefined && recognizeProgram !== undefined)
    return recognizeProgram(/^Bearer +([\w-]{1,128})$/i.exec(authorization)?.[1] ?? '')
  const token = request.cookies[SESSION_COOKIE]
  return token === undefined ? { kind: 'anonymous' } : recognize(token)
}

function admit(allow: Allow, caller: Caller): void {
  const admittance = admits(allow, caller)
  if (admittance === 'sign-in-first') throw new Problem('sign-in-first', 401, 'Please sign in first.')
  if (admittance === 'not-yours') throw new Problem('not-allowed', 403, 'Your account may not do this.')
}

function visitOf(request: FastifyRequest, reply: FastifyReply, { secure }: Mounting): Visit {
  const gone = new AbortController()
  reply.raw.once('close', () => gone.abort())
  const options = { path: '/', httpOnly: true, sameSite: 'strict', secure } as const
  return {
    caller: request.caller ?? { kind: 'anonymous' },
    address: request.ip,
    agent: (request.headers['user-agent'] ?? '').slice(0, AGENT_MAX),
    language: languageOf(request.headers['accept-language'] ?? ''),
    signal: gone.signal,
    startSession: (token) => void reply.setCookie(SESSION_COOKIE, token, options),
    endSession: () => void reply.clearCookie(SESSION_COOKIE, options),
  }
}

/** RFC 9110 §12.5.4, without weights: browsers list languages in the order of preference. */
function languageOf(header: string): string {
  const wanted = header.split(',').map((part) => part.trim().slice(0, 2).toLowerCase())
  return wanted.find((language) => LANGUAGES.includes(language)) ?? 'en'
}
