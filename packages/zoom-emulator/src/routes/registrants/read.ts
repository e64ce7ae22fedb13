import { invalidParameter } from '../../domain/field-problem.ts'
import { type RegistrantStatus, statusOf } from '../../domain/registrant.ts'
import type { Ctx } from '../../http/context.ts'
import { paginate } from '../../http/paging.ts'
import { reply } from '../../http/reply.ts'
import type { Handler } from '../../http/router.ts'
import { userNotFound, validationFailed } from '../../http/zoom-error.ts'
import { presentRegistrant } from '../../present/registrant.ts'
import type { RegistrantRoutes } from './dialect.ts'
import { askedDate, findRegistrable, registrantById, registrantsOf } from './find-registrants.ts'

const statuses: readonly RegistrantStatus[] = ['approved', 'pending', 'denied']

/** `GET …/registrants`: those of one status, the approved ones by default; of a series those of one date, when one is asked for. */
export function listRegistrantsRoute(routes: RegistrantRoutes): Handler {
  const { emulator, dialect } = routes
  return (context) => {
    const { meeting } = findRegistrable(routes, context)
    const status = readStatus(context)
    const date = askedDate(context, meeting)
    const source = context.req.query('tracking_source_id') || undefined
    const { listLag, clock } = emulator
    const rows = listLag
      .visible(registrantsOf(emulator, meeting), ({ id }) => id, clock.now())
      .filter(
        (registrant) =>
          statusOf(registrant, date) === status && (source === undefined || registrant.person.source_id === source),
      )
    const list = `registrants ${meeting.id} ${status} ${date} ${source}`
    const page = paginate(context, emulator, list, rows, ({ number }) => [number, 0])
    return reply(200, {
      ...page.fields,
      registrants: page.rows.map((registrant) => ({
        ...presentRegistrant(meeting, registrant, emulator.baseUrl(), status),
        ...dialect.more(registrant),
      })),
    })
  }
}

/** `GET …/registrants/{registrantId}`; nobody of that id is 404/1001. */
export function getRegistrantRoute(routes: RegistrantRoutes): Handler {
  const { emulator, dialect } = routes
  return (context) => {
    const { meeting } = findRegistrable(routes, context)
    const date = askedDate(context, meeting)
    const id = context.req.param('registrantId') ?? ''
    const registrant = registrantById(emulator, meeting, id)
    const status = registrant && statusOf(registrant, date)
    if (!status) throw userNotFound(id)
    return reply(200, {
      ...presentRegistrant(meeting, registrant, emulator.baseUrl(), status),
      ...dialect.more(registrant),
    })
  }
}

function readStatus(context: Ctx): RegistrantStatus {
  const asked = context.req.query('status') || 'approved'
  const status = statuses.find((known) => known === asked)
  if (!status) throw validationFailed([invalidParameter('status')])
  return status
}
