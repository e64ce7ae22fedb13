import { openFreshZoom } from '../../connection/fresh-zoom.ts'
import { testConnection } from '../../connection/test-connection.ts'
import { type DeskRoute, json, memberRoute } from '../../http/route.ts'
import { connectionView } from '../../schemas/administration.ts'

export const testZoomConnection: DeskRoute = memberRoute(
  {
    method: 'post',
    path: '/api/v1/connection/test',
    tag: 'Administration',
    summary: 'Try what the desk needs of Zoom',
    description: 'Makes a meeting on the first host and deletes it, to see whether descriptions are shown.',
    scope: 'admin:write',
    role: 'admin',
    idempotent: false,
    answers: { 200: { description: 'What was tried, and what is missing', schema: connectionView } },
  },
  async ({ context }) => {
    const { clock, config, keeper, store, zoomWebhooks } = context
    await using fresh = openFreshZoom(config.zoom.credentials, clock)
    const hosts = await store.read((reading) => reading.hosts.list())
    const { zoom, skewMs } = fresh
    const at = zoomWebhooks.lastAt()
    const webhookAgoMs = at === undefined ? undefined : clock.now() - at
    return json(await testConnection({ zoom, keeper, hosts, config, webhookAgoMs, skewMs }))
  },
)
