import { BookingError, say } from '@convene/booking'
import { type DeskRoute, json, memberRoute } from '../../http/route.ts'
import { loadHost } from '../../present/load-hosts.ts'
import { hostView } from '../../schemas/administration.ts'
import { idParams } from '../../schemas/common.ts'

export const checkHost: DeskRoute = memberRoute(
  {
    method: 'post',
    path: '/api/v1/hosts/{id}/check',
    tag: 'Administration',
    summary: 'Look at a host at Zoom now',
    scope: 'admin:write',
    role: 'admin',
    idempotent: false,
    params: idParams,
    answers: { 200: { description: 'The host, with what was found', schema: hostView } },
    problems: ['not_found'],
  },
  async ({ context, params: { id } }) => {
    const host = await context.store.read(({ hosts }) => hosts.find(id))
    if (host === undefined) throw new BookingError('not_found', say('not_there', {}), { field: 'id', value: id })
    await context.checkHost(host)
    return json(await loadHost(context, id))
  },
)
