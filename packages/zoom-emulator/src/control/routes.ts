import type { MiddlewareHandler } from 'hono'
import type { Emulator, Env, Routes } from '../http/env.ts'
import { readJson } from '../http/read-json.ts'
import { ZoomApiError } from '../http/zoom-error.ts'
import type { EmulatorControl } from './control.ts'
import { lifeRoutes } from './life-routes.ts'
import { webhookControlRoutes } from './webhook-routes.ts'

/** `/_emulator/*`: the clock, a new start and a look inside, for programs that cannot reach into this process. */
export function controlRoutes(
  app: Routes,
  { store }: Emulator,
  { clock, life, reset, webhooks }: EmulatorControl,
): void {
  app.use('/_emulator/*', onlyPrograms)
  const state = () => ({
    now: new Date(clock.now()).toISOString(),
    accounts: store.accounts.size,
    apps: store.apps.size,
    users: store.users.size,
    meetings: store.meetings.size,
  })
  webhookControlRoutes(app, webhooks)
  app.get('/_emulator/state', (context) => context.json(state()))
  app.post('/_emulator/reset', (context) => {
    reset()
    return context.json(state())
  })
  app.post('/_emulator/clock', async (context) => {
    const body = await readJson(context)
    try {
      if (typeof body.advance_ms === 'number') await clock.advance(body.advance_ms)
      else if (typeof body.freeze_at === 'string') await clock.freeze(body.freeze_at)
      else if (body.freeze === true) await clock.freeze()
      else if (body.resume === true) clock.resume()
      else if (body.reset === true) clock.reset()
      else
        throw new TypeError(
          'say {"advance_ms": 60000}, {"freeze_at": "2026-12-17T10:00:00Z"}, {"freeze": true}, {"resume": true} or {"reset": true}',
        )
      return context.json(state())
    } catch (error) {
      if (!(error instanceof TypeError)) throw error
      throw new ZoomApiError(400, 300, `clock: ${error.message}.`)
    }
  })
  lifeRoutes(app, life)
}

/** A web page can send neither of these to another origin without being asked first, and nothing here answers that question. */
const onlyPrograms: MiddlewareHandler<Env> = async (context, next) => {
  const origin = context.req.header('origin')
  if (origin !== undefined && origin !== new URL(context.req.url).origin)
    throw new ZoomApiError(403, 403, 'Control calls are not open to other web pages.')
  if (context.req.header('x-convene') !== '1')
    throw new ZoomApiError(403, 403, 'Control calls need the header x-convene: 1.')
  if (context.req.method === 'POST' && !/^application\/json\b/i.test(context.req.header('content-type') ?? ''))
    throw new ZoomApiError(415, 300, 'Control calls need the header content-type: application/json.')
  await next()
}
