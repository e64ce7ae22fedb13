import type { OtherTimes } from '../domain/alternatives.ts'
import type { BookingState, DateException, Person, Wish } from '../domain/booking.ts'
import type { Message } from '../domain/message.ts'
import type { Nearest, PolicyRule } from '../domain/policy-rules.ts'
import type { Recurrence } from '../domain/recurrence.ts'
import type { ZoomCost } from '../domain/zoom-cost.ts'
import type { Instant, Language, PageOf } from './common.ts'

/** What a member asks for: fields as {@link Wish}; what has a default may be left out. */
export type WishInput = Pick<Wish, 'title' | 'timeZone' | 'start' | 'minutes'> &
  Partial<Pick<Wish, 'agenda' | 'repeated' | 'recurrence' | 'peopleExpected'>> & {
    readonly people?: readonly PersonInput[]
    readonly exceptions?: readonly DateExceptionInput[]
    /** Addresses of at most five members who may start it too, where meetings are opened by the start link. */
    readonly deputies?: readonly string[]
  }

/** Somebody who is invited. */
export interface PersonInput {
  readonly email: string
  readonly name?: string
}

/** Without `start` the date is left out. */
export interface DateExceptionInput {
  readonly date: string
  readonly start?: string
  readonly minutes?: number
}

/** One date of a booking. */
export interface DateView {
  /** Its day by the rule of the series. */
  readonly date: string
  readonly startsAt: Instant
  readonly endsAt: Instant
}

/** POST /api/v1/bookings/preview with a {@link WishInput}: while it is typed. Nothing is held. */
export interface BookingPreviewView {
  readonly dates: readonly DateView[]
  readonly notes: readonly Message[]
  /** So many hosts are free, of those that the member may book. */
  readonly free: number
  readonly of: number
  readonly best: {
    readonly host: HostName
    readonly choice: Message
    readonly needsApproval: boolean
    readonly cost: ZoomCost
  } | null
  readonly refused: readonly RefusedHostView[]
  readonly refusals: readonly RefusalView[]
  /** Where no host is free. */
  readonly alternatives: AlternativesView | null
}

/** A host, as members see it. */
export interface HostName {
  readonly id: string
  readonly name: string
}

/** A host that cannot have the meeting, and why. */
export interface RefusedHostView {
  readonly host: HostName
  readonly why: Message
  /** Days by the rule. */
  readonly takenOn: readonly string[]
}

/** A rule of the desk that is broken, and what would pass it. */
export interface RefusalView {
  readonly rule: PolicyRule
  readonly says: Message
  readonly nearest: Nearest | null
}

/** What would be free instead. */
export interface AlternativesView {
  /** Other times at which the whole booking fits: each is put into the form by one click. */
  readonly starts: readonly OtherTimes[]
  /** Of a series: the host on which the fewest dates are taken, and for each of them the nearest free time of its day. */
  readonly moves: {
    readonly host: HostName
    readonly takenOn: readonly string[]
    readonly nearest: readonly DateException[]
  } | null
}

/**
 * POST /api/v1/bookings           {@link WishInput} → 201 {@link BookingView}
 * POST /api/v1/bookings/now       {@link MeetNowInput} → 201 {@link BookingView}
 * POST /api/v1/bookings/override  {@link OverrideInput} (admin) → 201 {@link BookingView}
 * GET  /api/v1/bookings?from&to&whose=mine|all&after&limit → {@link PageOf} {@link BookingSummary}; `mine`: those whose deputy one is
 *                                                               too; `all` from manager on
 * GET  /api/v1/bookings/{id}      → {@link BookingView}
 * GET  /api/v1/bookings/{id}/invitation?language → {@link InvitationView}; the organiser's alone
 * GET  /api/v1/bookings/{id}/calendar.ics?language → text/calendar; the organiser's alone
 * POST /api/v1/bookings/{id}/start    a form → 303 to Zoom's start link, never cached; for the organiser and the deputies
 * POST /api/v1/bookings/{id}/end-running → 204; ends the meeting that overruns at Zoom. `id`: of the booking that overruns, or of the
 *                                          one whose time comes: admin, or by policy the organiser of that one
 */
