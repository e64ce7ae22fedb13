import { good, notTried, type Step } from './step.ts'
import type { ConnectionParts } from './test-connection.ts'

/** Of which the desk takes hints. */
const events = [
  'meeting.created',
  'meeting.updated',
  'meeting.deleted',
  'meeting.recovered',
  'meeting.started',
  'meeting.ended',
]

/** How the desk hears of what others change at Zoom, and what to do to hear of it at once. */
export function sayWebhooks({ config, webhookAgoMs }: Pick<ConnectionParts, 'config' | 'webhookAgoMs'>): Step {
  const address = `${config.publicUrl}/zoom/webhooks`
  if (config.zoom.webhookSecret === undefined)
    return notTried(
      `The desk asks Zoom every 10 minutes what others have changed. To hear of it at once, add an event subscription for ${address} with ${events.join(', ')} on the app's page, under Features, and set ZOOM_WEBHOOK_SECRET to the secret token of that page.`,
    )
  if (webhookAgoMs === undefined)
    return notTried(
      `No webhook has come since this process started. Press Validate on the app's page, beside ${address}.`,
    )
  return good(`Zoom's last webhook came ${Math.ceil(webhookAgoMs / 60_000)} min ago.`)
}
