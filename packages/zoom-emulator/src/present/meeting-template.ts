import type { MeetingTemplate } from '../domain/meeting-template.ts'

/** A template alone, its settings in the groups that Zoom has for a user's settings. */
export function presentTemplate({ id, name, content: { settings = {} } }: MeetingTemplate): object {
  const { auto_recording = 'none', host_video = false, participant_video = false } = settings
  const { mute_upon_entry = false, waiting_room = false } = settings
  return {
    id,
    name,
    settings: {
      recording: { auto_recording },
      schedule_meeting: { host_video, participant_video, mute_upon_entry },
      meeting_security: { waiting_room },
    },
  }
}

/** A row of the list. */
export function presentTemplateRow({ id, name, type }: MeetingTemplate): object {
  return { id, name, type }
}
