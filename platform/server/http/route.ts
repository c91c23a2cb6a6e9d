/**
 * A route is data: where, whom it allows, what goes in, what comes out, and the function that decides.
 *
 * `allow` cannot be left out. Schemas validate what comes in, serialize what goes out, and are printed
 * as OpenAPI.
 *
 * @module
 */
import type { Static, TSchema } from 'typebox'
import type { AccountCaller, Allow, Caller } from '../auth/caller.ts'
import type { LiveEvent } from './serve-events.ts'
import type { Served } from './serve-extents.ts'
import type { SocketTexts } from './serve-socket.ts'
import type { Streamed } from './serve-stream.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** The only things of the connection that a route may touch. */
export interface Visit {
  readonly caller: Caller
  /** For throttling and audit. */
  readonly address: string
  /** As the browser, or the program, calls itself: it may say anything. */
  readonly agent: string
  /** Of the caller's browser: the first of ours that it asks for. */
  readonly language: string
  /** Sets the session cookie. */
  readonly startSession: (token: string) => void
  readonly endSession: () => void
  /** Aborted when the client goes away. */
  readonly signal: AbortSignal
}

export interface RouteInput<P, Q, B> extends Visit {
  readonly params: P
  readonly query: Q
  readonly body: B
}

interface RouteHead {
  readonly method: Method
  readonly url: string
  readonly summary: string
  readonly allow: Allow
  /** At most so many calls a minute from one address. */
  readonly callsPerMinute?: number
  /** The longest body in JSON: 64 KiB, unless told. */
  readonly bodyBytes?: number
}

interface JsonRouteOf<S, P extends TSchema, Q extends TSchema, B extends TSchema, A extends TSchema> extends RouteHead {
  readonly params?: P
  readonly query?: Q
  readonly body?: B
  /** Without it the answer is 204. */
  readonly answer?: A
  handle(service: S, input: RouteInput<Static<P>, Static<Q>, Static<B>>): Promise<Static<A>>
}

/** Answers with bytes; HEAD and Range come along. */
interface BytesRouteOf<S, P extends TSchema> extends RouteHead {
  readonly method: 'GET'
  readonly params?: P
  handle(service: S, input: RouteInput<Static<P>, unknown, unknown>): Promise<Served>
}

/** What a route of many media types is told of the request. */
export interface MediaInput<P> extends Visit {
  readonly params: P
  /** In order; a name may come more than once. */
  readonly query: readonly (readonly [name: string, value: string])[]
  readonly headers: { readonly accept?: string; readonly acceptEncoding?: string; readonly contentType?: string }
  /** As the client addressed it: `https://pacs.example`. */
  readonly origin: string
  /** As it comes, for routes that take one. */
  readonly body: AsyncIterable<Uint8Array>
}

/** Answers in the media type that the client asks for, and takes any. HEAD and Range come along where the length is known. */
interface MediaRouteOf<S, P extends TSchema> extends RouteHead {
  readonly params?: P
  /** How long the client may be silent while its body comes. */
  readonly bodyIdleMs?: number
  handle(service: S, input: MediaInput<Static<P>>): Promise<Served | Streamed | undefined>
}

/** Answers with server-sent events for as long as the client listens. */
interface EventsRouteOf<S> extends RouteHead {
  readonly method: 'GET'
  handle(service: S, input: Visit): Promise<AsyncIterable<LiveEvent>>
}

/** Speaks by WebSocket for as long as the client listens. What a client says is passed over. */
interface SocketRouteOf<S, P extends TSchema> extends RouteHead {
  readonly method: 'GET'
  readonly params?: P
  handle(service: S, input: RouteInput<Static<P>, unknown, unknown>): Promise<SocketTexts>
}

/** A route whose types have been checked where it was written. */
export interface Route<S> extends RouteHead {
  readonly kind: 'json' | 'bytes' | 'media' | 'events' | 'socket'
  /** Of a route that takes its body as a stream. */
  readonly bodyIdleMs?: number
  readonly params?: TSchema
  readonly query?: TSchema
  readonly body?: TSchema
  readonly answer?: TSchema
  handle(service: S, input: never): Promise<unknown>
}

export function route<
  S, P extends TSchema = TSchema, Q extends TSchema = TSchema, B extends TSchema = TSchema, A extends TSchema = TSchema,
>(definition: JsonRouteOf<S, P, Q, B, A>): Route<S> {
  return { ...definition, kind: 'json' }
}

export function bytesRoute<S, P extends TSchema = TSchema>(definition: BytesRouteOf<S, P>): Route<S> {
  return { ...definition, kind: 'bytes' }
}

export function mediaRoute<S, P extends TSchema = TSchema>(definition: MediaRouteOf<S, P>): Route<S> {
  return { ...definition, kind: 'media' }
}

export function eventsRoute<S>(definition: EventsRouteOf<S>): Route<S> {
  return { ...definition, kind: 'events' }
}

export function socketRoute<S, P extends TSchema = TSchema>(definition: SocketRouteOf<S, P>): Route<S> {
  return { ...definition, kind: 'socket' }
}

/** The caller behind a route that lets only accounts in. */
export function accountOf(caller: Caller): AccountCaller {
  if (caller.kind !== 'account') throw new TypeError('the route let an anonymous caller in')
  return caller
}

/** Routes with the service they call. */
export interface Mounted {
  readonly routes: readonly Route<never>[]
  readonly service: unknown
}

export function mount<S>(service: S, routes: readonly Route<S>[]): Mounted {
  return { routes, service }
}
