import type { User } from '../../domain/entities.ts'
import { invalidParameter } from '../../domain/field-problem.ts'
import { type Attendance, countAttendance, minutesHeld } from '../../domain/life/attendance.ts'
import { kindOf } from '../../domain/meeting-kind.ts'
import type { Ctx } from '../../http/context.ts'
import type { Caller, Emulator } from '../../http/env.ts'
import { paginate } from '../../http/paging.ts'
import { reply } from '../../http/reply.ts'
import type { Handler } from '../../http/router.ts'
import { validationFailed, ZoomApiError } from '../../http/zoom-error.ts'
import type { PastInstance } from '../../present/past-meeting.ts'
import { isPast } from '../past-meetings/find-instance.ts'
import { isWithin, type Period, readPeriod, requireReports } from './period.ts'

/** `GET /report/daily`: what an account did on each day of a month, which is one of the last six. */
export function reportDailyRoute(emulator: Emulator): Handler {
  return (context) => {
    requireReports(context)
    const { year, month } = readMonth(context, emulator.clock.now())
    const users = usersOf(emulator, context.env.caller)
    const days = new Date(Date.UTC(year, month, 0)).getUTCDate()
    const dates = Array.from({ length: days }, (_, day) => {
      const startAt = Date.UTC(year, month - 1, day + 1)
      const span = { startAt, endAt: startAt + 86_400_000 }
      const held = users.map((user) => activityOf(emulator, user, span))
      const total = addUp(held)
      return {
        date: new Date(startAt).toISOString().slice(0, 10),
        new_users: users.filter(({ createdAt }) => isWithin(createdAt, span)).length,
        meetings: total.meetings,
        participants: total.participants,
        meeting_minutes: total.minutes,
      }
    })
    return reply(200, { year, month, dates })
  }
}

/** `GET /report/users`: who held meetings in a period, or who did not. */
export function reportUsersRoute(emulator: Emulator): Handler {
  return (context) => {
    requireReports(context)
    const period = readPeriod(context)
    const type = context.req.query('type') || 'active'
    if (type !== 'active' && type !== 'inactive') throw validationFailed([invalidParameter('type')])
    const rows = usersOf(emulator, context.env.caller)
      .map((user) => ({ user, activity: activityOf(emulator, user, period) }))
      .filter(({ activity }) => activity.meetings > 0 === (type === 'active'))
    const list = `report users ${context.env.caller.account.id} ${type} ${period.from} ${period.to}`
    const page = paginate(context, emulator, list, rows, ({ user }) => [emulator.store.numberOf.users(user.id), 0])
    const total = addUp(rows.map(({ activity }) => activity))
    return reply(200, {
      ...page.fields,
      from: period.from,
      to: period.to,
      total_meetings: total.meetings,
      total_participants: total.participants,
      total_meeting_minutes: total.minutes,
      users: page.rows.map(({ user, activity }) => presentUser(user, activity)),
    })
  }
}

/** Meetings held, everybody who was in them, and how long they lasted. */
type Activity = Attendance & { readonly meetings: number }

function activityOf({ store }: Emulator, user: User, span: Pick<Period, 'startAt' | 'endAt'>): Activity {
  const held = [...store.instancesOfHost(user.id)]
    .filter(isPast)
    .filter((instance) => kindOf(instance) === 'meeting' && isWithin(instance.startedAt, span))
  const attendance = (instance: PastInstance) =>
    countAttendance(store.participantsOfInstance(instance.uuid), instance.endedAt)
  return addUp(
    held.map((instance) => ({
      meetings: 1,
      participants: attendance(instance).participants,
      minutes: minutesHeld(instance, instance.endedAt),
    })),
  )
}

function addUp(all: readonly Activity[]): Activity {
  const sum = (name: keyof Activity) => all.reduce((total, one) => total + one[name], 0)
  return { meetings: sum('meetings'), participants: sum('participants'), minutes: sum('minutes') }
}

function presentUser(user: User, { meetings, participants, minutes }: Activity): object {
  return {
    id: user.id,
    email: user.email,
    user_name: user.displayName,
    type: user.type,
    dept: user.department,
    meetings,
    participants,
    meeting_minutes: minutes,
  }
}

function usersOf({ store }: Emulator, { account }: Caller): User[] {
  return [...store.users.values()].filter(({ accountId }) => accountId === account.id)
}

/** The month that is asked for, in UTC; the running one where none is. */
function readMonth(context: Ctx, now: number): { year: number; month: number } {
  const today = new Date(now)
  const read = (name: string, byDefault: number, min: number, max: number) => {
    const text = context.req.query(name)
    const value = text ? Number(text) : byDefault
    if (Number.isInteger(value) && value >= min && value <= max) return value
    throw validationFailed([invalidParameter(name)])
  }
  const year = read('year', today.getUTCFullYear(), 2011, 9999)
  const month = read('month', today.getUTCMonth() + 1, 1, 12)
  const age = (today.getUTCFullYear() - year) * 12 + today.getUTCMonth() + 1 - month
  if (age >= 0 && age < 6) return { year, month }
  const message = 'Daily report can only be provided for a month that falls within the recent 6 months.'
  throw new ZoomApiError(400, 300, message)
}
