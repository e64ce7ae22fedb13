import { jsonBody } from '../../http/body.ts'
import { type DeskRoute, openRoute } from '../../http/route.ts'
import { session } from '../../schemas/session.ts'
import { confirmation } from '../../schemas/sign-in.ts'
import { answerSignedIn } from '../../sign-in/answer.ts'
import { sessionCookie } from '../../sign-in/cookies.ts'
import { confirmFirstAdmin } from '../../sign-in/first-admin.ts'
import { confirmLink } from '../../sign-in/links.ts'

export const confirmSignIn: DeskRoute = openRoute(
  {
    method: 'post',
    path: '/api/v1/sign-in/confirm',
    tag: 'Sign-in',
    summary: 'Signs in with the token of a link',
    description:
      'A token works once. With `firstAdmin` it is that of the link which was printed when the desk started.',
    idempotent: false,
    body: jsonBody(confirmation),
    answers: { 200: { description: 'Signed in; the cookie is set', schema: session } },
    problems: ['link_expired', 'too_many_tries'],
  },
  async ({ context, request, body, clientAddress }) => {
    const { token, firstAdmin } = body
    const browser = { clientAddress, before: sessionCookie(context.config).read(request.headers) }
    const signedIn =
      firstAdmin === undefined
        ? await confirmLink(context, token, browser)
        : await confirmFirstAdmin(context, token, firstAdmin, browser)
    return answerSignedIn(context, signedIn)
  },
)
