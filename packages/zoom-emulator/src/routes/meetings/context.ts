import type { Meeting, User } from '../../domain/entities.ts'
import type { Parsed } from '../../domain/field-problem.ts'
import type { MeetingContext } from '../../domain/meeting-create.ts'
import type { TokenSigner } from '../../domain/signed-token.ts'
import type { Caller, Emulator } from '../../http/env.ts'
import { userNotFound, validationFailed } from '../../http/zoom-error.ts'
import { type MeetingView, presentMeeting } from '../../present/meeting.ts'
import { findTrackingField } from '../tracking-fields/tracking-fields.ts'

/** What every route of meetings gets. */
export interface MeetingRoutes {
  readonly emulator: Emulator
  readonly links: TokenSigner
}

/** A start link works for 2 hours (docs/zoom-facts.md §8). */
const zakLifeMs = 2 * 3_600_000

/** The value, or 400/300 with every field at fault. */
export function orRefuse<T>(parsed: Parsed<T>): T {
  if (!parsed.ok) throw validationFailed(parsed.problems)
  return parsed.value
}

/** The instant, chance and switches of this emulator. */
export function meetingContext({ clock, ids, switches }: Emulator): MeetingContext {
  return { now: clock.now(), ids, switches }
}

/** The host of a meeting that was found. */
export function hostOf({ store }: Emulator, meeting: Meeting): User {
  const host = store.users.get(meeting.hostId)
  if (!host) throw userNotFound(meeting.hostId)
  return host
}

/** The full answer about a meeting. */
export function answerMeeting(
  { emulator, links }: MeetingRoutes,
  { account }: Caller,
  meeting: Meeting,
  options: Pick<MeetingView, 'occurrence' | 'showPrevious'> = {},
): Record<string, unknown> {
  const now = emulator.clock.now()
  return presentMeeting(meeting, {
    host: hostOf(emulator, meeting),
    baseUrl: emulator.baseUrl(),
    now,
    // To the minute, so that one is made a minute, not one an answer.
    zak: links.sign(`zak ${meeting.hostId}`, Math.ceil(now / 60_000) * 60_000 + zakLifeMs),
    isInternal: (email) => emulator.store.userByEmail(account.id, email) !== undefined,
    isVisible: (field) => findTrackingField(emulator, account.id, field)?.visible ?? true,
    ...options,
  })
}
