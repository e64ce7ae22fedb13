import type { Meeting, Occurrence } from '../entities.ts'
import { timingOf } from '../meeting-kind.ts'
import type { Guest } from './participant.ts'

/** A host's words for who may come in, and how; of a date that was changed alone the changes count. */
export type EntrySettings = Readonly<Record<string, unknown>>

/** A meeting of a Basic host is cut after so long (docs/zoom-facts.md §10, 7). */
export const basicMeetingMs: number = 40 * 60_000

/** The settings that hold at an instant: a date of a series can have its own. */
export function entrySettings(meeting: Meeting, now: number): EntrySettings {
  return { ...meeting.settings, ...dateAt(meeting, now)?.changes?.settings }
}

/** When the meeting, or the date of the series that is next or runs, begins; `undefined` for one that has no time. */
function plannedStart(meeting: Meeting, now: number): number | undefined {
  const timing = timingOf(meeting)
  if (timing === 'instant' || timing === 'anytime') return undefined
  return meeting.occurrences ? dateAt(meeting, now)?.startAt : meeting.startAt
}

/** The date of a series that is held at an instant: the first one that is not over yet; with none left the last one. */
export function dateAt({ occurrences = [] }: Meeting, now: number): Occurrence | undefined {
  const dates = occurrences.filter(({ status }) => status === 'available').sort((a, b) => a.startAt - b.startAt)
  return dates.find(({ startAt, durationMinutes }) => startAt + durationMinutes * 60_000 > now) ?? dates.at(-1)
}

/** Whether guests may begin without the host: never past a waiting room, and no earlier than `jbh_time` (§5.5). */
export function mayBeginWithoutHost(meeting: Meeting, now: number): boolean {
  const { join_before_host, waiting_room, jbh_time } = entrySettings(meeting, now)
  if (join_before_host !== true || waiting_room === true) return false
  const startAt = plannedStart(meeting, now)
  if (startAt === undefined || typeof jbh_time !== 'number' || jbh_time === 0) return true
  return now >= startAt - jbh_time * 60_000
}

/** Whether the person leads: the host, or one of `alternative_hosts`, by id or e-mail. */
export function leads(meeting: Meeting, { userId, email }: Guest): boolean {
  if (userId === undefined) return false
  if (userId === meeting.hostId) return true
  const { alternative_hosts } = meeting.settings
  if (typeof alternative_hosts !== 'string') return false
  return alternative_hosts.split(/[;,]/).some((one) => one.trim() === userId || isSame(one.trim(), email))
}

/** Whether a meeting for signed-in people lets this one in: a user of a domain that is allowed, or an exception (§5.5). */
export function mayEnter(guest: Guest, settings: EntrySettings): boolean {
  if (settings.meeting_authentication !== true || isExcepted(guest, settings)) return true
  if (guest.userId === undefined) return false
  const { authentication_domains } = settings
  if (typeof authentication_domains !== 'string' || authentication_domains.trim() === '') return true
  const domain = guest.email?.split('@')[1]
  return authentication_domains.split(/[;,]/).some((one) => isSame(one.trim(), domain))
}

/** Whether the person is sent to the waiting room first (§5.5, `waiting_room_options`). */
export function waitsInRoom(guest: Guest, meeting: Meeting, settings: EntrySettings): boolean {
  if (settings.waiting_room !== true || leads(meeting, guest)) return false
  const options = settings.waiting_room_options
  const who = fieldOf(options, 'mode') === 'custom' ? fieldOf(options, 'who_goes_to_waiting_room') : undefined
  if (who === 'users_not_in_account' || who === 'users_not_in_account_or_whitelisted_domains')
    return guest.userId === undefined
  if (who === 'users_not_on_invite') return !emailsOf(settings.meeting_invitees).some((one) => isSame(one, guest.email))
  return true
}

function isExcepted({ email }: Guest, settings: EntrySettings): boolean {
  return emailsOf(settings.authentication_exception).some((one) => isSame(one, email))
}

function emailsOf(list: unknown): string[] {
  return Array.isArray(list) ? list.flatMap((one: unknown) => String(fieldOf(one, 'email') ?? '') || []) : []
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined
}

function isSame(a: string, b: string | undefined): boolean {
  return a !== '' && a.toLowerCase() === b?.toLowerCase()
}
