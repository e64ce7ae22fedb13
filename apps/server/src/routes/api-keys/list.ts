import { type DeskRoute, json, memberRoute } from '../../http/route.ts'
import { presentApiKey } from '../../present/api-key.ts'
import { apiKeyView } from '../../schemas/administration.ts'
import { rowsOf } from '../../schemas/common.ts'

export const listApiKeys: DeskRoute = memberRoute(
  {
    method: 'get',
    path: '/api/v1/api-keys',
    tag: 'Administration',
    summary: "One's own API keys",
    scope: 'session',
    answers: { 200: { description: 'All of them, without the keys themselves', schema: rowsOf(apiKeyView) } },
  },
  async ({ context, member }) => {
    const keys = await context.store.read(({ apiKeys }) => apiKeys.listOf(member.id))
    return json({ rows: keys.map(presentApiKey) })
  },
)
