import { type DeskRoute, json, openRoute } from '../../http/route.ts'
import { loadSession } from '../../present/load-session.ts'
import { session } from '../../schemas/session.ts'

export const readSession: DeskRoute = openRoute(
  {
    method: 'get',
    path: '/api/v1/session',
    tag: 'Sign-in',
    summary: 'Who is signed in, and what desk this is',
    answers: { 200: { description: 'The session; `member` is null when nobody is signed in', schema: session } },
  },
  async ({ context, request }) => {
    const signed = await context.authenticator.authenticate(request)
    return json(await loadSession(context, signed?.member))
  },
)
