import type { Member, RequestKey, Role } from '@convene/booking'
import type { ApiScope, ProblemCode } from '@convene/booking/contract'
import type { z } from '@hono/zod-openapi'
import type { DeskContext } from '../context.ts'
import type { Log } from '../log.ts'
import type { RequestBody } from './body.ts'
import type { Signed } from './session.ts'

/** How one operation of the API is declared: all of `/openapi.json` is made from this. One file a route. */
export interface RouteOptions<Params, Query, Body> {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete'
  /** `/api/v1/bookings/{id}` */
  readonly path: string
  readonly tag: RouteTag
  /** One line. */
  readonly summary: string
  readonly description?: string
  readonly params?: z.ZodType<Params>
  readonly query?: z.ZodType<Query>
  readonly body?: RequestBody<Body>
  /**
   * Whether it needs an `Idempotency-Key`: each method but GET does unless this says `false`, for what writes nothing (a preview) and
   * what a form sends.
   */
  readonly idempotent?: false
  /** `false`: strangers may ask as often as they like, for what is signed and comes in bursts. */
  readonly limited?: false
  readonly answers: Readonly<Record<number, RouteAnswer>>
  /** What it refuses with, beside what every route may. */
  readonly problems?: readonly ProblemCode[]
}

export type RouteTag = 'Bookings' | 'Calendar' | 'Sign-in' | 'Administration' | 'Events' | 'Desk'

export interface RouteAnswer {
  readonly description: string
  /** Absent: an answer without content. */
  readonly schema?: z.ZodType
  /** `application/json` unless said. */
  readonly type?: string
}

export interface MemberRouteOptions<Params, Query, Body> extends RouteOptions<Params, Query, Body> {
  /** What an API key needs for it; `session`: a key cannot do it at all. */
  readonly scope: ApiScope | 'session'
  /** The least role of the member; `member` unless said. */
  readonly role?: Role
}

/** What the handler of a route is given. */
export interface Call<Params, Query, Body> {
  readonly context: DeskContext
  readonly request: Request
  readonly requestId: string
  /** Who has sent it, as far as the proxies are believed. */
  readonly clientAddress: string
  readonly log: Log
  readonly params: Params
  readonly query: Query
  readonly body: Body
}

/** The same, sent by a member. */
export interface MemberCall<Params, Query, Body> extends Call<Params, Query, Body> {
  readonly signed: Signed
  readonly member: Member
  /** Of a write with an `Idempotency-Key`; with the empty key where the route needs none. */
  readonly key: RequestKey
}

export type Handle<ItsCall> = (call: ItsCall) => Promise<Response> | Response

/** A route that can be added to the app. Each handler gets what its own options have read. */
export type DeskRoute =
  | {
      readonly for: 'anybody'
      readonly options: RouteOptions<unknown, unknown, unknown>
      handle(call: Call<unknown, unknown, unknown>): Promise<Response> | Response
    }
  | {
      readonly for: 'members'
      readonly options: MemberRouteOptions<unknown, unknown, unknown>
      handle(call: MemberCall<unknown, unknown, unknown>): Promise<Response> | Response
    }

/** A route that nobody needs to be signed in for. */
export function openRoute<Params, Query, Body>(
  options: RouteOptions<Params, Query, Body>,
  handle: Handle<Call<Params, Query, Body>>,
): DeskRoute {
  return { for: 'anybody', options, handle }
}

/** A route for members: by session, or by an API key with its scope. */
export function memberRoute<Params, Query, Body>(
  options: MemberRouteOptions<Params, Query, Body>,
  handle: Handle<MemberCall<Params, Query, Body>>,
): DeskRoute {
  return { for: 'members', options, handle }
}

/** An answer with a body in JSON. */
export function json(body: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Response {
  return Response.json(body, { status, headers })
}

/** An answer without content. */
export function noContent(headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(null, { status: 204, headers })
}
