import { invalidInput } from '../errors.ts'
import { type Language, requireLanguage } from '../invitation/language.ts'
import { contentLine } from './content-line.ts'

/** Somebody in a calendar entry. */
export interface CalendarPerson {
  readonly email: string
  readonly name?: string | undefined
}

/** What the file is for (RFC 5546): to tell people of a meeting, to invite them by name, or to call a meeting off. */
export type CalendarMethod = 'PUBLISH' | 'REQUEST' | 'CANCEL'

/** What a calendar file says beside the meeting itself. */
export interface CalendarOptions {
  /** The present, as a `Date` or in ms: the file says when it was written. */
  readonly now: Date | number
  /** Left out for a plain file to import; otherwise RFC 5546 wants an `organizer`, and attendees for `REQUEST` only. */
  readonly method?: CalendarMethod | undefined
  /** Names the entry for ever. Default `zoom-meeting-<id>`: a later file of the same meeting replaces this one. */
  readonly uid?: string | undefined
  /** 0 (default) for the first file of a meeting, one more with each change that is sent out. */
  readonly sequence?: number | undefined
  readonly organizer?: CalendarPerson | undefined
  readonly attendees?: readonly CalendarPerson[] | undefined
  /** Reminds that many minutes before each start. */
  readonly alarmMinutes?: number | undefined
  /** Language of the description. Default `en`. */
  readonly language?: Language | undefined
  /** Who invites, in the description. */
  readonly hostName?: string | undefined
  /** False leaves the passcode out, also of the join link. Default true. */
  readonly passcode?: boolean | undefined
}

/** The options, checked; the present in ms. */
export interface CalendarConfig extends Omit<CalendarOptions, 'now' | 'sequence' | 'language' | 'attendees'> {
  readonly now: number
  readonly sequence: number
  readonly language: Language
  readonly attendees: readonly CalendarPerson[]
}

/** Checks the options of a file with that many meetings. */
export function readOptions(options: CalendarOptions, meetings: number): CalendarConfig {
  const { method, uid, sequence = 0, organizer, attendees = [], alarmMinutes } = options
  const now = Number(options.now)
  if (!Number.isFinite(now)) throw invalidInput('now', options.now, 'Give the present: new Date().')
  if (uid !== undefined && (meetings !== 1 || !/^[\x21-\x7E]+$/.test(uid)))
    throw invalidInput('uid', uid, 'Give one printable ASCII text without blanks, for one meeting.')
  if (!Number.isInteger(sequence) || sequence < 0)
    throw invalidInput('sequence', sequence, 'Give 0, 1, 2 …: one more with each change.')
  if (alarmMinutes !== undefined && !(Number.isInteger(alarmMinutes) && alarmMinutes >= 0))
    throw invalidInput('alarmMinutes', alarmMinutes, 'Give whole minutes before the start, 0 or more.')
  if (organizer === undefined && (method !== undefined || attendees.length > 0))
    throw invalidInput('organizer', organizer, 'Give { email }, or leave method and attendees out for a plain file.')
  if (method === 'REQUEST' && attendees.length === 0)
    throw invalidInput('attendees', attendees, 'Give whom to invite, or take the method PUBLISH.')
  if (method === 'PUBLISH' && attendees.length > 0)
    throw invalidInput('attendees', attendees, 'Take the method REQUEST to invite people by name.')
  if (organizer) checkEmail('organizer.email', organizer)
  for (const [index, attendee] of attendees.entries()) checkEmail(`attendees[${index}].email`, attendee)
  return { ...options, now, sequence, attendees, language: requireLanguage(options.language ?? 'en') }
}

/** The lines of organizer and attendees. */
export function peopleLines({ organizer, attendees, method }: CalendarConfig): string[] {
  const person = (name: string, { email, name: CN }: CalendarPerson, params: Record<string, string> = {}) =>
    contentLine(name, `mailto:${email}`, { CN, ...params })
  const asked: Record<string, string> =
    method === 'CANCEL' ? {} : { ROLE: 'REQ-PARTICIPANT', PARTSTAT: 'NEEDS-ACTION', RSVP: 'TRUE' }
  return [
    ...(organizer ? [person('ORGANIZER', organizer)] : []),
    ...attendees.map((attendee) => person('ATTENDEE', attendee, asked)),
  ]
}

function checkEmail(field: string, { email }: CalendarPerson): void {
  if (!/^[^\s@\p{Cc}<>",;:\\]+@[^\s@\p{Cc}<>",;:\\]+$/u.test(email))
    throw invalidInput(field, email, 'Give an e-mail address such as ada@example.org.')
}
