import type { LabelCounter } from '../domain/limits/account-limits.ts'
import type { LimitLabel } from '../domain/limits/plan-limits.ts'
import { readMeetingId } from '../domain/path-ids.ts'
import type { OperationData } from '../generated/operations.ts'
import type { Ctx } from './context.ts'
import type { Emulator } from './env.ts'
import { hostLimitReached, labelLimitReached, limitHeaders } from './rate-limit-error.ts'
import type { Reply } from './reply.ts'
import { resolveUser } from './resolve-user.ts'
import type { Handler } from './router.ts'

/** Finds the host whose day a request uses up; `undefined` where there is none. */
type FindHost = (emulator: Emulator, context: Ctx) => string | undefined

const userOfPath: FindHost = (emulator, context) =>
  resolveUser(emulator, context.env.caller, context.req.param('userId') ?? '').id
const hostOfMeeting: FindHost = ({ store }, context) => {
  const id = readMeetingId(context.req.param('meetingId') ?? context.req.param('webinarId') ?? '')
  const meeting = id === undefined ? undefined : store.meetings.get(id)
  return meeting?.accountId === context.env.caller.account.id ? meeting.hostId : undefined
}

/** The requests that count for their host (docs/zoom-facts.md §3.2); a deletion does not. */
const hostFinders: ReadonlyMap<string, FindHost> = new Map([
  ['POST /users/{userId}/meetings', userOfPath],
  ['PATCH /meetings/{meetingId}', hostOfMeeting],
  ['POST /users/{userId}/webinars', userOfPath],
  ['PATCH /webinars/{webinarId}', hostOfMeeting],
])

/** Runs a handler behind Zoom's limits: what is one too many is refused with 429 before anything is looked at. */
export function limitCall(
  emulator: Emulator,
  { name, label }: OperationData,
  handler: Handler,
  context: Ctx,
): Reply | Promise<Reply> {
  const { limits, clock, switches } = emulator
  const now = clock.now()
  const counter = limits.counterOf(context.env.caller.account, labelOf(name, label, switches.createLabel))
  const exceeded = limits.count(counter, now)
  if (exceeded !== undefined) throw labelLimitReached(counter, exceeded, now)
  const run = () => {
    if (switches.limits !== 'off') Object.assign(context.env.headers, limitHeaders(counter, now))
    return handler(context)
  }
  const host = hostFinders.get(name)?.(emulator, context)
  return host === undefined ? run() : countForHost(emulator, counter, host, run)
}

function countForHost(
  { limits, clock, switches }: Emulator,
  counter: LabelCounter,
  host: string,
  run: () => Reply | Promise<Reply>,
): Reply | Promise<Reply> {
  const now = clock.now()
  if (!limits.hosts.take(host, now)) {
    counter.exceeded++
    if (switches.limits !== 'off') throw hostLimitReached(counter, now, switches.hostLimitHeaders)
    return run()
  }
  if (switches.hostLimitCounts === 'requests') return run()
  const giveBack = (error: unknown) => {
    limits.hosts.giveBack(host, now)
    throw error
  }
  try {
    const made = run()
    return made instanceof Promise ? made.catch(giveBack) : made
  } catch (error) {
    return giveBack(error)
  }
}

/** Where no source names a label the call counts as medium, the middle of the common ones. */
function labelOf(name: string, label: OperationData['label'], createLabel: LimitLabel): LimitLabel {
  if (name === 'POST /users/{userId}/meetings') return createLabel
  return label === 'unknown' ? 'medium' : label
}
