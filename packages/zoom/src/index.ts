export {
  type AuthorizationCodeOptions,
  authorizationCode,
  type ConsentApp,
  consentKey,
} from './auth/authorization-code.ts'
export { bearer, type GivenToken } from './auth/bearer.ts'
export {
  type Consent,
  type ConsentOptions,
  codeFromCallback,
  exchangeCode,
  revokeToken,
  type StartConsentOptions,
  startConsent,
} from './auth/consent.ts'
export { legacyJwt } from './auth/legacy-jwt.ts'
export { type ServerToServerApp, serverToServer } from './auth/server-to-server.ts'
export type { AuthContext, AuthStrategy, Token, TokenEndpoint } from './auth/strategy.ts'
export { createMemoryTokenStore, type TokenStore } from './auth/token-store.ts'
export { createZoomClient, type SignIn, type ZoomClient, type ZoomClientOptions } from './client.ts'
export { optionsFromEnvironment } from './environment.ts'
export {
  type FieldError,
  type RateLimit,
  ZoomError,
  type ZoomErrorCode,
  type ZoomErrorDetails,
  zoomErrorCodes,
} from './errors.ts'
export type { Ambient, FetchAnswer, FetchInit } from './http/ambient.ts'
export type { RequestEvent, ResponseEvent, RetryEvent, ZoomHooks } from './http/hooks.ts'
export type { CallOptions, Operation, QueryValue, Requester, RequestParts } from './http/operation.ts'
export type { RecurrenceRule } from './recurrence/rule.ts'
export type { ZoomRecurrence } from './recurrence/zoom.ts'
export type { CreateMeetingInput } from './resources/meeting-types/create-input.ts'
export type { DeleteMeetingInput } from './resources/meeting-types/delete-input.ts'
export type { GetMeetingInput } from './resources/meeting-types/get-input.ts'
export type {
  InviteLinkAttendee,
  InviteLinks,
  InviteLinksInput,
  MeetingInvitation,
} from './resources/meeting-types/invitation.ts'
export type { ListedMeeting, ListMeetingsInput, MeetingListType, MeetingPage } from './resources/meeting-types/list.ts'
export type { AnsweredMeetingType, CreationSource, Meeting, MeetingStatus } from './resources/meeting-types/meeting.ts'
export type { MeetingFields, MeetingType } from './resources/meeting-types/meeting-fields.ts'
export type { MeetingId, MeetingIdInput } from './resources/meeting-types/meeting-id.ts'
export type { MeetingOccurrence, OccurrenceStatus } from './resources/meeting-types/occurrence.ts'
export type {
  ListOccurrencesInput,
  NotCovered,
  NotCoveredReason,
  Occurrence,
  OccurrenceList,
} from './resources/meeting-types/occurrences.ts'
export type {
  ApprovalType,
  AutoRecording,
  CalendarType,
  EncryptionType,
  JoinBeforeHostMinutes,
  MeetingAudio,
  MeetingSettings,
  MeetingSettingsAnswer,
  QuestionAskers,
  RegistrationType,
  SummaryReceivers,
} from './resources/meeting-types/settings.ts'
export type {
  AuthenticationException,
  BreakoutRooms,
  ContinuousChat,
  CountryFilter,
  CustomKey,
  DialInNumber,
  LanguageInterpretation,
  MeetingInvitee,
  MeetingInviteeAnswer,
  MeetingResource,
  QuestionAndAnswer,
  RecordingManagement,
  SignLanguageInterpretation,
  WaitingRoomOptions,
} from './resources/meeting-types/settings-parts.ts'
export type { TrackingField, TrackingFieldInput } from './resources/meeting-types/tracking-field.ts'
export type { UpdateMeetingInput } from './resources/meeting-types/update-input.ts'
export type { MeetingsResource } from './resources/meetings.ts'
export type { PagedList, PageEnvelope } from './resources/page.ts'
export type {
  CustomAttribute,
  GetUserInput,
  ListedUser,
  ListUsersInput,
  LoginType,
  PronounsOption,
  User,
  UserPage,
  UserPhoneNumber,
  UserStatus,
  UserType,
} from './resources/user-types.ts'
export type { UsersResource } from './resources/users.ts'
export type { InstantLike, PlainDateTimeLike, StartTimeInput } from './time/start-time-input.ts'
