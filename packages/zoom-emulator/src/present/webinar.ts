import type { Meeting, User } from '../domain/entities.ts'
import { joinUrl, startUrl } from '../domain/meeting-links.ts'
import { formatInstant } from '../domain/time.ts'
import { cutAgenda, type MeetingView, presentOccurrences } from './meeting.ts'

/** What a webinar has where nothing was sent; a new account's choices where a user's setting decides. */
const defaultSettings: Readonly<Record<string, unknown>> = {
  host_video: false,
  panelists_video: false,
  practice_session: false,
  hd_video: false,
  hd_video_for_attendees: false,
  send_1080p_video_to_attendees: false,
  approval_type: 2,
  registration_type: 1,
  registrants_restrict_number: 0,
  audio: 'both',
  auto_recording: 'none',
  alternative_hosts: '',
  alternative_host_update_polls: false,
  allow_multiple_devices: true,
  close_registration: false,
  show_share_button: true,
  on_demand: false,
  enforce_login: false,
  enforce_login_domains: '',
  meeting_authentication: false,
  panelist_authentication: false,
  add_watermark: false,
  add_audio_watermark: false,
  registrants_confirmation_email: true,
  registrants_email_notification: true,
  notify_registrants: true,
  panelists_invitation_email_notification: true,
  post_webinar_survey: false,
  enable_session_branding: false,
  question_and_answer: { enable: false },
}

/** The answer of create and get; `start_time` is absent where there is no fixed time. */
export function presentWebinar(
  webinar: Meeting,
  view: Omit<MeetingView, 'isInternal' | 'isVisible'>,
): Record<string, unknown> {
  const { host, baseUrl, occurrence } = view
  const startAt = occurrence?.startAt ?? webinar.startAt
  return {
    uuid: webinar.uuid,
    id: webinar.id,
    host_id: webinar.hostId,
    host_email: host.email,
    topic: webinar.topic,
    type: webinar.type,
    start_time: startAt === undefined ? undefined : formatInstant(startAt),
    duration: occurrence?.durationMinutes ?? webinar.durationMinutes,
    timezone: webinar.timeZone,
    agenda: view.hidesAgenda ? undefined : (occurrence?.changes?.agenda ?? webinar.agenda),
    created_at: formatInstant(webinar.createdAt),
    start_url: startUrl(baseUrl, webinar, view.zak),
    join_url: joinUrl(baseUrl, webinar, host),
    password: webinar.password,
    is_simulive: false,
    tracking_fields: webinar.trackingFields.length === 0 ? undefined : webinar.trackingFields,
    recurrence: webinar.recurrence,
    occurrences: webinar.occurrences && presentOccurrences(webinar.occurrences, view),
    settings: { ...defaultSettings, ...webinar.settings, ...occurrence?.changes?.settings },
  }
}

/** A row of the list. */
export function presentWebinarRow(webinar: Meeting, host: User, baseUrl: string): Record<string, unknown> {
  return {
    uuid: webinar.uuid,
    id: webinar.id,
    host_id: webinar.hostId,
    topic: webinar.topic,
    type: webinar.type,
    start_time: webinar.startAt === undefined ? undefined : formatInstant(webinar.startAt),
    duration: webinar.durationMinutes,
    timezone: webinar.timeZone,
    agenda: webinar.agenda === '' ? undefined : cutAgenda(webinar.agenda),
    created_at: formatInstant(webinar.createdAt),
    join_url: joinUrl(baseUrl, webinar, host),
    is_simulive: false,
  }
}
