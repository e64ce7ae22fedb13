import type { Parsed } from './field-problem.ts'
import { type Fields, flag, group, int, list, oneInt, oneOf, parseFields, text } from './fields.ts'
import { type MeetingInput, sharedFields, withRules } from './meeting-fields.ts'
import type { MeetingPolicy } from './meeting-policy.ts'

const reminder = group({ enable: flag, type: int(0, 7) })

/** `settings` of a webinar: what it has where nothing is sent stands in `present/webinar.ts`. */
const settingsFields: Fields<Record<string, unknown>> = {
  allow_multiple_devices: flag,
  alternative_hosts: text(),
  alternative_host_update_polls: flag,
  approval_type: oneInt(0, 1, 2),
  attendees_and_panelists_reminder_email_notification: reminder,
  audio: oneOf('both', 'telephony', 'voip', 'thirdParty'),
  audio_conference_info: text(2048),
  authentication_domains: text(),
  authentication_option: text(),
  auto_recording: oneOf('local', 'cloud', 'none'),
  close_registration: flag,
  contact_email: text(),
  contact_name: text(),
  email_language: text(),
  enforce_login: flag,
  enforce_login_domains: text(),
  follow_up_absentees_email_notification: reminder,
  follow_up_attendees_email_notification: reminder,
  global_dial_in_countries: list(text(2)),
  hd_video: flag,
  hd_video_for_attendees: flag,
  host_video: flag,
  language_interpretation: group({ enable: flag, interpreters: list(group({ email: text(128), languages: text() })) }),
  sign_language_interpretation: group({
    enable: flag,
    interpreters: list(group({ email: text(128), sign_language: text() }), 20),
  }),
  panelist_authentication: flag,
  meeting_authentication: flag,
  add_watermark: flag,
  add_audio_watermark: flag,
  notify_registrants: flag,
  on_demand: flag,
  panelists_invitation_email_notification: flag,
  panelists_video: flag,
  post_webinar_survey: flag,
  practice_session: flag,
  question_and_answer: group({
    enable: flag,
    allow_submit_questions: flag,
    allow_anonymous_questions: flag,
    answer_questions: oneOf('only', 'all'),
    attendees_can_comment: flag,
    attendees_can_upvote: flag,
    allow_auto_reply: flag,
    auto_reply_text: text(),
  }),
  registrants_confirmation_email: flag,
  registrants_email_notification: flag,
  registrants_restrict_number: int(0, 20_000),
  registration_type: oneInt(1, 2, 3),
  send_1080p_video_to_attendees: flag,
  show_share_button: flag,
  survey_url: text(),
  enable_session_branding: flag,
}

/** The body of a create or a change of a webinar. */
export interface WebinarInput extends MeetingInput {
  is_simulive?: boolean
  record_file_id?: string
}

const webinarFields: Fields<Omit<WebinarInput, 'default_password' | 'pre_schedule'>> = {
  ...sharedFields,
  type: oneInt(5, 6, 9),
  settings: group(settingsFields),
  is_simulive: flag,
  record_file_id: text(128),
}

/** Reads the body of a create or a change. */
export function parseWebinar(body: object, coerceText: boolean): Parsed<WebinarInput> {
  return withRules(parseFields(webinarFields, body, coerceText))
}

/** What the host's settings say, of those settings that webinars have. */
export function webinarPolicy(policy: MeetingPolicy): MeetingPolicy {
  const known = (settings: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(Object.entries(settings).filter(([name]) => Object.hasOwn(settingsFields, name)))
  return { ...policy, defaults: known(policy.defaults), forced: known(policy.forced), usesRoom: () => false }
}
