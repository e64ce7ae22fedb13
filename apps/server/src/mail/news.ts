import type { ReceiverRole } from './receiver.ts'

const newsKinds = [
  'booking_confirmed',
  'booking_changed',
  'booking_cancelled',
  'deputies_changed',
  'approval_asked',
  'approval_decided',
  'overrun',
] as const

export type NewsKind = (typeof newsKinds)[number]

/** A piece of news of a booking, as it lies in the outbox. */
export interface BookingNews {
  readonly kind: NewsKind
  readonly bookingId: string
  /** That it tells of; of an overrun none. */
  readonly revision: number | undefined
  /** Of the meeting that it tells of: a later one overtakes it. */
  readonly sequence: number | undefined
  /** `booking_changed`: who was among the people and is not any more. */
  readonly left: readonly Addressee[]
  /** `booking_changed`: addresses that were not among the people before. */
  readonly joined: readonly string[]
  /** Members who were no deputies before. */
  readonly named: readonly string[]
  /** `deputies_changed`: members who are no deputies any more. */
  readonly dismissed: readonly string[]
  /** `booking_confirmed`: there was another link before. */
  readonly isNewLink: boolean
  readonly decision: 'approve' | 'decline' | undefined
  /** `overrun`: the booking whose time comes. */
  readonly nextBookingId: string | undefined
}

/** Somebody who is no member, or a member. */
export type Addressee = { readonly memberId: string } | { readonly email: string; readonly name: string }

/** One mail of a piece of news: who gets it, as what. */
export interface NewsMail {
  readonly news: BookingNews
  readonly to: Addressee
  readonly as: ReceiverRole
}

export function isNewsKind(kind: string): kind is NewsKind {
  return newsKinds.some((one) => one === kind)
}

/** @throws {TypeError} for what no desk has written */
export function parseNews(kind: NewsKind, body: Readonly<Record<string, unknown>>): BookingNews {
  const { bookingId, revision, sequence, left, joined, named, dismissed, link, decision, nextBookingId } = body
  if (typeof bookingId !== 'string') throw new TypeError(`${kind} names no booking.`)
  return {
    kind,
    bookingId,
    revision: typeof revision === 'number' ? revision : undefined,
    sequence: typeof sequence === 'number' ? sequence : undefined,
    left: Array.isArray(left) ? left.map(parseAddressee) : [],
    joined: textsOf(joined),
    named: textsOf(named),
    dismissed: textsOf(dismissed),
    isNewLink: link === 'new',
    decision: decision === 'approve' || decision === 'decline' ? decision : undefined,
    nextBookingId: typeof nextBookingId === 'string' ? nextBookingId : undefined,
  }
}

function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : []
}

/** What `fanOut` has written. */
export function parseNewsMail(body: Readonly<Record<string, unknown>>): NewsMail {
  const { kind, to, as } = body
  if (typeof kind !== 'string' || !isNewsKind(kind)) throw new TypeError('The mail tells of nothing that is known.')
  return { news: parseNews(kind, body), to: parseAddressee(to), as: as as ReceiverRole }
}

function parseAddressee(value: unknown): Addressee {
  const { memberId, email, name } = (value ?? {}) as Readonly<Record<string, unknown>>
  if (typeof memberId === 'string') return { memberId }
  if (typeof email !== 'string') throw new TypeError('The mail is for nobody.')
  return { email, name: typeof name === 'string' ? name : '' }
}
