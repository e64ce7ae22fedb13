import { type Fields, flag, group, int, list, oneInt, oneOf, text } from './fields.ts'

const countries = list(text(2))
const person = group<{ email: string; name: string }>({ email: text(128), name: text(128) })

/** `settings` of a create (docs/zoom-facts.md §5.5), in the order of the table there. */
export const createSettingsFields: Fields<Record<string, unknown>> = {
  additional_data_center_regions: countries,
  allow_multiple_devices: flag,
  alternative_hosts: text(),
  alternative_hosts_email_notification: flag,
  alternative_host_update_polls: flag,
  alternative_host_manage_meeting_summary: flag,
  alternative_host_manage_cloud_recording: flag,
  approval_type: oneInt(0, 1, 2),
  approved_or_denied_countries_or_regions: group({
    enable: flag,
    method: oneOf('approve', 'deny'),
    approved_list: countries,
    denied_list: countries,
  }),
  audio: oneOf('both', 'telephony', 'voip', 'thirdParty'),
  audio_conference_info: text(2048),
  authentication_domains: text(),
  authentication_option: text(),
  authentication_exception: list(person),
  auto_recording: oneOf('local', 'cloud', 'none'),
  auto_add_recording_to_video_management: group(
    { enable: flag, channels: list(group({ channel_id: text(), name: text() }), 5) } satisfies Fields<object>,
    'enable',
  ),
  auto_start_meeting_summary: flag,
  auto_start_ai_companion_questions: flag,
  who_will_receive_summary: int(1, 4),
  who_can_ask_questions: int(1, 5),
  summary_template_id: text(),
  breakout_room: group({
    enable: flag,
    rooms: list(group({ name: text(), participants: list(text(128)) })),
  }),
  calendar_type: oneInt(1, 2),
  close_registration: flag,
  contact_email: text(),
  contact_name: text(),
  continuous_meeting_chat: group({
    enable: flag,
    auto_add_meeting_participants: flag,
    auto_add_invited_external_users: flag,
  }),
  device_testing: flag,
  internal_meeting: flag,
  participant_focused_meeting: flag,
  push_change_to_calendar: flag,
  disable_participant_video: flag,
  email_notification: flag,
  email_in_attendee_report: flag,
  focus_mode: flag,
  watermark: flag,
  host_save_video_order: flag,
  private_meeting: flag,
  show_share_button: flag,
  show_join_info: flag,
  encryption_type: oneOf('enhanced_encryption', 'e2ee'),
  global_dial_in_countries: countries,
  host_video: flag,
  participant_video: flag,
  join_before_host: flag,
  jbh_time: oneInt(0, 5, 10, 15),
  language_interpretation: group({
    enable: flag,
    interpreters: list(group({ email: text(128), interpreter_languages: text(), languages: text() })),
  }),
  sign_language_interpretation: group({
    enable: flag,
    interpreters: list(group({ email: text(128), sign_language: text() }), 20),
  }),
  meeting_authentication: flag,
  meeting_invitees: list(group({ email: text(128) })),
  mute_upon_entry: flag,
  question_and_answer: group({
    enable: flag,
    allow_submit_questions: flag,
    allow_anonymous_questions: flag,
    question_visibility: oneOf('answered', 'all'),
    attendees_can_comment: flag,
    attendees_can_upvote: flag,
  }),
  registrants_confirmation_email: flag,
  registrants_email_notification: flag,
  registration_type: oneInt(1, 2, 3),
  request_permission_to_unmute_participants: flag,
  allow_host_control_participant_mute_state: flag,
  resources: list(
    group({
      resource_type: oneOf('whiteboard'),
      resource_id: text(),
      permission_level: oneOf('editor', 'commenter', 'viewer'),
    }),
  ),
  use_pmi: flag,
  waiting_room: flag,
  waiting_room_options: group(
    {
      mode: oneOf('follow_setting', 'custom'),
      who_goes_to_waiting_room: oneOf(
        'everyone',
        'users_not_in_account',
        'users_not_in_account_or_whitelisted_domains',
        'users_not_on_invite',
      ),
    } satisfies Fields<object>,
    'mode',
  ),
  cn_meeting: flag,
  in_meeting: flag,
  enforce_login: flag,
  enforce_login_domains: text(),
}

/** `settings` of a PATCH: `custom_keys` can be changed but not created (docs/zoom-facts.md §5.5). */
export const updateSettingsFields: Fields<Record<string, unknown>> = {
  ...createSettingsFields,
  custom_keys: list(group({ key: text(64), value: text(256) }), 10),
}

/** What can change for one occurrence alone (docs/zoom-facts.md §5.8). */
export const occurrenceSettingNames: ReadonlySet<string> = new Set([
  'host_video',
  'participant_video',
  'join_before_host',
  'mute_upon_entry',
  'waiting_room',
  'watermark',
  'auto_recording',
])
