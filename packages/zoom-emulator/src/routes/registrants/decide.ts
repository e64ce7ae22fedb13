import type { Meeting, User } from '../../domain/entities.ts'
import { decide, type Registrant, type RegistrantAction, statusOf } from '../../domain/registrant.ts'
import { parseDecision } from '../../domain/registrant-fields.ts'
import { registrationIsOn } from '../../domain/registration.ts'
import { registrantLimitReached } from '../../http/rate-limit-error.ts'
import { readJson } from '../../http/read-json.ts'
import { reply } from '../../http/reply.ts'
import type { Handler } from '../../http/router.ts'
import { userNotFound, ZoomApiError } from '../../http/zoom-error.ts'
import { orRefuse } from '../meetings/context.ts'
import type { RegistrantRoutes } from './dialect.ts'
import { askedDate, findRegistrable, registrantById, registrantsByEmail, registrantsOf } from './find-registrants.ts'
import { publishRegistration } from './publish.ts'

/** `PUT …/registrants/status`: one decision about up to 30 registrants, or about none where one of them is unknown (404/1001). */
export function decideRoute(routes: RegistrantRoutes): Handler {
  const { emulator } = routes
  return async (context) => {
    const body = await readJson(context)
    const { meeting } = findRegistrable(routes, context)
    const date = askedDate(context, meeting)
    const { action, registrants: names } = orRefuse(parseDecision(body, emulator.switches.coerceText))
    const meant = new Map(names.flatMap((name) => named(routes, meeting, name)).map((one) => [one.id, one]))
    const registrants = [...meant.values()]
    requireRoom(routes, meeting, registrants, action)
    for (const { id } of registrants) countDecision(routes, id)
    carryOut(routes, meeting, registrants, { action, date, operator: context.env.caller.user })
    return reply(204)
  }
}

/** `DELETE …/registrants/{registrantId}`: every refusal is a 400 here, whatever its code (docs/zoom-facts.md §5.1). */
export function deleteRegistrantRoute(routes: RegistrantRoutes): Handler {
  const { emulator, dialect } = routes
  return (context) => {
    const { meeting } = asBadRequest(() => findRegistrable(routes, context, dialect.requireHostToDelete))
    if (!registrationIsOn(meeting)) throw dialect.offToDelete(meeting.id)
    const date = askedDate(context, meeting)
    const id = context.req.param('registrantId') ?? ''
    const registrant = registrantById(emulator, meeting, id)
    if (!registrant || !statusOf(registrant, date)) throw dialect.unknownToDelete(id)
    carryOut(routes, meeting, [registrant], { action: 'cancel', date, operator: context.env.caller.user })
    return reply(204)
  }
}

function named({ emulator }: RegistrantRoutes, meeting: Meeting, name: string): Registrant[] {
  const byId = registrantById(emulator, meeting, name)
  const registrants = byId ? [byId] : registrantsByEmail(emulator, meeting, name)
  if (registrants.length === 0) throw userNotFound(name)
  return registrants
}

function requireRoom(
  { emulator, dialect }: RegistrantRoutes,
  meeting: Meeting,
  chosen: readonly Registrant[],
  action: RegistrantAction,
): void {
  if (action !== 'approve') return
  const approved = new Set([
    ...registrantsOf(emulator, meeting).filter(({ status }) => status === 'approved'),
    ...chosen,
  ])
  if (approved.size > dialect.capacity(meeting)) throw dialect.fullAtApproval()
}

/** 10 times a day for each (docs/zoom-facts.md §3.2). */
function countDecision({ emulator }: RegistrantRoutes, id: string): void {
  const { limits, clock, switches } = emulator
  const now = clock.now()
  if (!limits.registrantDecisions.take(id, now) && switches.limits !== 'off') throw registrantLimitReached(now)
}

const changes = { approve: 'approved', deny: 'denied', cancel: 'cancelled' } as const

interface Decided {
  readonly action: RegistrantAction
  /** `undefined`: every date. */
  readonly date: string | undefined
  readonly operator: User
}

function carryOut(
  routes: RegistrantRoutes,
  meeting: Meeting,
  registrants: readonly Registrant[],
  { action, date, operator }: Decided,
): void {
  const { store, clock } = routes.emulator
  const decided = registrants.map((old) => ({ old, registrant: decide(old, action, meeting, date, clock.now()) }))
  store.transaction(() => {
    for (const { registrant } of decided) store.registrants.put(registrant)
  })
  for (const { old, registrant } of decided)
    if (isChanged(old, registrant, date)) publishRegistration(routes, meeting, registrant, changes[action], operator)
}

/** Whether something else stands of the registrant now: all in all, or on any of the dates that were chosen. */
function isChanged(old: Registrant, registrant: Registrant, date: string | undefined): boolean {
  const dates = date === undefined ? (old.dates ?? []).map(({ occurrenceId }) => occurrenceId) : []
  return [date, ...dates].some((one) => statusOf(registrant, one) !== statusOf(old, one))
}

function asBadRequest<T>(find: () => T): T {
  try {
    return find()
  } catch (error) {
    if (error instanceof ZoomApiError && error.status === 404) throw new ZoomApiError(400, error.code, error.message)
    throw error
  }
}
