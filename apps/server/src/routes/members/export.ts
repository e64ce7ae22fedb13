import { exportMember as collect } from '@convene/booking'
import { z } from '@hono/zod-openapi'
import { type DeskRoute, json, memberRoute } from '../../http/route.ts'
import { idParams } from '../../schemas/common.ts'

export const exportMember: DeskRoute = memberRoute(
  {
    method: 'get',
    path: '/api/v1/members/{id}/export',
    tag: 'Administration',
    summary: 'Everything that the desk keeps of a member',
    scope: 'admin:read',
    role: 'admin',
    params: idParams,
    answers: { 200: { description: 'As a file', schema: z.record(z.string(), z.unknown()) } },
    problems: ['not_found'],
  },
  async ({ context, member, params }) =>
    json(await collect(context.desk, member.id, params.id), 200, {
      'content-disposition': 'attachment; filename="member.json"',
    }),
)
