import { z } from '@hono/zod-openapi'
import { type DeskRoute, json, memberRoute } from '../../http/route.ts'
import { presentMember } from '../../present/member.ts'
import { memberView } from '../../schemas/administration.ts'
import { pageFields, pageOf } from '../../schemas/common.ts'

export const listMembers: DeskRoute = memberRoute(
  {
    method: 'get',
    path: '/api/v1/members',
    tag: 'Administration',
    summary: 'The members',
    scope: 'admin:read',
    role: 'admin',
    query: z.object({
      ...pageFields,
      search: z.string().max(200).optional().openapi({ description: 'Those whose name or address holds it' }),
    }),
    answers: { 200: { description: 'A page of members', schema: pageOf(memberView) } },
  },
  async ({ context, query: { after, limit, search } }) => {
    const page = { after, limit: limit + 1, search }
    const found = await context.store.read(({ members }) => members.list(page))
    const rows = found.slice(0, limit)
    // Who was erased has no address any more, and is nobody.
    const shown = rows.filter(({ email }) => email !== '')
    return json({ rows: shown.map(presentMember), next: found.length > limit ? (rows.at(-1)?.id ?? null) : null })
  },
)
