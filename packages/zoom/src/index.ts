export { serverToServer } from './auth/server-to-server.ts'
export { createZoomClient, type ZoomClient, type ZoomClientOptions } from './client.ts'
export {
  type FieldError,
  type RateLimit,
  ZoomError,
  type ZoomErrorCode,
  type ZoomErrorDetails,
  zoomErrorCodes,
} from './errors.ts'
export type { CallOptions, Operation, Requester } from './http/operation.ts'
export type {
  CreateMeetingInput,
  MeetingFields,
  MeetingType,
  StartInput,
} from './resources/meeting-types/create-input.ts'
export type {
  InviteLinkAttendee,
  InviteLinks,
  InviteLinksInput,
  MeetingInvitation,
} from './resources/meeting-types/invitation.ts'
export type { ListedMeeting, ListMeetingsInput, MeetingListType, MeetingPage } from './resources/meeting-types/list.ts'
export type { AnsweredMeetingType, CreationSource, Meeting, MeetingStatus } from './resources/meeting-types/meeting.ts'
export type { MeetingOccurrence, OccurrenceStatus } from './resources/meeting-types/occurrence.ts'
export type {
  ListOccurrencesInput,
  NotCovered,
  NotCoveredReason,
  Occurrence,
  OccurrenceList,
} from './resources/meeting-types/occurrences.ts'
export type { MonthlyWeek, RecurrenceType, ZoomRecurrence, ZoomWeekday } from './resources/meeting-types/recurrence.ts'
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
export type {
  DeleteMeetingInput,
  GetMeetingInput,
  MeetingId,
  MeetingIdInput,
  UpdateMeetingInput,
} from './resources/meeting-types/update-input.ts'
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
