import type { MeetingSettings } from '../meeting-types/settings.ts'

/** What a setting holds: `boolean`, `text`, `list`, `object`, or one of the values listed. */
export type SettingKind = 'boolean' | 'text' | 'list' | 'object' | readonly (string | number)[]

type KindOf<Value> = Value extends boolean
  ? 'boolean'
  : Value extends string | number
    ? string extends Value
      ? 'text'
      : readonly (string | number)[]
    : Value extends readonly unknown[]
      ? 'list'
      : 'object'

/** Every setting but `alternative_hosts`; the compiler refuses one that is missing here or of another kind. */
export const settingKinds: {
  readonly [Name in Exclude<keyof MeetingSettings, 'alternative_hosts'>]-?: KindOf<NonNullable<MeetingSettings[Name]>>
} = {
  additional_data_center_regions: 'list',
  allow_multiple_devices: 'boolean',
  allow_host_control_participant_mute_state: 'boolean',
  alternative_hosts_email_notification: 'boolean',
  alternative_host_update_polls: 'boolean',
  alternative_host_manage_meeting_summary: 'boolean',
  alternative_host_manage_cloud_recording: 'boolean',
  approval_type: [0, 1, 2],
  approved_or_denied_countries_or_regions: 'object',
  audio: ['both', 'telephony', 'voip', 'thirdParty'],
  audio_conference_info: 'text',
  authentication_domains: 'text',
  authentication_exception: 'list',
  authentication_option: 'text',
  auto_add_recording_to_video_management: 'object',
  auto_recording: ['local', 'cloud', 'none'],
  auto_start_meeting_summary: 'boolean',
  auto_start_ai_companion_questions: 'boolean',
  breakout_room: 'object',
  calendar_type: [1, 2],
  close_registration: 'boolean',
  cn_meeting: 'boolean',
  contact_email: 'text',
  contact_name: 'text',
  continuous_meeting_chat: 'object',
  custom_keys: 'list',
  device_testing: 'boolean',
  disable_participant_video: 'boolean',
  email_in_attendee_report: 'boolean',
  email_notification: 'boolean',
  encryption_type: ['enhanced_encryption', 'e2ee'],
  enforce_login: 'boolean',
  enforce_login_domains: 'text',
  focus_mode: 'boolean',
  global_dial_in_countries: 'list',
  host_save_video_order: 'boolean',
  host_video: 'boolean',
  in_meeting: 'boolean',
  internal_meeting: 'boolean',
  jbh_time: [0, 5, 10, 15],
  join_before_host: 'boolean',
  language_interpretation: 'object',
  meeting_authentication: 'boolean',
  meeting_invitees: 'list',
  mute_upon_entry: 'boolean',
  participant_focused_meeting: 'boolean',
  participant_video: 'boolean',
  private_meeting: 'boolean',
  push_change_to_calendar: 'boolean',
  question_and_answer: 'object',
  registrants_confirmation_email: 'boolean',
  registrants_email_notification: 'boolean',
  registration_type: [1, 2, 3],
  request_permission_to_unmute_participants: 'boolean',
  resources: 'list',
  show_join_info: 'boolean',
  show_share_button: 'boolean',
  sign_language_interpretation: 'object',
  summary_template_id: 'text',
  use_pmi: 'boolean',
  waiting_room: 'boolean',
  waiting_room_options: 'object',
  watermark: 'boolean',
  who_can_ask_questions: [1, 2, 3, 4, 5],
  who_will_receive_summary: [1, 2, 3, 4],
}

/** The names of all settings. */
export const settingNames: readonly string[] = ['alternative_hosts', ...Object.keys(settingKinds)]
