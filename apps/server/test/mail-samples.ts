import type { Booking, Host, Member, Occurrence, Wish } from '@convene/booking'
import { datesOfMeeting } from '@convene/booking'
import type { Language } from '@convene/booking/contract'
import type { NewsParts } from '../src/mail/load-news.ts'
import type { NewsKind } from '../src/mail/news.ts'
import type { ReceiverRole } from '../src/mail/receiver.ts'

export const sampleDesk = { name: 'Springfield desk', publicUrl: 'https://desk.example.org' }
export const sampleNow: number = Date.parse('2026-12-01T08:00Z')
export const sampleMeeting = {
  id: 93580004321,
  join_url: 'https://zoom.us/j/93580004321?pwd=c2Rhbng',
  password: 'kz7-tt',
}

const mei: Member = {
  id: 'mei',
  email: 'mei@example.org',
  name: '林美玲',
  role: 'member',
  language: 'zh-TW',
  timeZone: 'Asia/Taipei',
  needsApproval: false,
  isActive: true,
}

const host: Host = {
  id: 'h',
  zoomUser: 'room-7@example.org',
  email: 'room-7@example.org',
  name: '7 號',
  plan: 'pro',
  capacity: 100,
  lanes: 1,
  bufferBefore: 0,
  bufferAfter: 0,
  timeZone: 'Asia/Taipei',
  hours: undefined,
  memberId: undefined,
  isActive: true,
}

export const weekly: Wish = {
  title: '物理討論會',
  agenda: '第一章：光\n第二章：波',
  timeZone: 'Asia/Taipei',
  start: '2026-12-18T18:00',
  minutes: 90,
  recurrence: { freq: 'weekly', interval: 1, byDay: ['friday'], end: { count: 15 } },
  exceptions: [{ date: '2026-12-25', start: undefined, minutes: undefined }],
  people: [
    { email: 'ken@example.org', name: '山田 健' },
    { email: 'ayse@example.org', name: 'Ayşe Yılmaz' },
  ],
  peopleExpected: 20,
}

export const single: Wish = { ...weekly, recurrence: undefined, exceptions: [] }

export interface Sample {
  readonly kind: NewsKind
  readonly as: ReceiverRole
  readonly language: Language
  readonly wish?: Wish
  readonly timeZone?: string
  readonly changes?: Partial<NewsParts>
  readonly news?: Partial<NewsParts['news']>
  readonly booking?: Partial<Booking>
}

/** What a mail is written from, as if it had been read from a desk. */
export function sampleParts(sample: Sample): NewsParts {
  const { kind, as, language, wish = single, timeZone = 'Asia/Taipei', changes = {} } = sample
  const states = { booking_cancelled: 'cancelled', approval_asked: 'requested', approval_decided: 'reserved' } as const
  const state = kind in states ? states[kind as keyof typeof states] : ('confirmed' as const)
  const booking: Booking = {
    ...wish,
    id: 'b-1',
    organiserId: mei.id,
    deputies: [],
    hostId: host.id,
    lane: 1,
    state,
    revision: 2,
    sequence: 1,
    meetingKey: 'b-1',
    choice: { code: 'only_free_host', values: {} },
    createdAt: sampleNow,
    changedAt: sampleNow,
    ...sample.booking,
  }
  const occurrences: Occurrence[] = datesOfMeeting(wish).dates.map((date) => ({
    ...date,
    id: date.date,
    bookingId: booking.id,
    hostId: host.id,
    lane: 1,
    heldFrom: date.startsAt,
    heldTo: date.endsAt,
    isHeld: true,
  }))
  const [first] = occurrences
  const isDeputy = as === 'deputy' || as === 'named' || as === 'dismissed'
  return {
    news: {
      kind,
      bookingId: booking.id,
      revision: booking.revision,
      sequence: booking.sequence,
      left: [],
      joined: [],
      named: [],
      dismissed: [],
      isNewLink: false,
      decision: kind === 'approval_decided' ? 'approve' : undefined,
      nextBookingId: kind === 'overrun' ? 'b-2' : undefined,
      ...sample.news,
    },
    receiver: { as, email: 'ken@example.org', name: '山田 健', language, timeZone },
    booking,
    occurrences,
    organiser: mei,
    host,
    opening: isDeputy ? 'start_link' : 'without_host',
    isPublished: true,
    meeting: sampleMeeting,
    next:
      kind === 'overrun' && first
        ? { booking: { ...booking, id: 'b-2', title: '合唱' }, startsAt: first.endsAt }
        : undefined,
    nextMayEnd: kind === 'overrun',
    now: sampleNow,
    ...changes,
  }
}
