import type { BookingState } from '@convene/booking'
import { composeInvitation, formatMeetingId } from '@convene/zoom/invitation'
import { calendarMethod, createBookingCalendar } from '../present/calendar-file.ts'
import { invitationMeeting, type MadeMeeting } from '../present/invitation-meeting.ts'
import type { MailAttachment, MailPart, WrittenMail } from './content.ts'
import type { NewsParts } from './load-news.ts'
import {
  bookingLink,
  type DeskName,
  fact,
  facts,
  isOvertaken,
  mailFor,
  organiserName,
  shortly,
  text,
  titleOf,
  when,
  wordsOf,
} from './mail-parts.ts'

/** There is a link, or another one. It is told as it is now, also where it was changed since. */
export function writeConfirmed(parts: NewsParts, desk: DeskName): WrittenMail | undefined {
  const { booking, meeting, news } = parts
  if (booking.state !== 'confirmed' || meeting === undefined) return undefined
  const { confirmed } = wordsOf(parts)
  return withLink(parts, desk, meeting, {
    subject: confirmed.subject(titleOf(parts), shortly(parts)),
    says: [
      isOrganiser(parts) ? confirmed.toOrganiser : confirmed.toPeople(organiserName(parts)),
      ...(news.isNewLink ? [confirmed.newLink] : []),
    ],
  })
}

const takesPlace: ReadonlySet<BookingState> = new Set(['reserved', 'unknown', 'confirmed'])

/** Only whom a link was told before needs to hear of a change; the others are told of all when there is one. */
export function writeChanged(parts: NewsParts, desk: DeskName): WrittenMail | undefined {
  const { booking, meeting, isPublished, receiver } = parts
  if (!isPublished || isOvertaken(parts)) return undefined
  if (receiver.as === 'joined') return writeConfirmed(parts, desk)
  const { changed, openBooking } = wordsOf(parts)
  const subject = changed.subject(titleOf(parts), shortly(parts))
  const says = isOrganiser(parts) ? changed.toOrganiser : changed.toPeople(organiserName(parts))
  if (booking.state === 'confirmed' && meeting !== undefined)
    return withLink(parts, desk, meeting, { subject, says: [says] })
  if (!takesPlace.has(booking.state)) return undefined
  const content = mailFor(parts, desk, {
    subject,
    title: titleOf(parts),
    parts: [
      text(says),
      facts([...when(parts), ...agendaRow(parts)]),
      text(changed.linkFollows),
      ...(isOrganiser(parts) ? [bookingLink(parts, desk, openBooking, false)] : []),
    ],
  })
  return { content, attachments: [] }
}

/** The meeting does not take place, or not with this receiver any more. */
export function writeCancelled(parts: NewsParts, desk: DeskName): WrittenMail | undefined {
  const { booking, isPublished, receiver } = parts
  // People who were never told of it need not be told that it is off.
  if (!isPublished && !isOrganiser(parts)) return undefined
  const hasLeft = receiver.as === 'left'
  if (
    hasLeft
      ? booking.people.some(({ email }) => email.toLowerCase() === receiver.email.toLowerCase())
      : booking.state !== 'cancelled'
  )
    return undefined
  const { cancelled } = wordsOf(parts)
  const says = isOrganiser(parts)
    ? cancelled.toOrganiser
    : hasLeft
      ? cancelled.toWhoLeft(organiserName(parts))
      : cancelled.toPeople(organiserName(parts))
  const content = mailFor(parts, desk, {
    subject: cancelled.subject(titleOf(parts), shortly(parts)),
    title: titleOf(parts),
    parts: [text(says), facts(when(parts))],
  })
  return { content, attachments: isPublished ? calendarFile(parts, desk, undefined) : [] }
}

function withLink(
  parts: NewsParts,
  desk: DeskName,
  meeting: MadeMeeting,
  { subject, says }: { readonly subject: string; readonly says: readonly string[] },
): WrittenMail {
  const words = wordsOf(parts)
  const rows = [
    ...when(parts),
    ...(isOrganiser(parts)
      ? [...fact(words.facts.host, parts.host?.name ?? ''), ...peopleRow(parts)]
      : fact(words.facts.organiser, organiserName(parts))),
    ...fact(words.facts.meetingId, formatMeetingId(meeting.id)),
    ...fact(words.facts.passcode, meeting.password),
    ...agendaRow(parts),
  ]
  const content = mailFor(parts, desk, {
    subject,
    title: titleOf(parts),
    parts: [
      ...says.map(text),
      { is: 'link', label: words.join, url: meeting.join_url, isMain: true },
      facts(rows),
      text(words.calendarFile),
      ...(isOrganiser(parts) ? forOrganiser(parts, desk, meeting) : []),
    ],
  })
  return { content, attachments: calendarFile(parts, desk, meeting) }
}

function forOrganiser(parts: NewsParts, desk: DeskName, meeting: MadeMeeting): MailPart[] {
  const { booking, occurrences, receiver, opening } = parts
  const { opening: ways, openBooking, toSendOn } = wordsOf(parts)
  const says = { without_host: ways.withoutHost, start_link: ways.startLink, own: ways.own }[opening]
  const invitation = composeInvitation(invitationMeeting(booking, occurrences, meeting), {
    language: receiver.language,
    hostName: organiserName(parts),
  })
  return [text(says), bookingLink(parts, desk, openBooking, false), { is: 'quote', title: toSendOn, text: invitation }]
}

/** @param meeting `undefined`: the file takes it out of the calendar */
function calendarFile(parts: NewsParts, { publicUrl }: DeskName, meeting: MadeMeeting | undefined): MailAttachment[] {
  const { booking, occurrences, organiser, receiver, now } = parts
  if (!organiser?.email || occurrences.length === 0) return []
  const { language } = receiver
  const content = createBookingCalendar({ booking, occurrences, meeting, organiser, language, publicUrl, now })
  return [{ name: 'meeting.ics', type: `text/calendar; charset=utf-8; method=${calendarMethod(meeting)}`, content }]
}

function isOrganiser({ receiver }: NewsParts): boolean {
  return receiver.as === 'organiser'
}

function agendaRow(parts: NewsParts) {
  return fact(wordsOf(parts).facts.agenda, parts.booking.agenda.trim())
}

function peopleRow(parts: NewsParts) {
  const names = parts.booking.people.map(({ email, name }) => name || email)
  return fact(wordsOf(parts).facts.people, names.join('\n'))
}
