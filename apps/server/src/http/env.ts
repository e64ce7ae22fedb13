import type { Context } from 'hono'
import type { Log } from '../log.ts'

/** What Hono knows of a request. */
export interface Env {
  Bindings: {
    /** Of `@hono/node-server`; absent when a test calls the app without a socket. */
    incoming?: { readonly socket: { readonly remoteAddress?: string | undefined } }
  }
  Variables: {
    requestId: string
    clientAddress: string
    log: Log
    /** The path of the route that answers, `/api/v1/bookings/{id}`: for metrics and the log, which shall not hold ids. */
    route: string
  }
}

export type Ctx = Context<Env>
