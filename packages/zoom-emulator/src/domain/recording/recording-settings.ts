import { invalidParameter, type Parsed } from '../field-problem.ts'
import { type Fields, flag, oneInt, oneOf, parseFields, text } from '../fields.ts'

/** Who may see a recording, and how; in wire form. */
export interface RecordingSettings {
  approval_type?: 0 | 1 | 2
  authentication_domains?: string
  authentication_option?: string
  on_demand?: boolean
  password?: string
  recording_authentication?: boolean
  send_email_to_host?: boolean
  share_recording?: 'publicly' | 'internally' | 'none'
  show_social_share_buttons?: boolean
  topic?: string
  viewer_download?: boolean
}

/** What a new recording has; nobody knows Zoom's own (docs/deviations.md). */
export const defaultRecordingSettings: RecordingSettings = {
  approval_type: 2,
  on_demand: false,
  recording_authentication: false,
  send_email_to_host: false,
  share_recording: 'publicly',
  show_social_share_buttons: false,
  viewer_download: true,
}

const fields: Fields<RecordingSettings> = {
  approval_type: oneInt(0, 1, 2),
  authentication_domains: text(),
  authentication_option: text(),
  on_demand: flag,
  password: text(10),
  recording_authentication: flag,
  send_email_to_host: flag,
  share_recording: oneOf('publicly', 'internally', 'none'),
  show_social_share_buttons: flag,
  topic: text(200),
  viewer_download: flag,
}
const shortestPassword = 8

/** Reads a change of a recording's settings. */
export function parseRecordingSettings(body: object, coerceText: boolean): Parsed<RecordingSettings> {
  const parsed = parseFields(fields, body, coerceText)
  if (!parsed.ok) return parsed
  const { password } = parsed.value
  return password !== undefined && password.length < shortestPassword
    ? { ok: false, problems: [invalidParameter('password')] }
    : parsed
}
