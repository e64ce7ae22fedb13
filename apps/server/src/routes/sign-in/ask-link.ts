import { jsonBody } from '../../http/body.ts'
import { type DeskRoute, openRoute } from '../../http/route.ts'
import { linkRequest } from '../../schemas/sign-in.ts'
import { askForLink } from '../../sign-in/links.ts'

export const askLink: DeskRoute = openRoute(
  {
    method: 'post',
    path: '/api/v1/sign-in/link',
    tag: 'Sign-in',
    summary: 'Asks for a link by mail',
    description: 'The answer is the same for members and strangers: who is a member is not told.',
    idempotent: false,
    body: jsonBody(linkRequest),
    answers: { 202: { description: 'If the address is that of a member, a mail is on its way' } },
    problems: ['too_many_tries'],
  },
  async ({ context, body, clientAddress }) => {
    await askForLink(context, { email: body.email, next: body.next }, clientAddress)
    return new Response(null, { status: 202 })
  },
)
