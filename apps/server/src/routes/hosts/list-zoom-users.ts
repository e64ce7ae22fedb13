import { listZoomUsers as readZoomUsers } from '../../connection/zoom-users.ts'
import { type DeskRoute, json, memberRoute } from '../../http/route.ts'
import { zoomUserView } from '../../schemas/administration.ts'
import { rowsOf } from '../../schemas/common.ts'

export const listZoomUsers: DeskRoute = memberRoute(
  {
    method: 'get',
    path: '/api/v1/hosts/zoom-users',
    tag: 'Administration',
    summary: 'The users of the Zoom account, to make hosts of them',
    scope: 'admin:read',
    role: 'admin',
    answers: { 200: { description: 'All active users that can host', schema: rowsOf(zoomUserView) } },
    problems: ['zoom_away', 'zoom_refused'],
  },
  async ({ context }) => {
    const hosts = await context.store.read((reading) => reading.hosts.list())
    return json({ rows: await readZoomUsers(context.zoom, hosts) })
  },
)