export interface BookingSummary {
  readonly id: string
  /** `null`: the title of somebody else's, for a member. */
  readonly title: string | null
  readonly state: BookingState
  readonly isMine: boolean
  /** Whether the viewer may start it for its organiser. */
  readonly isDeputy: boolean
  readonly organiser: { readonly id: string; readonly name: string } | null
  readonly host: HostName
  readonly timeZone: string
  readonly minutes: number
  readonly recurrence: Recurrence | null
  /** Of the first date. */
  readonly startsAt: Instant
  /** Of the last date. */
  readonly endsAt: Instant
  /** The next date that has not ended; `null` when all have. */
  readonly next: DateView | null
  /** How many dates it holds. */
  readonly dates: number
  readonly standing: Standing
}

/** Where it stands, in words: the page has a sentence for each. */
export type StandingCode =
  | 'waits_for_approval'
  | 'asking_zoom'
  | 'no_answer'
  | 'zoom_away'
  | 'limited'
  | 'refused_by_zoom'
  | 'sign_in_refused'
  | 'scope_missing'
  | 'undecided'
  | 'gone'
  | 'differs'
  | 'changing'
  | 'cancelling'
  | 'ready'
  | 'running'
  | 'overruns'
  | 'cancelled'
  | 'declined'
  | 'ended'

/** Where a booking stands, and what comes next. */
export interface Standing {
  readonly code: StandingCode
  /** When something happens next by itself. */
  readonly nextAt: Instant | null
  /** `differs`: the fields in which Zoom shows something else. */
  readonly fields: readonly string[]
  /** `refused_by_zoom`: Zoom's own words; they hold no secret. */
  readonly zoomSays: string | null
}

/** One booking with everything that the viewer may see; what they may not is `null` or empty. */
export interface BookingView extends BookingSummary {
  readonly revision: number
  readonly agenda: string
  /** The first start by the rule, wall time. */
  readonly start: string
  readonly exceptions: readonly DateException[]
  readonly people: readonly Person[]
  /** Who may start it too; told to its organiser, and from manager on. */
  readonly deputies: readonly DeputyView[]
  readonly peopleExpected: number
  readonly occurrences: readonly DateView[]
  /** Why this host was chosen. */
  readonly choice: Message
  /** Of the organiser alone, once Zoom has made it. */
  readonly meeting: MeetingView | null
  readonly opening: OpeningView
  /** Whether the meeting before it on its lane still runs: this one can start only when that has ended. */
  readonly isHeldUp: boolean
  readonly may: {
    readonly change: boolean
    readonly cancel: boolean
    readonly extend: boolean
    readonly decide: boolean
    readonly restore: boolean
    /** The meeting that overruns: this one, or the one that holds this one up. */
    readonly endRunning: boolean
  }
  readonly createdAt: Instant
}

/** A member who may start the meeting too. */
export interface DeputyView {
  readonly email: string
  readonly name: string
}

/** The meeting at Zoom: secrets of its organiser. */
export interface MeetingView {
  readonly id: number
  readonly joinUrl: string
  /** An empty text when there is none. */
  readonly passcode: string
}

/** How the meeting is opened. */
export interface OpeningView {
  /** `own`: in the member's own Zoom. */
  readonly way: 'without_host' | 'start_link' | 'own'
  /** When the start link of the next date can be had; `null` where there is none. */
  readonly startLink: { readonly from: Instant; readonly until: Instant } | null
}

/** The text to send, with link and passcode. */
export interface InvitationView {
  readonly text: string
  readonly language: Language
}

/** A meeting that begins at once. */
export interface MeetNowInput extends Pick<WishInput, 'title' | 'agenda' | 'minutes' | 'people' | 'peopleExpected'> {
  readonly timeZone: string
}

/** A booking beside the rules, on a lane of its own. */
export interface OverrideInput {
  readonly wish: WishInput
  readonly hostId: string
  readonly organiserId: string
}
