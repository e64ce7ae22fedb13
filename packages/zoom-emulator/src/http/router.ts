import { HonoRequest } from 'hono/request'
import type { RouterRoute } from 'hono/types'
import type { OperationData, OperationName } from '../generated/operations.ts'
import { requireScopes } from './authorize.ts'
import type { Ctx, Env } from './context.ts'
import type { Emulator } from './env.ts'
import { forHono, type IncomingRequest } from './incoming-request.ts'
import { limitCall } from './limit-calls.ts'
import { askedOperation, operationNamed } from './operations.ts'
import { headersOfRefusal, type Refusal } from './refusal.ts'
import type { OperationReply, Reply } from './reply.ts'

/** Answers one operation of Zoom's API; refuses by throwing a `ZoomApiError`. */
export type Handler = (context: Ctx) => Reply | Promise<Reply>

/** Takes the handlers of operations by Zoom's name of them. */
export interface Router {
  on(name: OperationName, handler: Handler): void
}

/** Finds the operation that a request asks for, and answers it. */
export interface OperationRouter extends Router {
  /** The operations that have a handler. */
  names(): readonly string[]
  /** `undefined` where the request is for none of them. */
  answer(request: IncomingRequest, env: Env['Bindings']): Response | Promise<Response> | undefined
}

export interface RouterParts {
  readonly emulator: Emulator
  /** Told of each reply and refusal before it leaves. */
  readonly observe: ((reply: OperationReply) => void) | undefined
  readonly respond: Respond
  readonly refusalOf: (error: unknown, request: IncomingRequest) => Refusal
}

/** Makes the answer to a caller. */
export type Respond = (body: string | null, status: number, headers: Readonly<Record<string, string>>) => Response

/** What Hono's request wants to know of its route, and nobody asks. */
const honoRoute: RouterRoute = { basePath: '', path: '', method: '', handler: () => undefined }

const json = { 'content-type': 'application/json' }

/**
 * What holds for every operation stands here once: its scopes and limits before, the writing of its reply after. Operations are
 * found in a tree of their own that all emulators share: making Hono's routes of them was half of what opening one costs.
 */
export function createRouter({ emulator, observe, respond, refusalOf }: RouterParts): OperationRouter {
  const routes = new Map<string, { readonly operation: OperationData; readonly handler: Handler }>()
  const send = (
    { method }: IncomingRequest,
    { entry, headers }: Env['Bindings'],
    status: number,
    body: object,
    more: object,
  ) => {
    entry.answer = JSON.stringify(body)
    return respond(method === 'HEAD' ? null : entry.answer, status, { ...headers, ...more })
  }
  const write = (
    operation: string,
    { status, body }: Reply,
    request: IncomingRequest,
    env: Env['Bindings'],
  ): Response => {
    observe?.({ operation, status, body })
    return body ? send(request, env, status, body, json) : respond(null, status, env.headers)
  }
  const refuse = (operation: string, error: unknown, request: IncomingRequest, env: Env['Bindings']): Response => {
    const refusal = refusalOf(error, request)
    const body = refusal.toBody()
    if (refusal === error) observe?.({ operation, status: refusal.status, body })
    return send(request, env, refusal.status, body, headersOfRefusal(refusal))
  }
  return {
    names: () => [...routes.keys()],
    on(name, handler) {
      const operation = operationNamed(name)
      if (!operation) throw new Error(`${name} is no operation of Zoom's API`)
      routes.set(name, { operation, handler })
    },
    answer(request, env) {
      const { method } = request
      const { path } = env.entry
      const asked = askedOperation(method === 'HEAD' ? 'GET' : method, path)
      const route = asked && routes.get(asked.name)
      if (!route) return undefined
      const { handler, operation } = route
      const { name } = operation
      env.entry.operation = name
      try {
        requireScopes(env.caller, operation)
        const req = new HonoRequest(forHono(request), path, [[[[handler, honoRoute], asked.parameters]]])
        const made = limitCall(emulator, operation, handler, { req, env })
        // A handler that does not wait is answered without waiting: that saves a third of what a plain answer costs.
        if (!(made instanceof Promise)) return write(name, made, request, env)
        return made
          .then((reply) => write(name, reply, request, env))
          .catch((error) => refuse(name, error, request, env))
      } catch (error) {
        return refuse(name, error, request, env)
      }
    },
  }
}
