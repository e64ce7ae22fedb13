import { removeApiKey as remove } from '@convene/booking'
import { type DeskRoute, memberRoute, noContent } from '../../http/route.ts'
import { idParams } from '../../schemas/common.ts'

export const removeApiKey: DeskRoute = memberRoute(
  {
    method: 'delete',
    path: '/api/v1/api-keys/{id}',
    tag: 'Administration',
    summary: "Remove one of one's own API keys: it works no more",
    scope: 'session',
    params: idParams,
    answers: { 204: { description: 'Removed' } },
    problems: ['not_found', 'key_reused'],
  },
  async ({ context, key, params }) => {
    await remove(context.desk, key, { keyId: params.id })
    return noContent()
  },
)
