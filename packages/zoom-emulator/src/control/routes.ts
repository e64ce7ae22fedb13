import type { MiddlewareHandler } from 'hono'
import type { FaultInput } from '../faults/fault.ts'
import type { Env, Routes } from '../http/context.ts'
import type { Emulator } from '../http/env.ts'
import { readJson } from '../http/read-json.ts'
import { ZoomApiError } from '../http/zoom-error.ts'
import type { ExpectedCall } from '../journal/verify.ts'
import { accountRoutes } from './account-routes.ts'
import type { EmulatorControl } from './control.ts'
import { lifeRoutes } from './life-routes.ts'
import { portalRoutes } from './portal-routes.ts'
import { told } from './told.ts'
import { webhookControlRoutes } from './webhook-routes.ts'

/** `/_emulator/*`: what `EmulatorControl` can do, for programs that cannot reach into this process. */
export function controlRoutes(app: Routes, { store }: Emulator, control: EmulatorControl): void {
  const { clock, faults, journal, webhooks } = control
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
    control.reset()
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
  lifeRoutes(app, control.life)
  portalRoutes(app, control.portal)
  app.post('/_emulator/seed', (context) =>
    told(async () => {
      control.seed(await readJson(context))
      return context.json(state())
    }),
  )
  accountRoutes(app, control.accounts)
  app.get('/_emulator/limits', (context) => context.json(control.limits()))

  app.get('/_emulator/faults', (context) => context.json({ faults: faults.list() }))
  // `add` reads it as something unknown, and refuses by name what is no fault; so does `verify` below.
  app.post('/_emulator/faults', (context) =>
    told(async () => context.json(faults.add((await readJson(context)) as unknown as FaultInput), 201)),
  )
  app.delete('/_emulator/faults', (context) => {
    faults.clear()
    return context.body(null, 204)
  })
  app.delete('/_emulator/faults/:id', (context) => {
    const id = context.req.param('id')
    if (faults.remove(id)) return context.body(null, 204)
    const ids = faults.list().map((fault) => fault.id)
    const known = ids.length === 0 ? 'none is in force' : `there are ${ids.join(', ')}`
    throw new ZoomApiError(404, 404, `There is no fault ${JSON.stringify(id)}; ${known}.`)
  })

  app.get('/_emulator/journal', (context) => context.json({ requests: journal.list() }))
  app.delete('/_emulator/journal', (context) => {
    journal.clear()
    return context.body(null, 204)
  })
  app.post('/_emulator/journal/verify', (context) =>
    told(async () => context.json(journal.verify((await readJson(context)) as unknown as ExpectedCall))),
  )
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
