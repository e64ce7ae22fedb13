import { type Feature, hasFeature } from '../../domain/features.ts'
import type { Emulator } from '../../http/env.ts'
import { ZoomApiError } from '../../http/zoom-error.ts'
import type { HostedSession, SessionKind } from './session-kind.ts'

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
export function requireFeature(
  { store }: Emulator,
  { name }: SessionKind,
  { host }: HostedSession,
  feature: Feature,
  code: 300 | 3000 | 4400,
  refusal: string,
): void {
  const account = store.accounts.get(host.accountId)
  if (account && hasFeature(account, host, name, feature)) return
  const remedy = `To enable this feature, enable the "${settings[feature]}" setting in the Zoom web portal's "Settings" interface.`
  throw new ZoomApiError(400, code, `${refusal} ${remedy}`)
}
