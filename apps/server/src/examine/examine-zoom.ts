import type { Host } from '@convene/booking'
import type { DeskConfig } from '../config.ts'
import { openFreshZoom } from '../connection/fresh-zoom.ts'
import { testConnection } from '../connection/test-connection.ts'
import type { Examination } from './examine-desk.ts'
import type { DeskFinding } from './finding.ts'

const names = {
  sign_in: 'sign-in',
  users: 'users',
  meetings: 'meetings',
  webhooks: 'webhooks',
  clock: 'clock',
} as const

/** The test of the connection without its meeting: nothing is changed at Zoom. */
export async function examineZoom(
  config: DeskConfig,
  hosts: readonly Host[],
  clock: Examination,
): Promise<DeskFinding[]> {
  await using fresh = openFreshZoom(config.zoom.credentials, clock)
  const { zoom, skewMs } = fresh
  const { steps } = await testConnection({ zoom, skewMs, hosts, config, keeper: undefined, webhookAgoMs: undefined })
  return steps.flatMap(({ is, result, says }) =>
    is === 'agenda' ? [] : [{ check: names[is], state: states[result], says }],
  )
}

const states = { good: 'ok', bad: 'problem', not_tried: 'note' } as const
