import { createZoomClient, serverToServer, type ZoomClient, type ZoomHooks } from '@convene/zoom'
import { createScheduler, type LimitStore } from '@convene/zoom/limits'
import { createNodeFetch } from '@convene/zoom/node'
import type { ZoomConfig } from '../config.ts'
import type { Clock } from '../context.ts'
import type { Metrics } from '../http/metrics.ts'
import type { ZoomHealth } from '../zoom-health.ts'

export interface ZoomParts {
  readonly config: ZoomConfig
  readonly limits: LimitStore
  readonly clock: Clock
  readonly health: ZoomHealth
  readonly metrics: Metrics
}

/** The client of the desk, with its calls inside Zoom's limits, in how many processes it may run. */
export function createDeskZoom({ config, limits, clock, health, metrics }: ZoomParts): ZoomClient & AsyncDisposable {
  const { accountId, clientId, clientSecret, apiUrl, oauthUrl } = config.credentials
  const ambient = { now: clock.now, setTimer: clock.setTimer }
  const fetch = createNodeFetch()
  const zoom = createZoomClient({
    auth: serverToServer({ accountId, clientId, clientSecret: clientSecret.reveal() }),
    ...(apiUrl !== undefined && { apiUrl, oauthUrl }),
    scheduler: createScheduler({ plan: config.plan, store: limits, ambient }),
    hooks: watchedBy(health, metrics),
    ambient: { ...ambient, fetch },
  })
  return Object.assign(zoom, { [Symbol.asyncDispose]: () => fetch[Symbol.asyncDispose]() })
}

/** Whether Zoom answers is seen by the answers themselves. */
function watchedBy(health: ZoomHealth, metrics: Metrics): ZoomHooks {
  return {
    onResponse({ operation, status }) {
      metrics.countZoomCall(operation, String(status))
      if (status >= 500) health.failed()
      else health.answered()
    },
    onRetry({ operation, reason }) {
      metrics.countZoomCall(operation, reason)
      if (reason === 'network' || reason === 'timeout') health.failed()
    },
  }
}
