import type { Account, User } from './entities.ts'
import { settingsOf } from './user-settings.ts'

/** What a host can have or not have, beside meetings and webinars themselves. */
export type Feature =
  | 'polls'
  | 'advanced_polls'
  | 'survey'
  | 'live_streaming'
  | 'local_archiving'
  | 'local_recording'
  | 'cloud_recording'

type SettingPath = readonly [group: string, ...names: string[]]

const meetingSettings: Readonly<Partial<Record<Feature, SettingPath>>> = {
  polls: ['in_meeting', 'meeting_polling', 'enable'],
  advanced_polls: ['in_meeting', 'meeting_polling', 'advanced_polls'],
  survey: ['in_meeting', 'meeting_survey'],
  live_streaming: ['in_meeting', 'allow_live_streaming'],
  local_recording: ['recording', 'local_recording'],
  cloud_recording: ['recording', 'cloud_recording'],
}
const settings: Readonly<Record<'meeting' | 'webinar', typeof meetingSettings>> = {
  meeting: meetingSettings,
  webinar: {
    ...meetingSettings,
    polls: ['in_meeting', 'webinar_polling', 'enable'],
    advanced_polls: ['in_meeting', 'webinar_polling', 'advanced_polls'],
    survey: ['in_meeting', 'webinar_survey'],
    live_streaming: ['in_meeting', 'webinar_live_streaming', 'enable'],
  },
}

/** All of them need a licence (docs/zoom-facts.md §10, 7), and that the host's settings do not say no. */
export function hasFeature(account: Account, host: User, kind: 'meeting' | 'webinar', feature: Feature): boolean {
  const path = settings[kind][feature]
  return host.type === 2 && (!path || settingAt(settingsOf(account, host), path) !== false)
}

function settingAt(groups: object, path: SettingPath): unknown {
  let value: unknown = groups
  for (const name of path)
    value = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined
  return value
}
