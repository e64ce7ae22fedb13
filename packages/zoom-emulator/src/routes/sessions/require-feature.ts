import type { User } from '../../domain/entities.ts'
import { type Feature, hasFeature } from '../../domain/features.ts'
import { ZoomApiError } from '../../http/zoom-error.ts'

const settings: Readonly<Record<Feature, string>> = {
  polls: 'Meeting Polls/Quizzes',
  advanced_polls: 'Allow host to create advanced polls and quizzes',
  survey: 'Meeting Survey',
  live_streaming: 'Allow livestreaming of meetings',
  local_archiving: 'Archive meetings and webinars',
  local_recording: 'Local Recording',
  cloud_recording: 'Cloud Recording',
}

/** 400 with `code` where the host may not use a feature; the message names the setting that opens it. */
export function requireFeature(host: User, feature: Feature, code: 300 | 3000 | 4400, refusal: string): void {
  if (hasFeature(host, feature)) return
  const remedy = `To enable this feature, enable the "${settings[feature]}" setting in the Zoom web portal's "Settings" interface.`
  throw new ZoomApiError(400, code, `${refusal} ${remedy}`)
}
