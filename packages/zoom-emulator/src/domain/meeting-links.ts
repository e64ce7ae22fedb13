import type { Meeting, User } from './entities.ts'
import { flatText } from './flat-text.ts'
import { kindOf } from './meeting-kind.ts'
import type { Registrant } from './registrant.ts'

/** The id by which people join: the host's personal one where the meeting uses that. */
export function joinId({ id, usePmi }: Meeting, host: Pick<User, 'pmi'>): number {
  return usePmi ? host.pmi : id
}

/** Zoom's links of a meeting, on the emulator's own address (docs/zoom-facts.md §8). */
export function joinUrl(baseUrl: string, meeting: Meeting, host: Pick<User, 'pmi'>): string {
  const pwd = meeting.plainLink ? '' : meeting.encryptedPassword
  return flatText(baseUrl, '/j/', joinId(meeting, host), pwd && '?pwd=', pwd)
}

/** The link with which the host starts it; the zak lives 2 hours. */
export function startUrl(baseUrl: string, meeting: Meeting, zak: string): string {
  return flatText(baseUrl, '/s/', meeting.id, '?zak=', zak)
}

/** A link that carries the name of who was invited. */
export function invitedUrl(baseUrl: string, meeting: Meeting, token: string): string {
  return `${baseUrl}/w/${meeting.id}?tk=${token}${meeting.encryptedPassword && `&pwd=${meeting.encryptedPassword}`}`
}

/** The link of one registrant: it holds who they are, and lasts as long as they are registered. */
export function registrantUrl(baseUrl: string, meeting: Meeting, { id, linkSecret }: Registrant): string {
  return invitedUrl(baseUrl, meeting, `${id}.${linkSecret}`)
}

/** Where people register. */
export function registrationUrl(baseUrl: string, meeting: Meeting): string {
  return `${baseUrl}/${kindOf(meeting)}/register/${meetingToken(meeting)}`
}

/** The calendar file of a series; who has the join link may have it. */
export function icsUrl(baseUrl: string, meeting: Meeting): string {
  return `${baseUrl}/meeting/${meetingToken(meeting)}/ics?icsToken=${meeting.encryptedPassword || 'open'}`
}

/** The id as the links of §7 hide it. */
function meetingToken({ id }: Meeting): string {
  return `t${Buffer.from(String(id)).toString('base64url')}`
}

/** The id in such a token. */
export function idFromMeetingToken(token: string): number {
  return Number(Buffer.from(token.slice(1), 'base64url').toString())
}

/** 11 digits 3-4-4, 10 digits 3-3-4, 9 digits 3-3-3 (docs/zoom-facts.md §7). */
export function formatMeetingId(id: number): string {
  const digits = String(id)
  const middle = digits.length === 11 ? 7 : 6
  return `${digits.slice(0, 3)} ${digits.slice(3, middle)} ${digits.slice(middle)}`
}
