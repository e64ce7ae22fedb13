import { BookingError } from '@convene/booking'
import type { PageFile } from '@convene/web/bundle'
import { Hono } from 'hono'
import type { DeskContext } from './context.ts'
import { answerBy } from './http/answer-route.ts'
import { checkHost } from './http/check-host.ts'
import type { Ctx, Env } from './http/env.ts'
import { securityHeaders } from './http/headers.ts'
import { HttpProblem } from './http/http-problem.ts'
import { limitBody } from './http/limit-body.ts'
import { observe } from './http/observe.ts'
import { createPageAnswers } from './http/page.ts'
import { problemOf } from './http/problem.ts'
import { formatProblemPage } from './http/problem-page.ts'
import { createRateLimits } from './http/rate-limits.ts'
import type { DeskRoute } from './http/route.ts'
import { descriptionRoutes } from './routes/desk/description.ts'
import { routes } from './routes.ts'

/** The desk over HTTP: the API, its description, and the page. */
export function createApp(context: DeskContext, page: readonly PageFile[]): Hono<Env> {
  const app = new Hono<Env>()
  const pageAnswers = createPageAnswers(page)
  const limits = createRateLimits(context.clock)
  const headers = Object.entries(securityHeaders(context.config))

  app.use(observe(context))
  app.use(async (ctx, next) => {
    await next()
    for (const [name, value] of headers) if (!ctx.res.headers.has(name)) ctx.header(name, value)
    if (!ctx.res.headers.has('cache-control')) ctx.header('cache-control', 'no-store')
  })
  app.use(checkHost(context.config))
  app.use(limitBody)
  const all: readonly DeskRoute[] = [...routes, ...descriptionRoutes(() => all)]
  for (const route of all) {
    const { method, path } = route.options
    app.on(method.toUpperCase(), pathForHono(path), async (ctx) => {
      ctx.set('route', path)
      const { requestId, clientAddress, log } = ctx.var
      return answerBy(route, context, limits, {
        request: ctx.req.raw,
        requestId,
        clientAddress,
        log,
        params: ctx.req.param(),
      })
    })
  }
  app.notFound((ctx) => {
    const answer = pageAnswers(ctx.req.raw)
    if (answer === undefined) return answerProblem(ctx, context, noRoute(ctx, all))
    ctx.set('route', 'page')
    return answer
  })
  app.onError((error, ctx) => answerProblem(ctx, context, error))
  return app
}

/** `/api/v1/bookings/{id}` → `/api/v1/bookings/:id` */
function pathForHono(path: string): string {
  return path.replaceAll(/\{(\w+)\}/g, ':$1')
}

function noRoute({ req }: Ctx, known: readonly DeskRoute[]): HttpProblem {
  const here = known.filter(({ options }) =>
    new RegExp(`^${options.path.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(req.path),
  )
  if (here.length === 0)
    return new HttpProblem('not_found_here', 'Look at /docs for the addresses that there are.', {
      field: 'path',
      value: req.path.slice(0, 200),
    })
  const allow = here.map(({ options }) => options.method.toUpperCase()).join(', ')
  return new HttpProblem('method_not_allowed', `Send one of: ${allow}.`, {
    field: 'method',
    value: req.method,
    headers: { allow },
  })
}

async function answerProblem(ctx: Ctx, { config, clock, store }: DeskContext, error: unknown): Promise<Response> {
  const { requestId, log } = ctx.var
  const names = new Map<string, string>()
  if (error instanceof BookingError && error.details.availability !== undefined)
    for (const { id, name } of await store.read(({ hosts }) => hosts.list())) names.set(id, name)
  const { problem, headers, isFault } = problemOf(error, {
    publicUrl: config.publicUrl,
    requestId,
    now: clock.now(),
    hostName: (id) => names.get(id) ?? id,
  })
  if (isFault) log.error('fault', { error })
  // Somebody looks at it in a browser: a form was sent, or an address typed.
  if (ctx.req.header('sec-fetch-mode') === 'navigate')
    return ctx.html(formatProblemPage(problem), { status: problem.status as 400, headers })
  return Response.json(problem, {
    status: problem.status,
    headers: { ...headers, 'content-type': 'application/problem+json' },
  })
}
