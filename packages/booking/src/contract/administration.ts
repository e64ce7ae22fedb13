import type { HostPlan, OpenHours, Weekday } from '../domain/host.ts'
import type { Message } from '../domain/message.ts'
import type { BookingSummary, BookingView, HostName } from './bookings.ts'
import type { Instant, PageOf } from './common.ts'
import type { MeView } from './session.ts'

/**
 * GET  /api/v1/hosts              → `{ rows: HostView[] }`
 * GET  /api/v1/hosts/zoom-users   → `{ rows: ZoomUserView[] }`: users of the Zoom account, to make hosts of
 * POST /api/v1/hosts, PATCH /api/v1/hosts/{id}  {@link HostInput} → {@link HostView}
 * POST /api/v1/hosts/{id}/check   → {@link HostView}: looks at Zoom now
 */
export interface HostView extends HostName {
  readonly zoomUser: string
  readonly email: string
  readonly plan: HostPlan
  readonly capacity: number
  readonly lanes: number
  readonly bufferBefore: number
  readonly bufferAfter: number
  readonly timeZone: string
  readonly hours: Readonly<Partial<Record<Weekday, readonly OpenHours[]>>> | null
  readonly memberId: string | null
  /** The member's name, while the desk keeps it. */
  readonly memberName: string | null
  readonly isActive: boolean
  /** Of Zoom's 100 creations and changes of this UTC day. */
  readonly budget: { readonly spent: number; readonly of: number; readonly renewsAt: Instant }
  readonly health: HostHealth
}

/** How the host was found at Zoom when it was looked at last. */
export interface HostHealth {
  readonly is: 'good' | 'not_seen_yet' | 'not_at_zoom' | 'may_not_host' | 'zoom_away'
  readonly seenAt: Instant | null
  /** Whether Zoom's lists show agendas, by which a lost meeting is found again. */
  readonly agenda: 'shown' | 'hidden' | 'unknown'
  readonly foreignMeetings: number
}

/** Any fields of a host; a new one needs those that have no default. */
export type HostInput = Partial<Omit<HostView, 'id' | 'memberName' | 'budget' | 'health'>>

/** A user of the Zoom account, who may become a host. */
export interface ZoomUserView {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly plan: HostPlan
  readonly capacity: number | null
  readonly isHost: boolean
}

/**
 * GET  /api/v1/members?after&limit&search → {@link PageOf} {@link MemberView}
 * POST /api/v1/members, PATCH /api/v1/members/{id}  {@link MemberInput} → {@link MemberView}
 * DELETE /api/v1/members/{id}     → 204; erases name and address everywhere, bookings stay as anonymous slots
 * GET  /api/v1/members/{id}/export → everything that the desk keeps of the member, as JSON
 */
export interface MemberView extends MeView {
  readonly needsApproval: boolean
  readonly isActive: boolean
}

/** Any fields of a member; a new one needs an address. */
export type MemberInput = Partial<Omit<MemberView, 'id'>>

/** GET, PUT /api/v1/policies; `null`: no such rule. */
export interface PoliciesView {
  readonly noticeMinutes: number | null
  readonly horizonDays: number | null
  readonly longestMinutes: number | null
  readonly datesPerWeek: number | null
  readonly bufferMinutes: number | null
  readonly approvalForHosts: readonly string[]
  readonly opening: 'without_host' | 'start_link'
  /** Whether the organiser of the next booking may end a meeting that overruns; administrators always may. PUT without it: no. */
  readonly nextOrganiserMayEnd: boolean
  readonly timeZone: string
  /** POST /api/v1/policies/pool `{ confirmed: true }` sets it, DELETE takes it back; PUT leaves it as it is. */
  readonly pool: PoolView | null
}

export interface PoolView {
  /** A member's id. */
  readonly confirmedBy: string
  /** The name, while the desk keeps it. */
  readonly confirmedByName: string | null
  readonly confirmedAt: Instant
}

/** GET /api/v1/approvals → {@link PageOf} {@link BookingView}, from manager on. */

