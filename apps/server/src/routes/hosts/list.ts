import { type DeskRoute, json, memberRoute } from '../../http/route.ts'
import { loadHosts } from '../../present/load-hosts.ts'
import { hostView } from '../../schemas/administration.ts'
import { rowsOf } from '../../schemas/common.ts'

export const listHosts: DeskRoute = memberRoute(
  {
    method: 'get',
    path: '/api/v1/hosts',
    tag: 'Administration',
    summary: 'The hosts, with what is left of their Zoom day and how they were found at Zoom',
    scope: 'admin:read',
    role: 'admin',
    answers: { 200: { description: 'All hosts', schema: rowsOf(hostView) } },
  },
  async ({ context }) => json({ rows: await loadHosts(context) }),
)
