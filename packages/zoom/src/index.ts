export {
  type AuthorizationCodeOptions,
  authorizationCode,
  type ConsentApp,
  consentKey,
} from './auth/authorization-code.ts'
export { bearer, type GivenToken } from './auth/bearer.ts'
export { type ClientCredentialsApp, clientCredentials } from './auth/client-credentials.ts'
export {
  type Consent,
  codeFromCallback,
  exchangeCode,
  revokeToken,
  type StartConsentOptions,
  startConsent,
} from './auth/consent.ts'
export { type DeviceSignIn, startDeviceSignIn } from './auth/device-sign-in.ts'
export { legacyJwt } from './auth/legacy-jwt.ts'
export { type ServerToServerApp, serverToServer } from './auth/server-to-server.ts'
export type { ConsentOptions } from './auth/sign-in-server.ts'
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
export type {
  MeetingsDeleteInput as DeleteMeetingInput,
  MeetingsGetInput as GetMeetingInput,
  MeetingsInvitationInput as MeetingIdInput,
  MeetingsInviteLinksInput as InviteLinksInput,
} from './generated/types/meetings.ts'
export type {
  AnsweredMeetingType,
  ApprovalType,
  AuthenticationException,
  AutoRecording,
  BreakoutRooms,
  CalendarType,
  ContinuousChat,
  CountryFilter,
  CreationSource,
  CustomAttribute,
  CustomKey,
  DialInNumber,
  EncryptionType,
  InviteLinkAttendee,
  InviteLinks,
  JoinBeforeHostMinutes,
  LanguageInterpretation,
  ListedMeeting,
  ListedUser,
  LoginType,
  Meeting,
  MeetingAudio,
  MeetingId,
  MeetingInvitation,
  MeetingInvitee,
  MeetingInviteeAnswer,
  MeetingListType,
  MeetingOccurrence,
  MeetingPage,
  MeetingResource,
  MeetingSettingsAnswer,
  MeetingStatus,
  MeetingType,
  OccurrenceStatus,
  PronounsOption,
  QuestionAndAnswer,
  QuestionAskers,
  RecordingManagement,
  RegistrationType,
  SignLanguageInterpretation,
  SummaryReceivers,
  TrackingField,
  TrackingFieldInput,
  User,
  UserPage,
  UserPhoneNumber,
  UserStatus,
  UserType,
  WaitingRoomOptions,
  ZoomRecurrence,
} from './generated/types/schemas.ts'
export type { UsersGetInput as GetUserInput, UsersListInput as ListUsersInput } from './generated/types/users.ts'
export type { Ambient, FetchAnswer, FetchInit } from './http/ambient.ts'
export type { RequestEvent, ResponseEvent, RetryEvent, ZoomHooks } from './http/hooks.ts'
export type { CallOptions, Operation, QueryValue, Requester, RequestParts } from './http/operation.ts'
export type { RecurrenceRule } from './recurrence/rule.ts'
export type { CreateMeetingInput } from './resources/meeting-types/create-input.ts'
export type { ListMeetingsInput } from './resources/meeting-types/list-input.ts'
export type { MeetingFields } from './resources/meeting-types/meeting-fields.ts'
export type {
  ListOccurrencesInput,
  NotCovered,
  NotCoveredReason,
  Occurrence,
  OccurrenceList,
} from './resources/meeting-types/occurrences.ts'
export type { MeetingSettings } from './resources/meeting-types/settings.ts'
export type { UpdateMeetingInput } from './resources/meeting-types/update-input.ts'
export type { MeetingsResource } from './resources/meetings.ts'
export type { PagedList } from './resources/page.ts'
export type { UsersResource } from './resources/users.ts'
export type { InstantLike, PlainDateTimeLike, StartTimeInput } from './time/start-time-input.ts'
