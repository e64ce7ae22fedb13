import type { OperationName } from '../generated/operations.ts'
import { requireScopes } from './authorize.ts'
import type { Ctx, Routes } from './context.ts'
import type { Emulator } from './env.ts'
import { limitCalls } from './limit-calls.ts'
import { operationNamed } from './operations.ts'
import type { OperationReply, Reply } from './reply.ts'
import { ZoomApiError } from './zoom-error.ts'

/** Answers one operation of Zoom's API; refuses by throwing a `ZoomApiError`. */
export type Handler = (context: Ctx) => Reply | Promise<Reply>

/** Takes the handlers of operations by Zoom's name of them. Where two paths fit a request, the one that came first answers. */
export interface Router {
  on(name: OperationName, handler: Handler): void
}

const json = { 'content-type': 'application/json' }

/**
 * What holds for every operation stands here once: its scopes and limits before, the writing of its reply after.
 *
 * @param observe is told of each reply and refusal before it leaves.
 */
export function createRouter(
  app: Routes,
  emulator: Emulator,
  observe: ((reply: OperationReply) => void) | undefined,
): Router {
  return {
    on(name, handler) {
      const operation = operationNamed(name)
      if (!operation) throw new Error(`${name} is no operation of Zoom's API`)
      const write = (context: Ctx, reply: Reply): Response => {
        observe?.({ operation: name, ...reply })
        if (!reply.body) return context.body(null, reply.status)
        const text = JSON.stringify(reply.body)
        context.env.entry.answer = text
        return context.body(text, reply.status, json)
      }
      const refuse = (error: unknown): never => {
        if (error instanceof ZoomApiError) observe?.({ operation: name, status: error.status, body: error.toBody() })
        throw error
      }
      const answer = limitCalls(emulator, operation, handler)
      const [method = '', path = ''] = name.split(' ')
      app.on([method], [`/v2${path.replaceAll(/\{(\w+)\}/g, ':$1')}`], (context): Response | Promise<Response> => {
        context.env.entry.operation = name
        try {
          requireScopes(context.env.caller, operation)
          const made = answer(context)
          // A handler that does not wait is answered without waiting: that saves a third of what a plain answer costs.
          return made instanceof Promise ? made.then((reply) => write(context, reply), refuse) : write(context, made)
        } catch (error) {
          return refuse(error)
        }
      })
    },
  }
}
