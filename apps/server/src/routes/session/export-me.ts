import { exportMember } from '@convene/booking'
import { z } from '@hono/zod-openapi'
import { type DeskRoute, json, memberRoute } from '../../http/route.ts'

export const exportMe: DeskRoute = memberRoute(
  {
    method: 'get',
    path: '/api/v1/me/export',
    tag: 'Sign-in',
    summary: 'Everything that the desk keeps of oneself',
    scope: 'session',
    answers: { 200: { description: 'A file in JSON', schema: z.record(z.string(), z.unknown()) } },
  },
  async ({ context, member }) =>
    json(await exportMember(context.desk, member.id, member.id), 200, {
      'content-disposition': 'attachment; filename="my-data.json"',
    }),
)
