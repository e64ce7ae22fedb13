import type { AuditedAct } from './domain/audited-act.ts'
import type { Booking, BookingState, Held, Occurrence } from './domain/booking.ts'
import type { Host } from './domain/host.ts'
import type { Member } from './domain/member.ts'
import type { Policies } from './domain/policies.ts'
import type { IdentityReading, IdentityWriting } from './ports/identity.ts'
import type { LeasedMessage, MessageEnd, OutboxMessage } from './ports/messages.ts'
import type { ListedBooking, Page, Range } from './ports/page.ts'
import type { HostBudgets, MeetingPlanner } from './ports/planner.ts'
import type { StandingReading, StandingWriting } from './ports/standing.ts'

export type {
  ApiKey,
  Session,
  SignInToken,
  SignInWay,
  TryLimit,
  TryResult,
} from './ports/identity.ts'
export type { LeasedMessage, MessageEnd, OutboxMessage } from './ports/messages.ts'
export type { ListedBooking, Page, Range } from './ports/page.ts'
export type { HostBudgets, MeetingPlanner, PlannedMeeting } from './ports/planner.ts'
export type {
  DeskFigures,
  Drift,
  DriftField,
  HostState,
  KeptMail,
  KeptNews,
  MessageProblem,
  NewsItem,
  Overrun,
  Publication,
} from './ports/standing.ts'
export type { Held }

/** What became of holding lanes. The database decides; nothing is held unless all of it is. `taken` are those of the dates asked for. */
export type HoldResult =
  | { readonly ok: true }
  | {
      readonly ok: false
      readonly reason: 'slot_taken'
      readonly taken: readonly { readonly heldFrom: number; readonly heldTo: number }[]
    }

/** What can be looked at, all of it as of one instant. */
export interface Reading extends IdentityReading, StandingReading {
  readonly hosts: {
    list(): Promise<readonly Host[]>
    find(id: string): Promise<Host | undefined>
  }
  readonly members: {
    find(id: string): Promise<Member | undefined>
    /** In upper or lower case. */
    findByEmail(email: string): Promise<Member | undefined>
    /** With `search`: those whose name or address holds it, in upper or lower case, with accents or without. */
    list(page: Page & { readonly search?: string | undefined }): Promise<readonly Member[]>
    /** Those that are active. A transaction that looks has others wait that would change one of them. */
    admins(): Promise<readonly Member[]>
  }
  readonly bookings: {
    find(id: string): Promise<Booking | undefined>
    findByMeetingKey(meetingKey: string): Promise<Booking | undefined>
    /** In the order of their starts. */
    occurrencesOf(bookingId: string): Promise<readonly Occurrence[]>
    /** A member's bookings with a date in the range, in the order of their first dates. */
    listOf(organiserId: string, range: Range, page: Page): Promise<readonly ListedBooking[]>
    /** As {@link listOf}, and those whose deputy the member is. */
    listFor(memberId: string, range: Range, page: Page): Promise<readonly ListedBooking[]>
    /** The held dates of a member that start between two instants: what a quota counts. */
    startsOf(
      organiserId: string,
      range: Range,
    ): Promise<readonly { readonly bookingId: string; readonly startsAt: number }[]>
    /** Everybody's bookings with a date in the range, in the order of their first dates. */
    listIn(range: Range, page: Page): Promise<readonly ListedBooking[]>
    /** Those that wait for a manager, in the order of their first dates. */
    listRequested(page: Page): Promise<readonly ListedBooking[]>
    /** Those that wait for Zoom (`reserved`, `unknown`), by their ids. */
    listUnsettled(page: Page): Promise<readonly Booking[]>
    /** The last thousand whose people include this address, in upper or lower case. */
    listInviting(email: string): Promise<readonly Booking[]>
    /** Those in a state that holds lanes although their last date has ended. */
    listToEnd(now: number, limit: number): Promise<readonly Booking[]>
  }
  /** What is held of the hosts between two instants, in the order of its beginning. */
  held(hostIds: readonly string[], range: Range): Promise<readonly Held[]>
  /** What is on the hosts between two instants, in the order of its starts: dates of bookings, past ones too, and meetings that are not ours. */
  calendar(hostIds: readonly string[], range: Range): Promise<readonly CalendarSlot[]>
  readonly policies: {
    /** `noPolicies` until an admin has set some. */
    get(): Promise<Policies>
  }
  readonly audit: {
    /** The oldest first, unless said. */
    list(range: Range, page: Page & { readonly order?: AuditOrder }): Promise<readonly AuditEntry[]>
  }
}

/** One thing on a lane. */
export interface CalendarSlot extends Omit<Held, 'bookingId'> {
  readonly startsAt: number
  readonly endsAt: number
  /** `undefined`: a meeting at Zoom that the desk did not make. */
  readonly booking:
    | {
        readonly id: string
        readonly date: string
        readonly title: string
        readonly state: BookingState
        readonly organiserId: string
        /** The name, while the desk keeps it. */
        readonly organiser: string | undefined
      }
    | undefined
}

