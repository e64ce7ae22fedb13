import type { User } from '../../domain/entities.ts'
import { invalidParameter } from '../../domain/field-problem.ts'
import { countAttendance } from '../../domain/life/attendance.ts'
import { kindOf } from '../../domain/meeting-kind.ts'
import type { Emulator } from '../../http/env.ts'
import { paginate } from '../../http/paging.ts'
import { reply } from '../../http/reply.ts'
import { resolveUser } from '../../http/resolve-user.ts'
import type { Handler } from '../../http/router.ts'
import { validationFailed } from '../../http/zoom-error.ts'
import { type PastInstance, presentPastInstance } from '../../present/past-meeting.ts'
import { isPast } from '../past-meetings/find-instance.ts'
import { isWithin, readPeriod, requireReports } from './period.ts'

/** `past`: those that the user held; `pastOne`: of these, where nobody else came; `pastJoined`: where the user was. */
const types = ['past', 'pastOne', 'pastJoined'] as const

/** `GET /report/users/{userId}/meetings`: what a user held, or joined, in a period of a month at most. */
export function reportUserMeetingsRoute(emulator: Emulator): Handler {
  return (context) => {
    const { caller } = context.env
    requireReports(context, `This is only available for paid account:${caller.account.id}.`)
    const user = resolveUser(emulator, caller, context.req.param('userId') ?? '')
    const period = readPeriod(context)
    const asked = context.req.query('type') || 'past'
    const type = types.find((known) => known === asked)
    if (!type) throw validationFailed([invalidParameter('type')])
    const past = [...instancesOf(emulator, user, type)]
      .filter((instance) => kindOf(instance) === 'meeting' && isWithin(instance.startedAt, period))
      .sort((a, b) => a.startedAt - b.startedAt)
      .map((instance, place) => ({ instance, place }))
    const list = `report ${user.id} ${type} ${period.from} ${period.to}`
    const page = paginate(context, emulator, list, past, ({ instance, place }) => [instance.startedAt, place])
    const meetings = page.rows.map(({ instance }) => presentRow(emulator, instance))
    return reply(200, { ...page.fields, from: period.from, to: period.to, meetings })
  }
}

function* instancesOf(
  { store }: Emulator,
  user: User,
  type: (typeof types)[number],
): Generator<PastInstance, undefined> {
  if (type === 'pastJoined') {
    const uuids = new Set(Array.from(store.participantsOfUser(user.id), ({ instanceUuid = '' }) => instanceUuid))
    for (const uuid of uuids) {
      const instance = store.instances.get(uuid)
      if (instance && isPast(instance)) yield instance
    }
    return
  }
  for (const instance of store.instancesOfHost(user.id)) {
    if (!isPast(instance)) continue
    const { participants } = countAttendance(store.participantsOfInstance(instance.uuid), instance.endedAt)
    if (type === 'past' || participants <= 1) yield instance
  }
}

function presentRow(emulator: Emulator, instance: PastInstance): Record<string, unknown> {
  const attendance = countAttendance(emulator.store.participantsOfInstance(instance.uuid), instance.endedAt)
  const { dept: _, ...fields } = presentPastInstance(instance, emulator.store.users.get(instance.hostId), attendance)
  return { ...fields, source: 'Zoom' }
}
