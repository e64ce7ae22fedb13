export type { Alternatives, Moves, OtherTimes } from './domain/alternatives.ts'
export { isAtLeast, needsApproval } from './domain/approval.ts'
export type { AuditedAct } from './domain/audited-act.ts'
export type { Booking, BookingState, DateException, Held, Occurrence, Person, Wish } from './domain/booking.ts'
export {
  type Availability,
  BookingError,
  type BookingErrorCode,
  type BookingErrorDetails,
  bookingErrorCodes,
  invalidInput,
} from './domain/booking-error.ts'
export { type BookingAction, mayDo, mayFollow } from './domain/booking-states.ts'
export { type Change, type ChangeScope, checkNoneBehind } from './domain/change-booking.ts'
export type { Host, HostPlan, OpenHours, Weekday } from './domain/host.ts'
export {
  checkNoneTwice,
  type Fields,
  readList,
  readObject,
  readOneOf,
  readText,
  readWholeNumber,
} from './domain/input-reader.ts'
export { datesOfMeeting, type MeetingDate, type MeetingDates } from './domain/meeting-dates.ts'
export type { Difference, MeetingOutcome } from './domain/meeting-outcome.ts'
export type { Member, Role } from './domain/member.ts'
export { type Message, type MessageCode, say } from './domain/message.ts'
export { isDue, isWithinItsTime, overrunNoticeMs } from './domain/overrun.ts'
export { type AskedBooking, parseBooking, parseBookingChange } from './domain/parse-booking.ts'
export { type HostInput, parseHostInput } from './domain/parse-host.ts'
export { type MemberInput, parseMemberInput } from './domain/parse-member.ts'
export { type PoliciesInput, parsePolicies } from './domain/parse-policies.ts'
export { parseScope, parseWish } from './domain/parse-wish.ts'
export { noPolicies, type Policies } from './domain/policies.ts'
export type { Nearest, PolicyRule, Refusal } from './domain/policy-rules.ts'
export { type Candidate, type Ranking, type RankRequest, type RefusedHost, rankHosts } from './domain/rank-hosts.ts'
export type { Recurrence } from './domain/recurrence.ts'
export { restOf } from './domain/series-parts.ts'
export { weekdays } from './domain/weekday.ts'
export { callsOfDay, costOf, type ZoomCost } from './domain/zoom-cost.ts'
export { splitForZoom, type ZoomPart, zoomLimits } from './domain/zoom-limits.ts'
export { formatEnglish } from './languages/english.ts'
export type {
  ApiKey,
  AuditEntry,
  AuditOrder,
  CalendarSlot,
  Desk,
  DeskFigures,
  Drift,
  DriftField,
  ForeignMeeting,
  HostBudgets,
  HostState,
  KeptMail,
  KeptNews,
  LeasedMessage,
  MeetingPlanner,
  MessageEnd,
  MessageProblem,
  NewsItem,
  OutboxMessage,
  Overrun,
  Page,
  PlannedMeeting,
  Publication,
  Range,
  Reading,
  RequestKey,
  Session,
  SignInToken,
  SignInWay,
  Store,
  Transaction,
  TryLimit,
  TryResult,
} from './ports.ts'
export { knownBooking } from './use-cases/access.ts'
export { addApiKey, removeApiKey } from './use-cases/api-keys.ts'
export { type BookingAnswer, bookMeeting } from './use-cases/book-meeting.ts'
export { type CancelRequest, cancelBooking } from './use-cases/cancel-booking.ts'
export {
  type ChangeAnswer,
  type ChangePreview,
  type ChangeRequest,
  changeBooking,
  previewChange,
} from './use-cases/change-booking.ts'
export { type Decision, decideBooking } from './use-cases/decide-booking.ts'
export { endBookings } from './use-cases/end-bookings.ts'
export { endOverrun, mayEndOverrun, overrunAt } from './use-cases/end-overrun.ts'
export { eraseMember } from './use-cases/erase-member.ts'
export { exportMember, type MemberExport } from './use-cases/export-member.ts'
export { extendMeeting } from './use-cases/extend-meeting.ts'
export { firstAdmin } from './use-cases/first-admin.ts'
export { forgetOld, type RetentionDays } from './use-cases/forget-old.ts'
export { goOn } from './use-cases/go-on.ts'
export { type MeetNow, meetNow } from './use-cases/meet-now.ts'
export { moveFromFullHost } from './use-cases/move-from-full-host.ts'
export { type OverrideRequest, overrideBooking } from './use-cases/override-booking.ts'
export { type BookingPreview, previewBooking } from './use-cases/preview-booking.ts'
export { acceptDrift, chooseMeeting, restoreDrift, whyNotAccept } from './use-cases/resolve-drift.ts'
export { saveHost } from './use-cases/save-host.ts'
export { saveMember, saveSelf } from './use-cases/save-member.ts'
export { confirmPool, setPolicies, withdrawPool } from './use-cases/set-policies.ts'
export { settleBooking } from './use-cases/settle-booking.ts'
export { type NewsKind, noteChange, tell } from './use-cases/tell.ts'
