import type { Booking, Host, Member, Occurrence, Reading } from '@convene/booking'
import { languageFrom } from '@convene/booking/languages'
import type { DeskContext } from '../context.ts'
import { openingOf } from '../present/booking.ts'
import type { MadeMeeting } from '../present/invitation-meeting.ts'
import type { Addressee, BookingNews, NewsMail } from './news.ts'
import type { Receiver } from './receiver.ts'

/** What a mail about a booking is written from, as it stands when the mail leaves. */
export interface NewsParts {
  readonly news: BookingNews
  readonly receiver: Receiver
  readonly booking: Booking
  readonly occurrences: readonly Occurrence[]
  /** Who was erased goes by the name of the desk, without an address. */
  readonly organiser: Member | undefined
  readonly host: Host | undefined
  readonly opening: 'without_host' | 'start_link' | 'own'
  /** Whether its people have been told of a link. */
  readonly isPublished: boolean
  /** What Zoom has made, with the link that people are told. */
  readonly meeting: MadeMeeting | undefined
  /** `overrun`: whose time comes. */
  readonly next: { readonly booking: Booking; readonly startsAt: number } | undefined
  /** `overrun`: whether the organiser of the next one may end the meeting. */
  readonly nextMayEnd: boolean
  readonly now: number
}

/** `undefined`: whom it is for is not there any more, or is not to be told any more. */
export async function loadNews(
  { store, keeper, clock, config }: Pick<DeskContext, 'store' | 'keeper' | 'clock' | 'config'>,
  { news, to, as }: NewsMail,
): Promise<NewsParts | undefined> {
  const now = clock.now()
  const kept = await store.read(async (reading) => {
    const booking = await reading.bookings.find(news.bookingId)
    if (booking === undefined) return undefined
    const member = await reading.members.find(booking.organiserId)
    const organiser = member?.email === '' ? { ...member, name: config.name } : member
    const person = await personOf(reading, to)
    if (person === undefined || isOutdated(booking, to, as)) return undefined
    const host = await reading.hosts.find(booking.hostId)
    const occurrences = await reading.bookings.occurrencesOf(booking.id)
    const policies = await reading.policies.get()
    const publication = await reading.publications.find(booking.id)
    const receiver: Receiver = {
      as,
      email: person.email,
      name: person.name,
      language: languageFrom([person.language ?? organiser?.language ?? 'en']),
      timeZone: person.timeZone ?? booking.timeZone,
    }
    return {
      receiver,
      booking,
      occurrences,
      organiser,
      host,
      opening: openingOf({ booking, occurrences, host, policies, now }).way,
      publication,
      next: await nextOf(reading, news, now),
      nextMayEnd: policies.nextOrganiserMayEnd,
    }
  })
  if (kept === undefined) return undefined
  const { publication, ...parts } = kept
  const made = (await keeper.status(parts.booking.meetingKey))?.meeting
  // After a change of host the meeting of before is there until the new one is, and nobody is to hear of its link any more.
  const meeting = isOn(parts.host, made?.host) ? made : undefined
  // An administrator may have taken over a link that somebody changed at Zoom.
  const link = publication?.meetingId === meeting?.id ? publication?.joinUrl : undefined
  return {
    ...parts,
    news,
    isPublished: publication !== undefined,
    meeting: meeting && { ...meeting, join_url: link ?? meeting.join_url },
    now,
  }
}

function isOn(host: Host | undefined, zoomUser: string | undefined): boolean {
  return host === undefined || zoomUser?.toLowerCase() === host.zoomUser.toLowerCase()
}

/** Whether somebody was made a deputy, or is one no more, since the mail was put into the outbox. */
function isOutdated({ deputies }: Booking, to: Addressee, as: NewsMail['as']): boolean {
  const isDeputy = 'memberId' in to && deputies.includes(to.memberId)
  return as === 'deputy' || as === 'named' ? !isDeputy : as === 'dismissed' && isDeputy
}

type Person = Pick<Member, 'email' | 'name'> & Partial<Pick<Member, 'language' | 'timeZone'>>

/** Who is a member too is written to in their own language. */
async function personOf({ members }: Reading, to: Addressee): Promise<Person | undefined> {
  if ('memberId' in to) {
    const member = await members.find(to.memberId)
    return member?.isActive === true ? member : undefined
  }
  const member = await members.findByEmail(to.email)
  return member?.isActive === true ? { ...member, name: member.name || to.name } : to
}

async function nextOf({ bookings }: Reading, { nextBookingId }: BookingNews, now: number): Promise<NewsParts['next']> {
  if (nextBookingId === undefined) return undefined
  const booking = await bookings.find(nextBookingId)
  const occurrence = (await bookings.occurrencesOf(nextBookingId)).find(({ endsAt }) => endsAt > now)
  return booking && occurrence && { booking, startsAt: occurrence.startsAt }
}
