import { invalidParameter } from '../../domain/field-problem.ts'
import { createZak, usualZakLifeMs } from '../../domain/zak.ts'
import type { Ctx } from '../../http/context.ts'
import { reply } from '../../http/reply.ts'
import type { Handler } from '../../http/router.ts'
import { validationFailed } from '../../http/zoom-error.ts'
import { presentOperator } from '../../present/event-meeting.ts'
import { anyUser, queryWord, type UserRoutes } from './context.ts'
import { forgetSignIns } from './sign-ins.ts'

const yearSeconds = 365 * 86_400

/** `GET /users/{userId}/token`: `ttl` in seconds, up to a year (docs/zoom-facts.md §4). */
export function getTokenRoute(routes: UserRoutes): Handler {
  const { emulator, links } = routes
  return (context) => {
    const user = anyUser(routes, context)
    const type = queryWord(context, 'type', ['token', 'zak', 'onbehalf'], 'token')
    const expiresAt = emulator.clock.now() + (readTtlMs(context) ?? usualZakLifeMs(user))
    if (type === 'zak') return reply(200, { token: createZak(links, user, expiresAt) })
    const meetingId = context.req.query('meeting_id')
    if (type === 'onbehalf' && !/^\d{9,11}$/.test(meetingId ?? ''))
      throw validationFailed([invalidParameter('meeting_id')])
    const said = type === 'onbehalf' ? `onbehalf ${user.id} ${meetingId}` : `token ${user.id}`
    return reply(200, { token: links.sign(said, expiresAt) })
  }
}

/** `GET /users/me/zak` */
export function getZakRoute({ emulator, links }: UserRoutes): Handler {
  return (context) => {
    const { user } = context.env.caller
    return reply(200, { token: createZak(links, user, emulator.clock.now() + usualZakLifeMs(user)) })
  }
}

/** `DELETE /users/{userId}/token`: signed out everywhere, so that apps, start links and zaks of before are over. */
export function revokeTokenRoute(routes: UserRoutes): Handler {
  const { emulator } = routes
  return (context) => {
    const { caller } = context.env
    const user = anyUser(routes, context)
    emulator.store.transaction(() => {
      // The account's own apps stand for the account, whoever owns it.
      if (user.id !== caller.account.ownerId) forgetSignIns(emulator.store, user)
      emulator.store.users.put({ ...user, signOuts: (user.signOuts ?? 0) + 1 })
    })
    emulator.events.publish('user.updated', user.accountId, () => ({
      ...presentOperator(caller.user),
      operation: 'sign_out_everywhere',
      time_stamp: emulator.clock.now(),
      object: { id: user.id, email: user.email },
    }))
    return reply(204)
  }
}

function readTtlMs(context: Ctx): number | undefined {
  const text = context.req.query('ttl')
  if (!text) return undefined
  const seconds = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN
  if (!(seconds >= 1 && seconds <= yearSeconds)) throw validationFailed([invalidParameter('ttl')])
  return seconds * 1000
}
