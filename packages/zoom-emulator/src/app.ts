import { Hono } from 'hono'
import { authenticate } from './http/authenticate.ts'
import type { Emulator, Env, Routes } from './http/env.ts'
import { ZoomApiError } from './http/zoom-error.ts'
import { meetingRoutes } from './routes/meetings.ts'
import { oauthRoutes } from './routes/oauth.ts'

/** The whole emulator as one fetch-style application: `/oauth/*`, `/v2/*` and the pages. */
export function createApp(emulator: Emulator): Routes {
  const app: Routes = new Hono<Env>()
  app.use('*', async (context, next) => {
    await next()
    context.header('x-zm-trackingid', `v=2.0;clid=emulated;rid=${emulator.ids.secret(12)}`)
  })
  app.onError((error, context) => {
    if (error instanceof ZoomApiError) return context.json(error.toBody(), error.status as 400)
    throw error
  })
  app.notFound((context) => context.json({ code: 2300, message: 'This API endpoint is not recognized.' }, 404))
  oauthRoutes(app, emulator)
  app.use('/v2/*', authenticate(emulator))
  meetingRoutes(app, emulator)
  return app
}
