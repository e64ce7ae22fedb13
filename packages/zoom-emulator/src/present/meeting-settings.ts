import { dialInNumbers } from '../domain/dial-in.ts'
import type { Meeting } from '../domain/entities.ts'

/** What a meeting has where nothing was sent (docs/zoom-facts.md §5.5); a new account's choices where a user's setting decides. */
const defaultSettings: Readonly<Record<string, unknown>> = {
  host_video: false,
  participant_video: false,
  cn_meeting: false,
  in_meeting: false,
  join_before_host: false,
  jbh_time: 0,
  mute_upon_entry: false,
  watermark: false,
  use_pmi: false,
  approval_type: 2,
  registration_type: 1,
  audio: 'both',
  auto_recording: 'none',
  enforce_login: false,
  enforce_login_domains: '',
  alternative_hosts: '',
  alternative_hosts_email_notification: true,
  alternative_host_update_polls: false,
  alternative_host_manage_meeting_summary: false,
  alternative_host_manage_cloud_recording: false,
  close_registration: false,
  show_share_button: false,
  allow_multiple_devices: false,
  registrants_confirmation_email: true,
  registrants_email_notification: true,
  waiting_room: false,
  request_permission_to_unmute_participants: false,
  allow_host_control_participant_mute_state: false,
  meeting_authentication: false,
  encryption_type: 'enhanced_encryption',
  approved_or_denied_countries_or_regions: { enable: false },
  breakout_room: { enable: false },
  internal_meeting: false,
  continuous_meeting_chat: { enable: false, auto_add_invited_external_users: false },
  participant_focused_meeting: false,
  push_change_to_calendar: false,
  resources: [],
  auto_start_meeting_summary: false,
  auto_start_ai_companion_questions: false,
  device_testing: false,
  disable_participant_video: false,
  focus_mode: false,
  email_notification: true,
  email_in_attendee_report: false,
  host_save_video_order: false,
  private_meeting: false,
  show_join_info: false,
  sign_language_interpretation: { enable: false },
  meeting_invitees: [],
}

/** What Zoom adds to the settings that were sent: only then is anything worked out. */
const additions: Readonly<Record<string, (sent: unknown, context: AddContext) => unknown>> = {
  authentication_exception: (sent, { joinUrl }) => eachObject(sent, () => ({ join_url: joinUrl })),
  meeting_invitees: (sent, { isInternal }) =>
    eachObject(sent, ({ email }) => ({ internal_user: typeof email === 'string' && isInternal(email) })),
  continuous_meeting_chat: (sent, { meeting }) =>
    isObject(sent) && sent.enable === true ? { ...sent, channel_id: `web_sch_${meeting.id.toString(36)}` } : sent,
}

export interface AddContext {
  readonly meeting: Meeting
  readonly joinUrl: string
  /** Whether an address belongs to a user of the account. */
  readonly isInternal: (email: string) => boolean
}

/** The settings of an answer: what was sent over the defaults, with what Zoom adds (docs/zoom-facts.md §5.5, §5.6). */
export function presentSettings(context: AddContext, changes?: Record<string, unknown>): Record<string, unknown> {
  const { settings } = context.meeting
  const answer: Record<string, unknown> = { ...defaultSettings, ...settings, ...changes }
  for (const name in settings) {
    const add = additions[name]
    if (add) answer[name] = add(settings[name], context)
  }
  if (settings.global_dial_in_countries) answer.global_dial_in_numbers = dialInNumbers(settings)
  return answer
}

/** One setting as it was sent, or as it is where nothing was. */
export function presentSetting({ settings }: Meeting, name: string): unknown {
  return settings[name] ?? defaultSettings[name]
}

function eachObject(sent: unknown, add: (item: Record<string, unknown>) => object): unknown {
  return Array.isArray(sent) ? sent.map((item) => (isObject(item) ? { ...item, ...add(item) } : item)) : sent
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
