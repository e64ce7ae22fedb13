import { EmulatorError } from '../domain/emulator-error.ts'
import type { Meeting, User } from '../domain/entities.ts'
import { kindOf } from '../domain/meeting-kind.ts'
import { isUsable } from '../domain/meeting-lifecycle.ts'
import type { Emulator } from '../http/env.ts'
import { discard, duplicate, edit, type OpenMeeting, recover, scheduleByHand } from '../routes/portal/act.ts'

/** Fields of a meeting by Zoom's names, as the API has them. */
export interface PortalMeeting {
  readonly topic?: string
  readonly agenda?: string
  readonly type?: 1 | 2 | 3 | 8 | 10
  /** Local time in `timezone`, or an instant with `Z`. */
  readonly start_time?: string
  readonly timezone?: string
  /** Minutes. */
  readonly duration?: number
  readonly password?: string
  readonly recurrence?: Readonly<Record<string, unknown>>
  readonly settings?: Readonly<Record<string, unknown>>
}

/** Who sits before the portal. */
export interface PortalPerson {
  /** Id or e-mail of a user; by default the host of the meeting, and for a new meeting the owner of the account. */
  readonly as?: string
}

/**
 * What people do with meetings in Zoom's web portal, beside every program: nothing of it counts against the limits of the API or
 * stands in the journal, `creation_source` is `web_portal`, and webhooks name the person as their operator.
 *
 * @throws EmulatorError `meeting_unknown`, `person_unknown`, `portal_refused` with the reason, or `input_invalid` with every
 * field at fault.
 *
 * @example
 * ```ts
 * import assert from 'node:assert'
 * import { createZoomClient, optionsFromEnvironment } from '@convene/zoom'
 * import { startEmulator } from '@convene/zoom-emulator'
 *
 * await using emulator = await startEmulator()
 * const zoom = createZoomClient(optionsFromEnvironment(emulator.env))
 * const { id } = await zoom.meetings.create({ topic: 'Weekly', agenda: 'Who will go' })
 * const copy = emulator.control.portal.duplicate(id)
 * assert.equal((await zoom.meetings.get({ meetingId: copy })).agenda, 'Who will go')
 * ```
 */
export interface PortalControl {
  /** Schedules a meeting, and gives its id. */
  schedule(meeting: PortalMeeting, person?: PortalPerson): number
  /**
   * Makes another meeting with the same topic, agenda, start, length, dates and settings, and gives its id. Nobody knows whether
   * Zoom copies the passcode: see the switch `portalDuplicate`.
   */
  duplicate(meetingId: number, person?: PortalPerson): number
  edit(meetingId: number, changes: PortalMeeting, person?: PortalPerson): void
  delete(meetingId: number, person?: PortalPerson): void
  /** Takes a meeting out of the trash. */
  recover(meetingId: number, person?: PortalPerson): void
}

/** The portal of one emulator. */
export function createPortalControl(emulator: Emulator): PortalControl {
  const { store, clock } = emulator
  const open = (meetingId: number, fits: (meeting: Meeting) => boolean, { as }: PortalPerson = {}): OpenMeeting => {
    const meeting = store.meetings.get(meetingId)
    const host = meeting && store.users.get(meeting.hostId)
    if (!meeting || !host || kindOf(meeting) === 'webinar' || !fits(meeting))
      throw new EmulatorError('meeting_unknown', `The portal has no meeting ${meetingId} here.`)
    return { meeting, host, person: as === undefined ? host : find(as) }
  }
  const openUsable = (meetingId: number, person?: PortalPerson) =>
    open(meetingId, (meeting) => isUsable(meeting, clock.now()), person)
  const find = (name: string): User => {
    const byId = store.users.get(name)
    if (byId) return byId
    for (const { id } of store.accounts.values()) {
      const user = store.userByEmail(id, name)
      if (user) return user
    }
    throw new EmulatorError('person_unknown', `There is no user ${JSON.stringify(name)}; give an id or an e-mail.`)
  }
  const owner = (): User => {
    const [account] = store.accounts.values()
    return find(account?.ownerId ?? '')
  }
  return {
    schedule: (meeting, { as } = {}) => scheduleByHand(emulator, as === undefined ? owner() : find(as), meeting).id,
    duplicate: (meetingId, person) => duplicate(emulator, openUsable(meetingId, person)).id,
    edit: (meetingId, changes, person) => edit(emulator, openUsable(meetingId, person), changes),
    delete: (meetingId, person) => discard(emulator, openUsable(meetingId, person)),
    recover: (meetingId, person) =>
      recover(
        emulator,
        open(meetingId, () => true, person),
      ),
  }
}
