import type { MiddlewareHandler } from 'hono'
import type { DeskContext } from '../context.ts'
import { createClientAddressOf } from './client-address.ts'
import type { Env } from './env.ts'

/** A request id that a proxy has given is kept when it has this form. */
const idForm = /^[A-Za-z0-9._-]{8,64}$/

/** Names each request, and tells log and metrics how it ended. Nothing of its query or body is written. */
export function observe({ config, clock, createId, log, metrics }: DeskContext): MiddlewareHandler<Env> {
  const addressOf = createClientAddressOf(config.trustedProxies)
  return async (context, next) => {
    const begun = clock.now()
    const { req, env } = context
    const given = req.header('x-request-id') ?? ''
    const requestId = config.trustedProxies.length > 0 && idForm.test(given) ? given : createId()
    const clientAddress = addressOf(env?.incoming?.socket.remoteAddress, req.header('x-forwarded-for'))
    context.set('requestId', requestId)
    context.set('clientAddress', clientAddress)
    context.set('log', log.with({ requestId }))
    context.set('route', 'none')
    await next()
    context.header('x-request-id', requestId)
    const ms = clock.now() - begun
    const { status } = context.res
    const route = context.get('route')
    metrics.countRequest(req.method, route, status, ms / 1000)
    // The page's files would fill the log.
    const level = status >= 500 ? 'warn' : route === 'page' ? 'debug' : 'info'
    log[level]('request', { requestId, method: req.method, route, status, ms, clientAddress })
  }
}
