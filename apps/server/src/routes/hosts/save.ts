import { parseHostInput, saveHost } from '@convene/booking'
import { parsedBody } from '../../http/body.ts'
import { type DeskRoute, json, memberRoute } from '../../http/route.ts'
import { loadHost } from '../../present/load-hosts.ts'
import { hostInput, hostView } from '../../schemas/administration.ts'
import { idParams } from '../../schemas/common.ts'

export const addHost: DeskRoute = memberRoute(
  {
    method: 'post',
    path: '/api/v1/hosts',
    tag: 'Administration',
    summary: 'Add a host',
    scope: 'admin:write',
    role: 'admin',
    body: parsedBody(hostInput, parseHostInput),
    answers: { 201: { description: 'The host', schema: hostView } },
    problems: ['key_reused'],
  },
  async ({ context, key, body }) => {
    const { id } = await saveHost(context.desk, key, { input: body })
    context.news.wake()
    return json(await loadHost(context, id), 201)
  },
)

export const changeHost: DeskRoute = memberRoute(
  {
    method: 'patch',
    path: '/api/v1/hosts/{id}',
    tag: 'Administration',
    summary: 'Change a host; what is booked on it stays',
    scope: 'admin:write',
    role: 'admin',
    params: idParams,
    body: parsedBody(hostInput, parseHostInput),
    answers: { 200: { description: 'The host', schema: hostView } },
    problems: ['not_found', 'wrong_state', 'key_reused'],
  },
  async ({ context, key, params, body }) => {
    const { id } = await saveHost(context.desk, key, { hostId: params.id, input: body })
    context.news.wake()
    return json(await loadHost(context, id))
  },
)
