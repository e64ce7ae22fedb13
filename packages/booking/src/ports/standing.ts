import type { BookingState } from '../domain/booking.ts'
import type { Role } from '../domain/member.ts'
import type { Page } from './page.ts'

/** That something is other now, for pages that look at it; never what. */
export interface NewsItem {
  readonly at: number
  readonly kind: 'booking_changed' | 'calendar_changed' | 'zoom_changed' | 'mail_kept'
  readonly bookingId?: string | undefined
  /** Whose booking it is, or who is to hear of it. */
  readonly memberId?: string | undefined
  readonly hostId?: string | undefined
}

/** News as they lie in the store, in their order. */
export interface KeptNews extends NewsItem {
  /** Higher than those of all that were written before. */
  readonly id: number
}

/** A mail that nobody sent, since there is no SMTP server. */
export interface KeptMail {
  /** The key of its message: a mail with the same one is dropped. */
  readonly id: string
  readonly at: number
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly attachments: readonly { readonly name: string; readonly type: string; readonly content: string }[]
}

/** A meeting that is not at Zoom as the desk has booked it. */
export interface Drift {
  readonly bookingId: string
  /** `undecided`: several meetings at Zoom may be it. */
  readonly is: 'changed' | 'deleted' | 'undecided'
  readonly fields: readonly DriftField[]
  readonly candidates: readonly number[]
  readonly seenAt: number
}

/** One field in which Zoom shows something else than was booked. */
export interface DriftField {
  /** Zoom's name for it: `topic`, `start_time`, `dates`. */
  readonly field: string
  readonly booked: unknown
  readonly atZoom: unknown
}

/** How a host was found at Zoom when it was looked at last. */
export interface HostState {
  readonly hostId: string
  readonly seenAt: number
  /** `may_not_host`: deactivated, say, or without a licence. */
  readonly problem: 'not_at_zoom' | 'may_not_host' | 'zoom_away' | undefined
  readonly agenda: 'shown' | 'hidden' | undefined
  /** Its user id there, by which webhooks name it; `undefined` until it was seen. */
  readonly zoomId: string | undefined
  /** Dates of meetings that the desk did not make. */
  readonly foreignMeetings: number
}

/** The one meeting at Zoom of which the people of a booking were told. */
export interface Publication {
  readonly bookingId: string
  readonly meetingId: number
  readonly joinUrl: string
  /** Of the booking, when they were told. */
  readonly revision: number
  readonly at: number
}

/** A meeting that still runs at Zoom although the next one on its lane is about to begin. */
export interface Overrun {
  readonly bookingId: string
  readonly nextBookingId: string
  readonly seenAt: number
}

/** A message that could not be sent yet, or never will. */
export interface MessageProblem {
  readonly key: string
  readonly kind: string
  readonly tries: number
  readonly problem: string
  /** When it is tried again; `undefined`: not any more. */
  readonly dueAt: number | undefined
}

/** What a monitoring system asks for. */
export interface DeskFigures {
  /** Of those that still hold lanes. */
  readonly bookings: Readonly<Partial<Record<BookingState, number>>>
  /** Since when the oldest booking waits for Zoom; `undefined`: none does. */
  readonly unsettledSince: number | undefined
  readonly messages: { readonly waiting: number; readonly failed: number }
  readonly members: Readonly<Partial<Record<Role, number>>>
}

export interface StandingReading {
  readonly news: {
    /**
     * The last thousand at most, in the order of their ids. One whose transaction took its time is seen later than younger ones: ask from
     * some seconds before, and pass over the ids that were seen.
     *
     * @param after those with a higher id too, whenever they were written: the clock of another process may be behind
     */
    since(at: number, after?: number): Promise<readonly KeptNews[]>
  }
  readonly mails: {
    /** The newest first. */
    list(page: Page): Promise<readonly KeptMail[]>
  }
  readonly drift: {
    find(bookingId: string): Promise<Drift | undefined>
    /** The oldest first. */
    list(): Promise<readonly Drift[]>
  }
  readonly hostStates: {
    list(): Promise<readonly HostState[]>
  }
  readonly publications: {
    find(bookingId: string): Promise<Publication | undefined>
  }
  readonly overruns: {
    list(): Promise<readonly Overrun[]>
  }
  readonly zoomAway: {
    /** Since when Zoom has not answered, whichever process asked it last; `undefined`: it answers. */
    since(): Promise<number | undefined>
  }
  readonly messageProblems: {
    list(page: Page): Promise<readonly MessageProblem[]>
  }
  figures(): Promise<DeskFigures>
}

export interface StandingWriting extends StandingReading {
  readonly news: StandingReading['news'] & {
    add(item: NewsItem): Promise<void>
  }
  readonly mails: StandingReading['mails'] & {
    add(mail: KeptMail): Promise<void>
  }
  readonly drift: StandingReading['drift'] & {
    set(drift: Drift): Promise<void>
    clear(bookingId: string): Promise<void>
  }
  readonly hostStates: StandingReading['hostStates'] & {
    set(state: HostState): Promise<void>
  }
  readonly publications: StandingReading['publications'] & {
    set(publication: Publication): Promise<void>
    remove(bookingId: string): Promise<void>
  }
  readonly overruns: StandingReading['overruns'] & {
    set(overrun: Overrun): Promise<void>
    clear(bookingId: string): Promise<void>
  }
  readonly zoomAway: StandingReading['zoomAway'] & {
    /** Whether that is news: it has been away since earlier otherwise. */
    begin(at: number): Promise<boolean>
    /** Whether that is news. */
    end(): Promise<boolean>
  }
}