/** What a transaction can do. Reads see what it has written. */
export interface Transaction extends Reading, IdentityWriting, StandingWriting {
  readonly sessions: IdentityWriting['sessions']
  readonly apiKeys: IdentityWriting['apiKeys']
  readonly news: StandingWriting['news']
  readonly mails: StandingWriting['mails']
  readonly drift: StandingWriting['drift']
  readonly hostStates: StandingWriting['hostStates']
  readonly publications: StandingWriting['publications']
  readonly overruns: StandingWriting['overruns']
  readonly zoomAway: StandingWriting['zoomAway']
  readonly hosts: Reading['hosts'] & {
    save(host: Host): Promise<void>
  }
  readonly members: Reading['members'] & {
    /** Another transaction that would change the member too waits until this one ends, so that neither writes over the other. */
    findToChange(id: string): Promise<Member | undefined>
    save(member: Member): Promise<void>
  }
  /**
   * Other transactions that look for the same booking (`find`), or count the dates of the same member (`startsOf`), wait until this
   * one ends: what was decided by the answer still holds when it is written.
   */
  readonly bookings: Reading['bookings'] & {
    /** Keeps a booking and holds its dates, at least one; `slot_taken` leaves nothing behind, and the transaction can go on. */
    add(booking: Booking, occurrences: readonly Occurrence[]): Promise<HoldResult>
    /**
     * Writes a booking over the revision that was seen (`booking.revision`; the one that is kept is one higher) and puts its dates in
     * the place of those before. Dates that stay on their lane within their old times are not in the way of a foreign meeting.
     */
    replace(
      booking: Booking,
      occurrences: readonly Occurrence[],
    ): Promise<HoldResult | { readonly ok: false; readonly reason: 'changed_meanwhile' }>
    /**
     * A state that does not hold frees the lane for good: to take it again is a `replace`. What has `ended` stays in the calendar, and
     * in what a quota counts. The revision stays.
     */
    setState(id: string, state: BookingState, changedAt: number): Promise<void>
  }
  /** Meetings at Zoom that are not ours: those of a host, whole, in the place of those before. They never push out a booking. */
  setForeign(hostId: string, meetings: readonly ForeignMeeting[]): Promise<void>
  readonly policies: Reading['policies'] & { set(policies: Policies): Promise<void> }
  readonly audit: Reading['audit'] & {
    add(entry: AuditEntry): Promise<void>
  }
  readonly outbox: {
    /** Due at once, or later. One with the same key as another is dropped. */
    add(message: OutboxMessage): Promise<void>
  }
  /**
   * A key of a client's request with the hash of that request: new, the same, or another request with the same key. It is begun and
   * ended in one transaction; another one with the same key waits for that. After 24 hours a key is new again.
   */
  readonly requests: {
    begin(
      key: RequestKey,
      now: number,
    ): Promise<{ readonly is: 'new' } | { readonly is: 'same'; readonly answer: string } | { readonly is: 'other' }>
    end(key: RequestKey, answer: string): Promise<void>
    /** Only looks, and begins nothing: for what cannot be done within one transaction. */
    find(key: RequestKey, now: number): ReturnType<Transaction['requests']['begin']>
  }
  /** Both answer with the meeting keys of the bookings that they emptied: safe creation's records of these hold topic and passcode. */
  readonly retention: {
    /** Removes what is older; a booking stays as a slot without title, agenda and people. */
    forget(before: RetentionLimits): Promise<readonly string[]>
    /**
     * Removes name and address of a member everywhere, what waits to be sent to them, and what their bookings were about; these stay as
     * slots of nobody. Of those that are still to come the keys are told when they are over.
     */
    eraseMember(id: string, now: number): Promise<readonly string[]>
  }
  /** The open transaction itself, for a journal of safe creation that stands on it: a `DatabaseSync`, or a `PoolClient`. */
  readonly connection: unknown
}

/** Until when the desk forgets, each an instant. */
export interface RetentionLimits {
  /** Bookings whose last date ended before it. */
  readonly bookings: number
  readonly audit: number
  /** Messages that were sent, or given up, and were due before it. */
  readonly messages: number
  /** Keys of clients' requests. */
  readonly requests: number
  /** Sessions, sign-in tokens, API keys and limits on tries that ended before it. */
  readonly expired: number
  readonly news: number
  /** Mails that were kept since nobody could send them. */
  readonly mails: number
}

/** A meeting at Zoom that the desk did not make. */
export interface ForeignMeeting {
  readonly zoomMeetingId: number
  readonly startsAt: number
  readonly endsAt: number
}

export type AuditOrder = 'oldest' | 'newest'

/** Who did what to which thing. Names and titles are not in it, so that it can be kept for a year. */
export interface AuditEntry {
  readonly id: string
  readonly at: number
  /** A member, or `desk`. */
  readonly by: string
  readonly what: AuditedAct
  readonly thing: string
  readonly details: Readonly<Record<string, unknown>>
}

/** A client's idempotency key, with the hash of what it asks for. */
export interface RequestKey {
  readonly memberId: string
  readonly key: string
  readonly hash: string
}

/** Where the desk keeps everything. Two engines, one contract (`test/store-contract.ts`). */
export interface Store extends AsyncDisposable {
  /** Runs `work` in one transaction: all of it is kept, or, when it throws, nothing. It may run more than once. */
  transaction<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result>
  /** Runs `work` on one snapshot of what is kept; it waits for no transaction. */
  read<Result>(work: (reading: Reading) => Promise<Result>): Promise<Result>
  /** Leases messages that are due. */
  leaseMessages(now: number, leaseUntil: number, most: number): Promise<readonly LeasedMessage[]>
  /** Ends a message. Whether the lease was still held. */
  endMessage(message: LeasedMessage, next: MessageEnd): Promise<boolean>
}

/** What the use-cases are given. */
export interface Desk {
  readonly store: Store
  readonly planner: MeetingPlanner
  readonly budgets: HostBudgets
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** A new id, which nobody can guess. */
  readonly createId: () => string
}
