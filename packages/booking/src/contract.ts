/**
 * What the desk's HTTP API takes and gives, as types alone: nothing of it is in a program that imports it.
 *
 * Instants are RFC 3339 in UTC without fractions (`2026-12-20T10:00:00Z`), wall times (`2026-12-20T18:00`) and days (`2026-12-20`)
 * are in the zone named beside them. What does not apply is `null`. Lists come in pages. Each write takes an `Idempotency-Key`.
 */
export type {
  ApiKeyInput,
  ApiKeyView,
  ApiScope,
  AuditView,
  ConnectionStep,
  ConnectionView,
  DeskEvent,
  DriftView,
  HostHealth,
  HostInput,
  HostView,
  MailView,
  MemberInput,
  MemberView,
  NewApiKeyView,
  PoliciesView,
  ZoomUserView,
} from './contract/administration.ts'
export type { CancelInput, ChangedView, ChangeInput, ChangePreviewView, Revision } from './contract/booking-changes.ts'
export type {
  AlternativesView,
  BookingPreviewView,
  BookingSummary,
  BookingView,
  DateExceptionInput,
  DateView,
  DeputyView,
  HostName,
  InvitationView,
  MeetingView,
  MeetNowInput,
  OpeningView,
  OverrideInput,
  PersonInput,
  RefusalView,
  RefusedHostView,
  Standing,
  StandingCode,
  WishInput,
} from './contract/bookings.ts'
export type { CalendarBlock, CalendarHost, CalendarView } from './contract/calendar.ts'
export type { Instant, Language, PageOf } from './contract/common.ts'
export type { Problem, ProblemCode } from './contract/problem.ts'
export type {
  DemoSignIn,
  DeskView,
  MeView,
  OpenIdProblem,
  SessionView,
  SignInConfirmation,
  SignInLinkRequest,
  SignInWays,
} from './contract/session.ts'
export type { OtherTimes } from './domain/alternatives.ts'
export type { AuditedAct } from './domain/audited-act.ts'
export type { BookingState, DateException, Person, Wish } from './domain/booking.ts'
export type { Change, ChangeScope } from './domain/change-booking.ts'
export type { HostPlan, OpenHours, Weekday } from './domain/host.ts'
export type { Role } from './domain/member.ts'
export type { Message, MessageCode } from './domain/message.ts'
export type { Messages } from './domain/messages.ts'
export type { Nearest, PolicyRule } from './domain/policy-rules.ts'
export type { Recurrence } from './domain/recurrence.ts'
export type { ZoomCost } from './domain/zoom-cost.ts'
export type { ZoomPart } from './domain/zoom-limits.ts'
