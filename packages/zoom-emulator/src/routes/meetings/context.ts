import type { Meeting, User } from '../../domain/entities.ts'
import type { Parsed } from '../../domain/field-problem.ts'
import type { MeetingContext } from '../../domain/meeting-create.ts'
import { hidesAgenda, meetingPolicyOf } from '../../domain/meeting-policy.ts'
import type { TokenSigner } from '../../domain/signed-token.ts'
import { createZak, usualZakLifeMs } from '../../domain/zak.ts'
import type { Caller, Emulator } from '../../http/env.ts'
import { userNotFound, validationFailed } from '../../http/zoom-error.ts'
import { type MeetingView, presentMeeting } from '../../present/meeting.ts'
import { findTrackingField } from '../tracking-fields/tracking-fields.ts'

/** What every route of meetings gets. */
export interface MeetingRoutes {
  readonly emulator: Emulator
  readonly links: TokenSigner
}

/** The value, or 400/300 with every field at fault. */
export function orRefuse<T>(parsed: Parsed<T>): T {
  if (!parsed.ok) throw validationFailed(parsed.problems)
  return parsed.value
}

/** The instant, chance, switches and hosts of this emulator. */
export function meetingContext({ store, clock, ids, switches }: Emulator): MeetingContext {
  return {
    now: clock.now(),
    ids,
    switches,
    policyOf(host) {
      const account = store.accounts.get(host.accountId)
      if (!account) throw userNotFound(host.id)
      return meetingPolicyOf(account, host, switches.enforcePasscode)
    },
  }
}

/** The host of what was found; one who is gone is 404/1001. */
export function hostOf({ store }: Pick<Emulator, 'store'>, { hostId }: Pick<Meeting, 'hostId'>): User {
  const host = store.users.get(hostId)
  if (!host) throw userNotFound(hostId)
  return host
}

/** What makes a start link the host's. To the minute, so that one is made a minute, not one an answer. */
export function zakFor(links: TokenSigner, host: User, now: number): string {
  return createZak(links, host, Math.ceil(now / 60_000) * 60_000 + usualZakLifeMs(host))
}

/** The full answer about a meeting. */
export function answerMeeting(
  { emulator, links }: MeetingRoutes,
  { account }: Caller,
  meeting: Meeting,
  options: Pick<MeetingView, 'occurrence' | 'showPrevious'> = {},
): Record<string, unknown> {
  const now = emulator.clock.now()
  const host = hostOf(emulator, meeting)
  return presentMeeting(meeting, {
    host,
    baseUrl: emulator.baseUrl(),
    now,
    zak: zakFor(links, host, now),
    hidesAgenda: hidesAgenda(account),
    isInternal: (email) => emulator.store.userByEmail(account.id, email) !== undefined,
    isVisible: (field) => findTrackingField(emulator, account.id, field)?.visible ?? true,
    ...options,
  })
}
