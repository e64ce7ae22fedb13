export { createZoomClient, type ZoomClient } from './client.ts'
export * from './core.ts'
export type * from './generated/types/accounts.ts'
export type * from './generated/types/apps.ts'
export type * from './generated/types/archive-files.ts'
export type * from './generated/types/contact-groups.ts'
export type * from './generated/types/dashboards.ts'
export type * from './generated/types/devices.ts'
export type * from './generated/types/groups.ts'
export type * from './generated/types/h323-devices.ts'
export type * from './generated/types/im-groups.ts'
export type * from './generated/types/information-barriers.ts'
export type * from './generated/types/live-meetings.ts'
export type * from './generated/types/live-webinars.ts'
export type * from './generated/types/meeting-summaries.ts'
export type * from './generated/types/meeting-templates.ts'
export type * from './generated/types/meetings.ts'
export type {
  MeetingsDeleteInput as DeleteMeetingInput,
  MeetingsGetInput as GetMeetingInput,
  MeetingsInvitationInput as MeetingIdInput,
  MeetingsInviteLinksInput as InviteLinksInput,
} from './generated/types/meetings.ts'
export type * from './generated/types/pac.ts'
export type * from './generated/types/past-meetings.ts'
export type * from './generated/types/past-webinars.ts'
export type * from './generated/types/polls.ts'
export type * from './generated/types/recordings.ts'
export type * from './generated/types/registrants.ts'
export type * from './generated/types/reports.ts'
export type * from './generated/types/roles.ts'
export type * from './generated/types/schemas.ts'
export type * from './generated/types/sip-phones.ts'
export type * from './generated/types/tracking-fields.ts'
export type * from './generated/types/tsp.ts'
export type * from './generated/types/users.ts'
export type { UsersGetInput as GetUserInput, UsersListInput as ListUsersInput } from './generated/types/users.ts'
export type * from './generated/types/webinar-branding.ts'
export type * from './generated/types/webinar-panelists.ts'
export type * from './generated/types/webinar-polls.ts'
export type * from './generated/types/webinar-registrants.ts'
export type * from './generated/types/webinar-templates.ts'
export type * from './generated/types/webinars.ts'
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
export type { PastMeetingsResource } from './resources/past-meetings.ts'
export type { PollsResource } from './resources/polls.ts'
export type { ListRecordingsInput, RecordingsResource } from './resources/recordings.ts'
export type { ChooseRegistrantsInput, RegistrantsResource } from './resources/registrants.ts'
export type { ReportsResource } from './resources/reports.ts'
export type { UsersResource } from './resources/users.ts'
export type { WebinarRegistrantsResource } from './resources/webinar-registrants.ts'
export type {
  CreateWebinarInput,
  UpdateWebinarInput,
  WebinarFields,
  WebinarSettings,
} from './resources/webinars/fields.ts'
export type { WebinarsResource } from './resources/webinars.ts'
export type { InstantLike, PlainDateTimeLike, StartTimeInput } from './time/start-time-input.ts'
