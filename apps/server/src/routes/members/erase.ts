import { eraseMember as erase } from '@convene/booking'
import { type DeskRoute, memberRoute, noContent } from '../../http/route.ts'
import { idParams } from '../../schemas/common.ts'

export const eraseMember: DeskRoute = memberRoute(
  {
    method: 'delete',
    path: '/api/v1/members/{id}',
    tag: 'Administration',
    summary: 'Erase a member',
    description: 'Name and address go everywhere; the bookings stay as slots of nobody.',
    scope: 'admin:write',
    role: 'admin',
    params: idParams,
    answers: { 204: { description: 'Erased' } },
    problems: ['not_found', 'not_allowed', 'key_reused'],
  },
  async ({ context, key, params }) => {
    await erase(context.desk, key, { memberId: params.id })
    context.news.wake()
    return noContent()
  },
)
