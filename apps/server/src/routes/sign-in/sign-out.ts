import { type DeskRoute, noContent, openRoute } from '../../http/route.ts'
import { sessionCookie } from '../../sign-in/cookies.ts'
import { endSession } from '../../sign-in/sessions.ts'

export const signOut: DeskRoute = openRoute(
  {
    method: 'post',
    path: '/api/v1/sign-out',
    tag: 'Sign-in',
    summary: 'Ends the session of the cookie',
    description: 'Also where it has ended already.',
    idempotent: false,
    answers: { 204: { description: 'Nobody is signed in any more' } },
  },
  async ({ context, request }) => {
    const cookie = sessionCookie(context.config)
    const token = cookie.read(request.headers)
    if (token !== undefined) await endSession(context, token)
    return noContent({ 'set-cookie': cookie.write('', 0) })
  },
)
