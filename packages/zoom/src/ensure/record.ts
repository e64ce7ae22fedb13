import type { MeantInstants } from '../time/start-shift.ts'

/** What a meeting shall be, resolved: what Zoom is sent for it, without what safe creation adds (marker, passcode). */
export interface WantedMeeting {
  /** The body in Zoom's form, plain JSON: `topic`, `start_time` with `timezone`, `duration`, `recurrence`, `settings` … */
  readonly fields: Readonly<Record<string, unknown>>
  /** The instants that are meant; absent where the meeting has no fixed time. */
  readonly meant?: MeantInstants
  /** The dates of a series that are not as its rule says, the earliest first. */
  readonly dates?: readonly WantedDate[]
}

/** One date of a series that is left out, at another time, or of another length. */
export interface WantedDate {
  /** Its day by the rule, in the zone of the series. */
  readonly date: string
  /** Its start by the rule: in text it is the `occurrence_id` (docs/zoom-facts.md §6). */
  readonly originalAt: number
  readonly leaveOut?: true
  readonly startAt?: number
  /** Minutes. */
  readonly duration?: number
}

/** What is wanted now. A change raises the revision; a cancellation wants no meeting. */
export interface Wanted {
  readonly revision: number
  /** The host, by id or e-mail address. */
  readonly host: string
  /** `undefined`: there shall be no meeting. */
  readonly meeting: WantedMeeting | undefined
}

/**
 * How a try to create ended. `sent`: the request may be on its way. `unknown`: it ended without an answer that counts.
 * `made`: Zoom has made the meeting. `not_made`: Zoom surely has not. `not_seen`: two whole lists did not show it.
 */
export type AttemptOutcome = 'sent' | 'unknown' | 'made' | 'not_made' | 'not_seen'

/** One try to create the meeting. It is written down before the first byte leaves. */
export interface Attempt {
  /** 1 for the first; it stands in the marker. */
  readonly number: number
  readonly host: string
  /** Which revision was sent. */
  readonly revision: number
  /** SHA-256 of `sent`; the marker's MAC covers it. */
  readonly hash: string
  /** The meeting as it was sent; a start that had passed was put a minute ahead. */
  readonly sent: WantedMeeting
  readonly password: string
  readonly sentAt: number
  /** The request has surely ended by then. */
  readonly giveUpAt: number
  readonly outcome: AttemptOutcome
  /** What it made, once that is known. One request makes one meeting: another one with its marker is a copy. */
  readonly meetingId?: number
  /** When the host's list was last looked at for it. */
  readonly lookedAt?: number
  /** When the first of the two whole lists was read that did not show it, after the quiet time. */
  readonly missedAt?: number
}

/** The one meeting that people are told of. */
export interface PublishedMeeting {
  readonly id: number
  readonly host: string
  readonly attempt: number
  readonly join_url: string
  readonly password: string
  /** The revision that it shows; 0 after it was seen to show something else. */
  readonly revision: number
  readonly shows: WantedMeeting
  /** The revision whose dates of a series were applied one by one; absent while none were. */
  readonly datesRevision?: number
  /** Somebody has deleted it at Zoom. */
  readonly isGone?: true
  /** The fields in which Zoom was last seen to show something else than `shows`. */
  readonly differs?: readonly string[]
}

/** A meeting of ours beside the published one: a late answer, or the old one after a change of host. */
export interface SurplusMeeting {
  readonly id: number
  readonly host: string
  readonly attempt: number
  readonly foundAt: number
  /** Zoom's own answer told its id. */
  readonly isKnown: boolean
  /** It was published once and may have been changed by us, or Zoom made it at another time: its start and length prove nothing. */
  readonly mayDiffer?: true
  /** `kept`: a proof is missing, so that it is not ours to delete. */
  readonly state: 'found' | 'deleted' | 'kept'
  /** The proof that is missing. */
  readonly reason?: string
  /** Not tried again before: it is running now. */
  readonly retryAt?: number
}

/** A change of the published meeting, from the moment when it is sent. */
export interface SentChange {
  readonly revision: number
  /** What Zoom shows when it has taken it. */
  readonly shows: WantedMeeting
  readonly sentAt: number
  /** The request has surely ended by then. */
  readonly giveUpAt: number
  /** `taken`: Zoom said yes, and it is to be read back. `done`: it was. */
  readonly outcome: 'sent' | 'unknown' | 'taken' | 'done'
  /** How often it was sent. */
  readonly times: number
  /** Until then a change whose answer was lost may still land, this one or one before it. */
  readonly mayLandUntil?: number
  /** What Zoom may show instead of what is published: changes before this one of which no answer came. */
  readonly mayShow?: readonly WantedMeeting[]
}

/** A reading of what is published that is still to come. */
export interface Verification {
  readonly at: number
  readonly why: 'late_change' | 'hint'
  /** It was hurried on by a hint: what it was to see may come later still, so that it is read then too. */
  readonly again?: number
}

/** Why it stands where it stands; `docs/guides/exactly-one-meeting.md` explains each. */
export const reasons = [
  'limited',
  'no_answer',
  'zoom_away',
  'running',
  'refused_by_zoom',
  'sign_in_refused',
  'scope_missing',
  'equal_candidates',
  'deleted_at_zoom',
  'not_as_wanted',
] as const

/** One of {@link reasons}. */
export type Reason = (typeof reasons)[number]

/** Something that stands in the way, in the words of whoever said it. */
export interface Obstacle {
  readonly reason: Reason
  /** The message of the error; it holds no secrets. */
  readonly message: string
  /** Nothing is tried before; `undefined`: nothing is tried until somebody changes what is wanted. */
  readonly until: number | undefined
  /** How often it came in a row, for waits that grow. */
  readonly times: number
}

/** Where a meeting stands. */
export const meetingStates = [
  'planned',
  'sent',
  'unknown',
  'published',
  'changing',
  'cancelling',
  'cancelled',
  'refused',
  'undecided',
  'gone',
] as const

/** One of {@link meetingStates}. */
export type MeetingState = (typeof meetingStates)[number]

/** Everything that is kept of a meeting that somebody asked for: one record a key. Instants are milliseconds since 1970. */
export interface MeetingRecord {
  readonly key: string
  /** Its name in markers: 64 bits of chance in base64url. */
  readonly tag: string
  /** Raised by each write of the journal. */
  readonly version: number
  /** Raised by each claim: a worker whose fence is not this one any more has lost it. */
  readonly fence: number
  /** Nobody else works on it until then. */
  readonly leaseUntil: number
  readonly state: MeetingState
  /** When there is something to do next; `undefined`: nothing. */
  readonly dueAt: number | undefined
  /** SHA-256 of what `ensureMeeting` was asked: the same key with another one is an error. */
  readonly askedHash: string
  readonly createdAt: number
  readonly wanted: Wanted
  readonly attempts: readonly Attempt[]
  readonly published?: PublishedMeeting
  readonly surplus: readonly SurplusMeeting[]
  readonly change?: SentChange
  /** When what is published is read again: an older change may have landed late, or somebody changed it at Zoom. */
  readonly verify?: Verification
  /** Two or more that could be it: a person says which. */
  readonly candidates?: readonly number[]
  readonly obstacle?: Obstacle
}
