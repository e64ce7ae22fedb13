import type { HonoRequest } from 'hono'
import { HonoBase as Hono } from 'hono/hono-base'
import type { EmulatorControl } from './control/control.ts'
import { controlRoutes } from './control/routes.ts'
import { createTokenSigner } from './domain/signed-token.ts'
import type { Env, Routes } from './http/context.ts'
import type { Emulator } from './http/env.ts'
import { createFrontDoor } from './http/front-door.ts'
import { forHono, type IncomingRequest, pathOf } from './http/incoming-request.ts'
import { findOperation } from './http/operations.ts'
import { headersOfRefusal, isRefusal, type Refusal } from './http/refusal.ts'
import type { OperationReply } from './http/reply.ts'
import { createRouter, type Respond } from './http/router.ts'
import { createRoutePaths, createSegmentRouter } from './http/segment-router.ts'
import { underPrefix } from './http/under-prefix.ts'
import { ZoomApiError } from './http/zoom-error.ts'
import { pageHeaders } from './pages/layout.ts'
import { renderLostPage } from './pages/lost.ts'
import { accountRoutes } from './routes/accounts/settings.ts'
import { consoleRoutes } from './routes/console/routes.ts'
import { meetingRoutes } from './routes/meetings/routes.ts'
import { authorizeRoutes } from './routes/oauth/authorize.ts'
import { deviceRoutes } from './routes/oauth/device.ts'
import { revokeRoute } from './routes/oauth/revoke.ts'
import { tokenRoute } from './routes/oauth/token.ts'
import { pastMeetingRoutes } from './routes/past-meetings/routes.ts'
import { registrantRoutes } from './routes/registrants/routes.ts'
import { reportRoutes } from './routes/reports/routes.ts'
import { sessionRoutes } from './routes/sessions/routes.ts'
import { userRoutes } from './routes/users/routes.ts'
import { webinarRoutes } from './routes/webinars/routes.ts'

export interface AppOptions {
  readonly control: EmulatorControl
  /** Signs the tokens of links. */
  readonly linkSecret: string
  /** What comes before every path: nothing, or `/@name`. */
  readonly prefix: string
  /** Names beside the loopback ones and Zoom's to which the emulator answers. */
  readonly allowHosts: readonly string[]
  /** Makes the answers of operations. */
  readonly respond: Respond
  /** Told of each reply of an operation before it leaves. */
  readonly onReply?: ((reply: OperationReply) => void) | undefined
  /** Told of a failure that is the emulator's own fault; the caller gets a plain 500. */
  readonly onBug: (error: unknown, request: Pick<Request, 'method' | 'url'>) => void
}

/** The emulator as one fetch-style application. */
export interface App {
  fetch(request: IncomingRequest): Response | Promise<Response>
  /** The operations of the API that it has. */
  operations(): readonly string[]
}

/** The paths of pages and control: the same in every emulator. */
const pagePaths = createRoutePaths()

/** Everything that the emulator answers: `/oauth/*`, `/v2/*`, the pages and its own control. */
export function createApp(emulator: Emulator, options: AppOptions): App {
  const { control, prefix, allowHosts, respond, onReply, onBug } = options
  const ownPathOf = (request: IncomingRequest) =>
    prefix === '' ? pathOf(request) : pathOf(request).slice(prefix.length) || '/'
  const app: Routes = new Hono<Env>({ getPath: ownPathOf, router: createSegmentRouter(pagePaths) })
  const refusalOf = (error: unknown, request: Pick<Request, 'method' | 'url'>): Refusal => {
    if (isRefusal(error)) return error
    onBug(error, request)
    return new ZoomApiError(500, 500, 'The emulator has failed: this is a bug of it, not an answer of Zoom.')
  }
  app.onError((error, context) => {
    const refusal = refusalOf(error, context.req)
    const body = JSON.stringify(refusal.toBody())
    context.env.entry.answer = body
    return new Response(body, { status: refusal.status, headers: headersOfRefusal(refusal) })
  })
  app.notFound((context) => {
    const { req } = context
    if (isForPeople(req)) return context.body(renderLostPage(), 404, { ...pageHeaders })
    throw notRecognized(findOperation(req.method, req.path))
  })
  controlRoutes(app, emulator, control)
  tokenRoute(app, emulator)
  authorizeRoutes(app, emulator)
  deviceRoutes(app, emulator)
  revokeRoute(app, emulator)
  const router = createRouter({ emulator, respond, observe: onReply, refusalOf })
  const links = createTokenSigner(options.linkSecret)
  accountRoutes(router, emulator)
  userRoutes(router, app, emulator, links)
  sessionRoutes(router, app, emulator, links)
  meetingRoutes(router, app, emulator, links)
  consoleRoutes(app, emulator, control, links)
  registrantRoutes(router, app, emulator)
  webinarRoutes(router, app, emulator, links)
  pastMeetingRoutes(router, emulator)
  reportRoutes(router, emulator)

  const enter = createFrontDoor({
    emulator,
    allowHosts,
    pathOf: ownPathOf,
    // Hono's type wants what only the paths below /v2 have.
    route: (request, known) => router.answer(request, known as Env['Bindings']) ?? app.fetch(forHono(request), known),
    refuse(error, request, entry) {
      const refusal = refusalOf(error, request)
      entry.answer = JSON.stringify(refusal.toBody())
      return new Response(entry.answer, { status: refusal.status, headers: headersOfRefusal(refusal) })
    },
  })
  const operations = router.names
  if (prefix === '') return { operations, fetch: enter }
  return { operations, fetch: async (request) => underPrefix(prefix, await enter(request)) }
}

/** A browser that shows a page, not a program; what lies below `/v2` is answered as Zoom does. */
function isForPeople(req: HonoRequest): boolean {
  return !/^\/v2(?:\/|$)/.test(req.path) && (req.header('accept')?.includes('text/html') ?? false)
}

/** As Zoom says it; an operation that Zoom has and the emulator has not yet is named, so that nobody looks for a typing error. */
function notRecognized(operation: string | undefined): ZoomApiError {
  const planned = operation ? ` (Zoom has ${operation}; this emulator does not have it yet)` : ''
  return new ZoomApiError(404, 2300, `This API endpoint is not recognized.${planned}`)
}
