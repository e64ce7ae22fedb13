import type { TokenSigner } from '../../domain/signed-token.ts'
import type { Routes } from '../../http/context.ts'
import type { Emulator } from '../../http/env.ts'
import type { Router } from '../../http/router.ts'
import { liveMeetingRoutes } from '../live-meetings/live-meetings.ts'
import { livestreamRoutes } from '../livestream/livestream.ts'
import { openAppRoutes } from '../open-apps/open-apps.ts'
import { pollRoutes } from '../polls/polls.ts'
import { recordingFileRoutes } from '../recordings/files.ts'
import { recordingListRoutes } from '../recordings/list.ts'
import { recordingPages } from '../recordings/pages.ts'
import { recordingRoutes } from '../recordings/recordings.ts'
import { recordingRegistrantRoutes } from '../recordings/registrants.ts'
import { resultRoutes } from '../results/results.ts'
import { summaryRoutes } from '../summaries/summaries.ts'
import { surveyRoutes } from '../surveys/surveys.ts'
import { templateRoutes } from '../templates/templates.ts'
import { tokenRoutes } from '../tokens/tokens.ts'
import { trackingFieldRoutes } from '../tracking-fields/tracking-fields.ts'

/** What belongs to meetings: prepared before, steered while they run, kept after. Comes before `/meetings/{meetingId}`. */
export function sessionRoutes(router: Router, app: Routes, emulator: Emulator, links: TokenSigner): void {
  summaryRoutes(router, emulator)
  pollRoutes(router, emulator)
  surveyRoutes(router, emulator)
  livestreamRoutes(router, emulator)
  tokenRoutes(router, emulator)
  templateRoutes(router, emulator)
  trackingFieldRoutes(router, emulator)
  liveMeetingRoutes(router, emulator)
  recordingListRoutes(router, emulator)
  recordingRegistrantRoutes(router, emulator)
  recordingRoutes(router, emulator, links)
  resultRoutes(router, emulator)
  openAppRoutes(router, emulator)
  recordingPages(app, emulator, links)
  recordingFileRoutes(app, emulator, links)
}
