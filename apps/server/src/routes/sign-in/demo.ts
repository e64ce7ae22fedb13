import { jsonBody } from '../../http/body.ts'
import { HttpProblem } from '../../http/http-problem.ts'
import { type DeskRoute, openRoute } from '../../http/route.ts'
import { session } from '../../schemas/session.ts'
import { demoSignIn } from '../../schemas/sign-in.ts'
import { answerSignedIn } from '../../sign-in/answer.ts'
import { sessionCookie } from '../../sign-in/cookies.ts'
import { signInDemoPerson } from '../../sign-in/demo.ts'

export const signInAsDemo: DeskRoute = openRoute(
  {
    method: 'post',
    path: '/api/v1/sign-in/demo',
    tag: 'Sign-in',
    summary: 'Signs in one of the people of the demo',
    description: 'Only where the desk is a demo.',
    idempotent: false,
    body: jsonBody(demoSignIn),
    answers: { 200: { description: 'Signed in; the cookie is set', schema: session } },
    problems: ['not_found_here', 'sign_in_failed', 'too_many_tries'],
  },
  async ({ context, request, body, clientAddress }) => {
    if (!context.config.isDemo)
      throw new HttpProblem('not_found_here', 'This desk is no demo: ask for a link by mail instead.')
    const before = sessionCookie(context.config).read(request.headers)
    return answerSignedIn(context, await signInDemoPerson(context, body.memberId, { clientAddress, before }))
  },
)
