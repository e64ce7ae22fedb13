import type { Meeting, User } from '../../domain/entities.ts'
import { findOccurrence } from '../../domain/meeting-occurrence.ts'
import type { Registrant } from '../../domain/registrant.ts'
import type { Ctx } from '../../http/context.ts'
import type { Emulator } from '../../http/env.ts'
import { ZoomApiError } from '../../http/zoom-error.ts'
import { hostOf } from '../meetings/context.ts'
import type { Dialect, RegistrantRoutes } from './dialect.ts'

/** A meeting or webinar whose host may have registrants. */
export interface Registrable {
  readonly meeting: Meeting
  readonly host: User
}

/** The meeting or webinar of the path; its host is gone: 404/1001. */
export function findRegistrable(
  { emulator, dialect }: RegistrantRoutes,
  context: Ctx,
  requireHost: Dialect['requireHost'] = dialect.requireHost,
): Registrable {
  const meeting = dialect.find(emulator, context)
  const host = hostOf(emulator, meeting)
  requireHost(emulator, host)
  return { meeting, host }
}

/** The host of a meeting or webinar, who may have registrants. */
export function licensedHost({ emulator, dialect }: RegistrantRoutes, meeting: Meeting): User {
  const host = hostOf(emulator, meeting)
  dialect.requireHost(emulator, host)
  return host
}

/** Those who are registered, in the order of their coming. */
export function registrantsOf({ store }: Pick<Emulator, 'store'>, meeting: Meeting): Registrant[] {
  return Array.from(store.registrantsOf(meeting.id)).filter(isRegistered)
}

/** Who is meant by an id; `undefined` where nobody is. */
export function registrantById(
  { store }: Pick<Emulator, 'store'>,
  meeting: Meeting,
  id: string,
): Registrant | undefined {
  const registrant = store.registrants.get(id)
  return registrant?.meetingId === meeting.id && isRegistered(registrant) ? registrant : undefined
}

/** Those who are registered with an e-mail, in any case. */
export function registrantsByEmail({ store }: Pick<Emulator, 'store'>, meeting: Meeting, email: string): Registrant[] {
  return Array.from(store.registrantsByEmail(meeting.id, email)).filter(isRegistered)
}

/** The registrant whose join link has this `tk`, also where they may not come. */
export function registrantOfLink(
  { store }: Pick<Emulator, 'store'>,
  meeting: Meeting,
  tk: string,
): Registrant | undefined {
  const [id = '', secret = ''] = tk.split('.')
  const registrant = store.registrants.get(id)
  return registrant?.meetingId === meeting.id && registrant.linkSecret === secret ? registrant : undefined
}

/** The date that `occurrence_id` names; none is asked for: `undefined`; no such one: 400/3000. */
export function askedDate(context: Ctx, meeting: Meeting): string | undefined {
  const id = context.req.query('occurrence_id')
  if (!id) return undefined
  if (!findOccurrence(meeting, id)) throw invalidOccurrence()
  return id
}

export function invalidOccurrence(): ZoomApiError {
  return new ZoomApiError(400, 3000, 'Invalid occurrence_id.')
}

/** 400 with code 300 for who is no registrant. */
export function invalidRegistrantId(): ZoomApiError {
  return new ZoomApiError(
    400,
    300,
    'The value that you entered for the Registrant ID field is invalid. Enter a valid value and try again.',
  )
}

function isRegistered({ cancelledAt }: Registrant): boolean {
  return cancelledAt === undefined
}
