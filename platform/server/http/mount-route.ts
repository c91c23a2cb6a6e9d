import type { BlobReader } from '@filmjacket/bytes'
import type { FastifyInstance, FastifyReply, FastifyRequest, FastifySchema } from 'fastify'
import { admits, type Allow, type Caller } from '../auth/caller.ts'
import type { Log } from '../log.ts'
import { Problem } from './problem.ts'
import type { Route, RouteInput, Visit } from './route.ts'
import { serveEvents, type LiveEvent } from './serve-events.ts'
import { serveExtents, type Served } from './serve-extents.ts'

export const SESSION_COOKIE = 'filmjacket_session'

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
}

/** Turns a route into Fastify's terms: recognize, admit, validate, call, answer. */
export function mountRoute(app: FastifyInstance, route: Route<never>, service: unknown, mounting: Mounting): void {
  const { method, url, allow, kind, callsPerMinute } = route
  const handle = route.handle.bind(route) as (service: unknown, input: RouteInput<unknown, unknown, unknown>) => Promise<unknown>
  app.route({
    method,
    url,
    schema: schemaOf(route),
    ...(callsPerMinute === undefined
      ? {}
      : { config: { rateLimit: { max: callsPerMinute, timeWindow: '1 minute' } } }),
    // Who may not come in learns nothing of what would have been valid.
    onRequest: async (request) => {
      const caller = await callerOf(request, mounting)
      admit(allow, caller)
      request.caller = caller
    },
    handler: async (request, reply) => {
      const { params, query, body } = request
      const answer = await handle(service, { ...visitOf(request, reply, mounting), params, query, body })
      if (kind === 'bytes') return serveExtents(request, reply, mounting, answer as Served)
      if (kind === 'events') return serveEvents(reply, answer as AsyncIterable<LiveEvent>)
      reply.header('cache-control', 'private, no-store')
      return answer === undefined ? reply.code(204).send() : answer
    },
  })
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Set before anything else of a mounted route runs. */
    caller?: Caller
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

async function callerOf(request: FastifyRequest, { recognize }: Mounting): Promise<Caller> {
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