/**
 * GET  /api/v1/drift              → `{ rows: DriftView[] }` (admin): meetings that somebody changed or deleted at Zoom
 * POST /api/v1/drift/{bookingId}/restore → {@link BookingView}: Zoom gets again what was booked (of a deleted one: a new link)
 * POST /api/v1/drift/{bookingId}/accept  → {@link BookingView}: the booking takes what Zoom shows (of a deleted one: it is cancelled)
 * POST /api/v1/drift/{bookingId}/choose  `{ meetingId: number | 'none' }`: which of several equal meetings it is
 */
export interface DriftView {
  readonly booking: BookingSummary
  readonly is: 'changed' | 'deleted' | 'undecided'
  readonly fields: readonly { readonly field: string; readonly booked: unknown; readonly atZoom: unknown }[]
  readonly candidates: readonly number[]
  readonly seenAt: Instant
  /** Why what Zoom shows cannot be taken over (the lane is not free then, say); `null`: it can. */
  readonly whyNotAccept: Message | null
}

/**
 * GET /api/v1/audit?from&to&order&after&limit → {@link PageOf}, `order`: `oldest` (without it) or `newest` first;
 * GET /api/v1/audit.csv?from&to and audit.jsonl → the same as a file (admin).
 */
export interface AuditView {
  readonly id: string
  readonly at: Instant
  /** A member's id, or `desk`. */
  readonly by: string
  /** The name, while the desk keeps it. */
  readonly byName: string | null
  readonly what: string
  readonly thing: string
  readonly details: Readonly<Record<string, unknown>>
}

/** POST /api/v1/connection/test (admin). */
export interface ConnectionView {
  readonly zoom: 'real' | 'emulated'
  readonly account: string | null
  readonly steps: readonly ConnectionStep[]
  /** The scopes that the app lacks, each in both forms. */
  readonly missingScopes: readonly { readonly classic: string; readonly granular: string; readonly for: string }[]
}

/** One thing that was tried at Zoom. */
export interface ConnectionStep {
  readonly is: 'sign_in' | 'users' | 'meetings' | 'agenda' | 'webhooks' | 'clock'
  readonly result: 'good' | 'bad' | 'not_tried'
  /** In English, with the remedy. */
  readonly says: string
}

/**
 * GET  /api/v1/api-keys           → `{ rows: ApiKeyView[] }`: one's own
 * POST /api/v1/api-keys           {@link ApiKeyInput} → 201 {@link NewApiKeyView}
 * DELETE /api/v1/api-keys/{id}    → 204
 * `Authorization: Bearer cvn_…`
 */
export interface ApiKeyView {
  readonly id: string
  readonly name: string
  readonly scopes: readonly ApiScope[]
  readonly createdAt: Instant
  readonly expiresAt: Instant | null
  readonly lastUsedAt: Instant | null
}

/** What a key may do; it never does more than its member may. */
export type ApiScope = 'bookings:read' | 'bookings:write' | 'calendar:read' | 'admin:read' | 'admin:write'

/** A new key for a program; without `expiresAt` it works until it is removed. */
export interface ApiKeyInput {
  readonly name: string
  readonly scopes: readonly ApiScope[]
  readonly expiresAt?: Instant
}

/** The only answer that holds the key itself. */
export interface NewApiKeyView extends ApiKeyView {
  /** Shown once. */
  readonly key: string
}

/** GET /api/v1/mails (without SMTP: what was not sent; in the demo everybody's, else the admin's) → {@link PageOf} {@link MailView}. */
export interface MailView {
  readonly id: string
  readonly at: Instant
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly attachments: readonly { readonly name: string; readonly type: string; readonly content: string }[]
}

/**
 * GET /api/v1/events: server-sent events. Each has the name below and a {@link DeskEvent} as data; after a break the page asks anew.
 * They say that something is other now, never what: nothing in them is a secret.
 */
export interface DeskEvent {
  readonly is: 'booking_changed' | 'calendar_changed' | 'zoom_changed' | 'mail_kept'
  readonly bookingId: string | null
}

/** GET /health (the process lives), GET /ready (store reachable, schema right), GET /metrics (Prometheus), GET /openapi.json, GET /docs. */
